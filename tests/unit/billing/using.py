"""A company's usage for tests: eight weeks in few rows, on the edges of a month in its zone."""

from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from tests.unit.source.making import call, numbers, sending, write
from twin_stats.source.stores import Stores

Row = dict[str, Any]


def message(at: str, author: str = "client", chat: str | None = "s1", **more: Any) -> Row:
    """A message at an instant (UTC)."""
    row = {"id": f"m{next(numbers)}", "at": datetime.fromisoformat(at), "author": author, "chat": chat}
    return _money({**row, **more})


def chat(at: str, id: str = "s1", **more: Any) -> Row:
    """A session that started at an instant (UTC)."""
    return _money({"id": id, "started_at": datetime.fromisoformat(at), **more})


def _money(row: Row) -> Row:
    price = {"price": Decimal(row["price"])} if row.get("price") is not None else {}
    return {**row, **price}


def usage(stores: Stores, company: int, **subjects: Iterable[Row]) -> None:
    """Write rows of several subjects."""
    for subject, rows in subjects.items():
        write(stores, company, rows, subject=subject)


# March 2026 in Berlin is 2026-02-28 23:00 to 2026-03-31 22:00 (UTC): summer time begins on the 29th.
CALLS = [
    call("2026-02-28 22:59", call_fee="99", currency="EUR"),  # still February
    call("2026-02-28 23:00", call_fee="0.10", bot_fee="0.05", bot="A", currency="EUR", talk_seconds=61.0),
    call("2026-03-15 10:00", call_fee="0.235", currency="EUR", talk_seconds=5.0),
    call("2026-03-15 10:00", "BUSY", direction="outbound"),
    call("2026-03-20 10:00", call_fee="3", currency="USD"),
    call("2026-03-31 21:59", call_fee="0.01", currency="EUR"),
    call("2026-03-31 22:00", call_fee="77", currency="EUR"),  # already April
]
NOTIFICATIONS = [
    sending("2026-03-02 10:00", "DELIVERED", "sms", price="0.071", parts=2, currency="EUR"),
    sending("2026-03-02 10:00", "READ", "Viber", price="0.032", parts=1, currency="EUR"),
    sending("2026-03-02 10:00", "ERROR", "Viber", parts=1),
    sending("2026-03-02 10:00", "DELIVERED", "SMS", price="0.0715", parts=1, currency="EUR"),
]
