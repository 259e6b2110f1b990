"""Telling of sessions in few characters: `c0 b2 o30` is a client's message at second 0, a bot's and so on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import count
from typing import Any

from sqlalchemy import Connection, Table, insert

from tests.unit.analytics.asking import Asked
from tests.unit.source.making import numbers
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores
from twin_stats.source.tables import chats, groups, messages
from twin_stats.source.writing import settle

START = datetime(2026, 2, 2, 10)
AUTHORS = {"c": "client", "b": "bot", "o": "operator"}
TIMES = ("started_at", "assigned_at", "handoff_at", "closed_at", "reopened_at", "at")
names = count(1)
Row = dict[str, Any]


@dataclass(frozen=True)
class Session:
    """A session and what was said in it."""

    row: Row
    said: tuple[Row, ...]

    def priced(self, *prices: str) -> "Session":
        """The same with prices for its first messages: `1.50 EUR`."""
        amounts = [_price(price) for price in prices] + [{}] * len(self.said)
        return replace(self, said=tuple(row | more for row, more in zip(self.said, amounts, strict=False)))

    def by(self, *operators: str) -> "Session":
        """The same with the names of those who wrote the operators' messages, in order."""
        left = iter(operators)
        rows = [row | {"operator": next(left)} if row["author"] == "operator" else row for row in self.said]
        return replace(self, said=tuple(rows))


def second(number: float | None) -> datetime | None:
    """So many seconds after ten o'clock (UTC)."""
    return None if number is None else START + timedelta(seconds=number)


def session(said: str = "", *, id: str = "", price: str = "", **row: Any) -> Session:
    """A session that starts at second 0; times are seconds, `price` is an amount with its currency."""
    chat = id or f"s{next(names)}"
    row = {"id": chat, "started_at": 0, **row, **(_price(price) if price else {})}
    made = {name: second(value) if name in TIMES else value for name, value in row.items()}
    return Session(made, tuple(message(chat, one) for one in said.split()))


def message(chat: str | None, said: str) -> Row:
    """A message like `c30`."""
    return {
        "id": f"m{next(names)}",
        "chat": chat,
        "at": second(float(said[1:])),
        "author": AUTHORS[said[0]],
        "operator": "Ann" if said[0] == "o" else None,
    }


def group(name: str, first: float | None = None, following: float | None = None) -> Row:
    """An operator group with its limits."""
    return {"group": name, "first_limit_s": first, "next_limit_s": following}


def _price(words: str) -> Row:
    amount, currency = words.split()
    return {"price": Decimal(amount), "currency": currency}


@dataclass(frozen=True)
class Told(Asked):
    """Sessions that can be asked about, as it is at some second."""

    now: float = 1_000_000

    def filters(self, start: str = "2026-01-01", end: str = "2027-01-01", **chosen: Iterable[str]) -> Filters:
        """The filters of a local period and of chosen values, as of now."""
        return replace(super().filters(start, end, **chosen), as_of=second(self.now))

    def at(self, now: float) -> "Told":
        """The same at another time."""
        return replace(self, now=now)


def told(stores: Stores, sessions: Sequence[Session], more: Iterable[Row], loose: Iterable[Row]) -> Told:
    """A company of its own: sessions, groups (`more`), and messages of unknown sessions (`loose`)."""
    company = next(numbers)
    with stores.events(0).begin() as connection:
        put(connection, chats, company, [each.row for each in sessions])
        put(connection, messages, company, [*(row for each in sessions for row in each.said), *loose])
        put(connection, groups, company, list(more))
        settled(connection, company)
    return Told(stores, company, "UTC")


def put(connection: Connection, table: Table, company: int, rows: Sequence[Row]) -> None:
    """Insert rows; what a row does not name is unknown."""
    columns = {name: None for row in rows for name in row}
    if rows:
        connection.execute(insert(table).values([{"company": company, **columns, **row} for row in rows]))


def settled(connection: Connection, company: int) -> None:
    """Work out what is computed of all sessions of the company."""
    settle.begin(connection)
    connection.exec_driver_sql(
        f"INSERT INTO touched SELECT company, id FROM chats WHERE company = {company:d} "
        f"UNION SELECT company, chat FROM messages WHERE company = {company:d}"
    )
    settle.settle(connection)
