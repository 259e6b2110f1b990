"""Telling of operators on duty: spells of a status, groups, sessions that wait, in UTC."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import Any

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.chats.telling import put, settled
from tests.unit.source.making import numbers
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores
from twin_stats.source.tables import chats, members, messages, operator_intervals

HOUR = 3600
Row = dict[str, Any]
names = count(1)


@dataclass(frozen=True)
class OnDuty(Asked):
    """A company's operators as they are known at some moment."""

    now: datetime | None = None

    def filters(self, start: str = "2026-01-01", end: str = "2027-01-01", **chosen: Iterable[str]) -> Filters:
        """The filters of a local period and of chosen values, as of now."""
        return replace(super().filters(start, end, **chosen), as_of=self.now)


def at(moment: str | None) -> datetime | None:
    """`02-10 21:00` of 2026."""
    return datetime.fromisoformat(f"2026-{moment}") if moment else None


def spell(operator: str, start: str, end: str | None = None, status: str = "online", seen: str = "") -> Row:
    """An operator in a status from a moment to another."""
    times = {"from": at(start), "to": at(end), "last_seen_at": at(seen)}
    return {"operator": operator, "status": status, **times}


def paused(operator: str, start: str, end: str | None = None) -> Row:
    """The same, paused."""
    return spell(operator, start, end, "paused")


def taken(operator: str | None, start: str, end: str | None, **more: Any) -> Row:
    """A session assigned to an operator from its start on."""
    times = {"started_at": at(start), "assigned_at": at(start), "closed_at": at(end)}
    return {"id": f"taken {next(names)}", "operator": operator, **times, **more}


def waiting(start: str, answer: str | None = None, **more: Any) -> tuple[Row, list[Row]]:
    """A session in which the client writes at its start, and an operator perhaps answers."""
    chat = {"id": f"waiting {next(names)}", "started_at": at(start), **more}
    said = [("client", start), *([("operator", answer)] if answer else [])]
    return chat, [
        {"id": f"said {next(names)}", "chat": chat["id"], "author": who, "at": at(when)} for who, when in said
    ]


def on_duty(
    stores: Stores,
    spells: Sequence[Row],
    sessions: Sequence[Row] = (),
    *,
    groups: dict[str, Sequence[str]] | None = None,
    waits: Sequence[tuple[Row, list[Row]]] = (),
    zone: str = "UTC",
    now: str | None = None,
) -> OnDuty:
    """A company of its own with all that; `groups` are the groups of each operator."""
    company = next(numbers)
    pairs = [{"operator": one, "group": group} for one, own in (groups or {}).items() for group in own]
    with stores.events(0).begin() as connection:
        put(connection, operator_intervals, company, spells)
        put(connection, members, company, pairs)
        put(connection, chats, company, [*sessions, *(chat for chat, _ in waits)])
        put(connection, messages, company, [row for _, said in waits for row in said])
        settled(connection, company)
    return OnDuty(stores, company, zone, at(now))
