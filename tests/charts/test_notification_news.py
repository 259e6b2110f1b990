"""News of a notification in later imports: late, out of order, each knowing only a part."""

from collections.abc import Callable
from decimal import Decimal
from itertools import count
from typing import Any

import pytest
from sqlalchemy import select

from tests.unit.analytics.asking import Asked
from tests.unit.source.making import sending, write
from twin_stats.source.stores import Stores
from twin_stats.source.tables import notifications

DAY = "2026-01-05"
News = Callable[..., dict[str, Any]]
companies = count(500_001)


@pytest.fixture
def news(stores: Stores) -> News:
    """`news(*imports)` writes each import's row of one message, and gives the row as it stands at the end."""

    def told(*imports: dict[str, Any]) -> dict[str, Any]:
        company = next(companies)
        for row in imports:
            full = {**sending(f"{DAY} 09:00", None), **sending(f"{DAY} 09:00", **row), "id": "one"}
            write(
                stores,
                company,
                [{name: full[name] for name in ("id", "created_at", *row)}],
                subject="notifications",
            )
        rows = stores.frame(select(notifications).where(notifications.c.company == company))
        assert len(rows) == 1
        return {name: None if value != value else value for name, value in rows.iloc[0].to_dict().items()}

    return told


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("SENT", "DELIVERED", "DELIVERED"),
        ("DELIVERED", "SENT", "DELIVERED"),  # backwards
        ("READ", "DELIVERED", "READ"),  # READ before DELIVERED
        ("DELIVERED", "UNDELIVERED", "DELIVERED"),  # failed after delivered
        ("READ", "ERROR", "READ"),
        ("ERROR", "DELIVERED", "DELIVERED"),
        ("EXPIRED", "SENT", "EXPIRED"),  # late news of the sending
        ("SENT", "EXPIRED", "EXPIRED"),
        ("ERROR", "UNDELIVERED", "UNDELIVERED"),  # of two failures the later news
        ("SENT", "PENDING", "SENT"),
        ("SENT", "Held back", "Held back"),  # nobody has heard of it: more than SENT, less than a failure
        ("Held back", "SENDING", "Held back"),
        ("ERROR", "Held back", "ERROR"),
        ("CREATED", None, "CREATED"),
        (None, "CREATED", "CREATED"),
    ],
)
def test_the_highest_status_stays(news: News, first: str | None, second: str | None, kept: str) -> None:
    assert news({"status": first}, {"status": second})["status"] == kept


def test_every_time_that_was_ever_known_stays(news: News) -> None:
    row = news(
        {"status": "READ", "read_at": f"{DAY} 09:09"},
        {"status": "DELIVERED", "delivered_at": f"{DAY} 09:05"},
        {"status": "SENT", "sent_at": f"{DAY} 09:01"},
        {"status": "CREATED", "valid_minutes": 60, "channel": "Viber"},
    )
    times = {name: f"{row[name]:%H:%M}" for name in ("created_at", "sent_at", "delivered_at", "read_at")}
    assert times == {"created_at": "09:00", "sent_at": "09:01", "delivered_at": "09:05", "read_at": "09:09"}
    assert (row["status"], row["channel"], row["valid_minutes"]) == ("READ", "Viber", 60)


def test_what_the_later_import_knows_wins(news: News) -> None:
    row = news({"sent_at": f"{DAY} 09:01", "parts": 1}, {"sent_at": f"{DAY} 09:02", "parts": 2})
    assert (f"{row['sent_at']:%H:%M}", row["parts"]) == ("09:02", 2)


def test_an_amount_keeps_the_currency_it_came_with(news: News) -> None:
    dollars, euros = {"price": "0.05", "currency": "USD"}, {"price": None, "currency": "EUR"}
    assert _money(news(dollars, euros)) == (Decimal("0.05"), "USD")
    assert _money(news(dollars, {"currency": "EUR"})) == (Decimal("0.05"), "USD")
    assert _money(news(euros, dollars)) == (Decimal("0.05"), "USD")
    assert _money(news(dollars, {"price": "0.04", "currency": "EUR"})) == (Decimal("0.04"), "EUR")


def _money(row: dict[str, Any]) -> tuple[Decimal, str]:
    return row["price"], row["currency"]


def test_a_status_that_goes_backwards_changes_no_figure(stores: Stores) -> None:
    company = next(companies)
    rows = [sending(f"{DAY} 09:0{minute}", "READ", sent_at=f"{DAY} 09:10") for minute in range(3)]
    write(stores, company, rows, subject="notifications")
    asked = Asked(stores, company, "UTC")
    figures = "notifications sent delivered read failed delivery_rate"
    before = asked.rows(figures, "status")
    back = [{**row, "status": status} for row, status in zip(rows, ("CREATED", "ERROR", "SENT"), strict=True)]
    write(stores, company, [*back, sending(f"{DAY} 10:00", "ERROR")], subject="notifications")
    assert asked.rows(figures, "status") == [("ERROR", 1, 0, 0, 0, 1, None), *before]


def test_another_company_with_the_same_id_is_left_alone(stores: Stores) -> None:
    mine, theirs = next(companies), next(companies)
    row = sending(f"{DAY} 09:00", "READ")
    write(stores, theirs, [row], subject="notifications")
    write(stores, mine, [{**row, "status": "SENT"}], subject="notifications")
    write(stores, mine, [{**row, "status": "CREATED"}], subject="notifications")
    assert Asked(stores, mine, "UTC").rows("notifications", "status") == [("SENT", 1)]
    assert Asked(stores, theirs, "UTC").rows("notifications", "status") == [("READ", 1)]


def test_rows_that_replace_all_know_nothing_of_before(stores: Stores) -> None:
    company = next(companies)
    row = sending(f"{DAY} 09:00", "READ")
    write(stores, company, [row], subject="notifications")
    write(stores, company, [{**row, "status": "SENT"}], subject="notifications", replaces=True)
    assert Asked(stores, company, "UTC").rows("notifications", "status") == [("SENT", 1)]
