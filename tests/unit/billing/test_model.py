"""Snapshots: what was written is what is read, to the last digit."""

import json
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from tests.unit.billing.making import an_invoice
from twin_stats.billing.model import Invoice, Line
from twin_stats.errors import SnapshotTooNew


@pytest.mark.parametrize("kind", ["monthly", "top_up", "credit_note"])
def test_an_invoice_survives_its_snapshot(kind: str) -> None:
    invoice = an_invoice(kind=kind)
    assert Invoice.from_json(invoice.to_json()) == invoice


def test_an_invoice_without_a_month_survives_too() -> None:
    bare = an_invoice(month=None, period=None, generation=None, balance_before=None, balance_after=None)
    assert Invoice.from_json(bare.to_json()) == bare


def test_decimals_keep_their_digits_and_amounts_stay_whole() -> None:
    line = Line("service.call", "", "unit.second", Decimal("12.50"), Decimal("0.000001"), 7, Decimal("19.0"))
    told = json.loads(an_invoice(lines=(line,)).to_json())["lines"][0]
    assert (told["quantity"], told["unit_price"], told["net"]) == ("12.50", "0.000001", 7)
    priced = replace(line, unit_price=None)
    assert Invoice.from_json(an_invoice(lines=(priced,)).to_json()).lines[0].unit_price is None


def test_equal_invoices_have_the_same_text() -> None:
    assert an_invoice().to_json() == an_invoice().to_json()
    assert "\\u" not in an_invoice(language="ru").to_json()


def test_times_and_dates_are_what_they_were() -> None:
    read = Invoice.from_json(an_invoice().to_json())
    assert read.issued_at == datetime(2026, 4, 1, 6, 30, 15)
    assert (read.month, read.period) == (date(2026, 3, 1), (date(2026, 3, 1), date(2026, 3, 31)))


def test_a_snapshot_of_a_newer_version_is_refused() -> None:
    newer = json.loads(an_invoice().to_json()) | {"version": 2}
    with pytest.raises(SnapshotTooNew, match="2"):
        Invoice.from_json(json.dumps(newer))
