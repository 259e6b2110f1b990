"""Fees: exact, and never added up over currencies."""

from decimal import Decimal

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call


@pytest.fixture(scope="module")
def priced(table: Table) -> Asked:
    """Two currencies on two days, fees that are only half known, a call without fees."""
    return table(
        [
            call("2026-03-02 10:00", currency="EUR", call_fee="0.10", bot_fee="0.02"),
            call("2026-03-02 11:00", currency="EUR", call_fee="0.20"),
            call("2026-03-02 12:00", currency="RUB", call_fee="5", bot_fee="0.000001"),
            call("2026-03-03 10:00", currency="RUB", bot_fee="2.5"),
            call("2026-03-03 11:00", "BUSY", currency="RUB", call_fee="1"),
            call("2026-03-03 12:00"),
        ]
    )


def test_there_is_a_row_for_each_currency_and_sums_are_exact(priced: Asked) -> None:
    assert priced.rows("call_fee bot_fee fees") == [
        ("EUR", Decimal("0.30"), Decimal("0.02"), Decimal("0.32")),
        ("RUB", Decimal(6), Decimal("2.500001"), Decimal("8.500001")),
    ]


def test_by_day_the_currency_stands_beside(priced: Asked) -> None:
    assert priced.rows("fees", "day") == [
        ("2026-03-02", "EUR", Decimal("0.32")),
        ("2026-03-02", "RUB", Decimal("5.000001")),
        ("2026-03-03", "RUB", Decimal("3.5")),
    ]


def test_with_a_count_beside_them_calls_without_a_currency_are_counted(priced: Asked) -> None:
    assert priced.rows("calls fees") == [
        ("EUR", 2, Decimal("0.32")),
        ("RUB", 3, Decimal("8.500001")),
        (None, 1, None),
    ]


def test_a_currency_asked_for_by_name_is_not_added_twice(priced: Asked) -> None:
    assert priced.rows("fees", "currency") == priced.rows("fees")


def test_fees_are_not_rates_so_a_status_filter_narrows_them(priced: Asked) -> None:
    assert priced.rows("fees", "", priced.filters(status=["BUSY"])) == [("RUB", Decimal(1))]


def test_money_whose_currency_is_unknown_is_not_lost(table: Table) -> None:
    asked = table([call("2026-03-02 10:00", call_fee="1.5"), call("2026-03-02 10:00", currency="EUR")])
    assert (None, Decimal("1.5")) in asked.rows("call_fee")


def test_no_money_gives_no_rows(table: Table) -> None:
    assert table([call("2026-03-02 10:00")]).rows("fees") == []
