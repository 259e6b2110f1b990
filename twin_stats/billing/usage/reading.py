"""Usage as billing sees it: what was used of which service, and what the events themselves say it costs."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pandas as pd
from sqlalchemy import Select

from twin_stats.billing.usage import queries
from twin_stats.source.time import Period

Read = Callable[[Select[Any]], pd.DataFrame]
AUTHORS = ("client", "bot", "operator")


@dataclass(frozen=True)
class Used:
    """So much of a service; `amount` is the exact sum of the events' prices, absent where they have none.

    `quantities` has a number for each unit that a tariff may price; documents count the first.
    What is not chargeable costs nothing unless its events have a price.
    """

    service: str
    detail: str
    currency: str
    amount: Decimal | None
    quantities: Mapping[str, Decimal]
    is_chargeable: bool = True


def used(read: Read, company: int, period: Period) -> tuple[Used, ...]:
    """All that the company used in the period."""
    found = [
        *_calls(_rows(read, queries.calls(company, period))),
        *_messages(_rows(read, queries.messages(company, period))),
        *_sessions(_rows(read, queries.sessions(company, period))),
        *_notifications(_rows(read, queries.notifications(company, period))),
    ]
    return tuple(one for one in found if any(one.quantities.values()) or one.amount)


def _rows(read: Read, statement: Select[Any]) -> Iterator[dict[str, Any]]:
    frame = read(statement)
    plain = frame.astype(object).where(frame.notna(), None)
    return ({str(name): value for name, value in row.items()} for row in plain.to_dict("records"))


def _number(value: Any) -> Decimal:
    """A figure of the store, without the zeros that its type adds."""
    found = Decimal(str(value or 0))
    return found.quantize(Decimal(1)) if found == found.to_integral_value() else found.normalize()


def _priced(row: Mapping[str, Any], column: str) -> Decimal | None:
    return _number(row[column]) if row["priced"] else None


def _calls(rows: Iterable[dict[str, Any]]) -> Iterator[Used]:
    for row in rows:
        currency, calls = row["currency"] or "", _number(row["quantity"])
        talk = {"second": _number(row["seconds"]), "minute": _number(row["minutes"])}
        detail = "" if row["priced"] else row["direction"] or ""
        yield Used("call", detail, currency, _priced(row, "call_fee"), {"call": calls, **talk})
        if row["bots_priced"]:
            bots = {"call": _number(row["with_bot"])}
            yield Used("bot_call", "", currency, _number(row["bot_fee"]), bots)


def _messages(rows: Iterable[dict[str, Any]]) -> Iterator[Used]:
    for row in rows:
        author = row["author"]
        service = f"{author}_message" if author in AUTHORS else "message"
        detail, quantity = "Alice" if row["alice"] else "", {"message": _number(row["quantity"])}
        yield Used(service, detail, row["currency"] or "", _priced(row, "price"), quantity)


def _sessions(rows: Iterable[dict[str, Any]]) -> Iterator[Used]:
    for row in rows:
        quantity = {"chat": _number(row["quantity"])}
        yield Used("chat", "", row["currency"] or "", _number(row["price"]), quantity)


def _notifications(rows: Iterable[dict[str, Any]]) -> Iterator[Used]:
    for row in rows:
        amounts = {"message": _number(row["quantity"]), "part": _number(row["parts"])}
        amount = _priced(row, "price")
        yield Used(
            "notification", row["channel"] or "", row["currency"] or "", amount, amounts, bool(row["sent"])
        )
