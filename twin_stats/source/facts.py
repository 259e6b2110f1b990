"""Facts: the tables as we wish them, with the time each counts by and its dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, and_, case, func, select

from twin_stats.source import tables
from twin_stats.source.literals import constant
from twin_stats.source.notifications import as_meant


@dataclass(frozen=True)
class Fact:
    """One row for each thing that is counted: a company, a time, and dimensions that are columns.

    A subject may have several facts; `grain` tells them apart: what one row is. Rows that last have an end,
    `until`; those without one may last up to the newest row of the facts in `beside`. Where rows are listed,
    they have the columns `shown`, those of `key` first.
    """

    subject: str
    rows: FromClause
    time: Any
    dimensions: Mapping[str, ColumnElement[Any]]
    grain: str = ""
    until: Any = None
    beside: tuple["Fact", ...] = ()
    key: tuple[str, ...] = ("id",)
    shown: tuple[str, ...] = ()

    @property
    def company(self) -> ColumnElement[Any]:
        """The company of a row."""
        column: ColumnElement[Any] = self.time.table.c.company
        return column


def _fact(rows: Table, *dimensions: str) -> Fact:
    return Fact(
        subject=rows.info["subject"],
        rows=rows,
        time=rows.c[rows.info["time"]],
        dimensions={name: rows.c[name] for name in dimensions},
        key=rows.info["key"],
        shown=tables.given(rows),
    )


calls = _fact(
    tables.calls,
    "status",
    "direction",
    "bot",
    "task",
    "group",
    "operator",
    "responder",
    "hangup_by",
    "currency",
)

_notifications = as_meant()
notifications = Fact(
    subject="notifications",
    rows=_notifications,
    time=_notifications.c.created_at,
    dimensions={name: _notifications.c[name] for name in ("channel", "status", "reason", "currency")},
    shown=tables.given(tables.notifications),
)


SESSION = ("channel", "bot", "group", "operator", "chat_status", "has_client_messages", "currency")
GROUP: Any = tables.groups.c


def _of_chats(table: Table, grain: str, own: str, shown: str, **meant: ColumnElement[Any]) -> Fact:
    """A fact of chats: what it has of its session, its own columns (its time first), and those `meant`.

    Every grain has the dimensions of its session, so that a filter narrows all of them alike. Limits are
    those of the group as they are now; a group is there once, so that no row doubles.
    """
    names = [name for name in ("company", *own.split(), *SESSION) if name not in meant]
    values = [value.label(name) for name, value in meant.items()]
    same = and_(GROUP.company == table.c.company, GROUP.group == table.c.group)
    source = table.outerjoin(tables.groups, same) if "limit_s" in meant else table
    rows: Any = select(*(table.c[name] for name in names), *values).select_from(source).subquery(table.name)
    dimensions = {name: rows.c[name] for name in SESSION if name != "has_client_messages"}
    customers = case((rows.c.has_client_messages, "yes"), else_="no")
    return Fact(
        "chats",
        rows,
        rows.c[own.split()[0]],
        {**dimensions, "customer_messages": customers},
        grain,
        shown=tuple(dict.fromkeys(shown.split())),
    )


_session = tables.chats.c
_times = "started_at assigned_at handoff_at handed_at waiting_at answered_at closed_at reopened_at"
_said_in_it = "rating price client_messages bot_messages operator_messages"
_lengths = "first_response_s resolution_s duration_s bot_s operator_s"
_flags = "is_closed needs_operator operator_wrote bot_took_part"
_of_sessions = f"{_times} id opened_by client {_said_in_it} {_lengths} {_flags}"
_of_session = "channel bot group operator chat_status"
_sessions = f"id started_at {_of_session} opened_by client {_times} {_said_in_it} currency {_lengths}"
_turn = "started_at chat asked_at response_s"
_turns = f"chat started_at asked_at response_s {_of_session}"
_prices = f"chat started_at price currency {_of_session}"

chats = _of_chats(tables.chats, "", _of_sessions, _sessions, currency=_session.price_currency)
waits = _of_chats(
    tables.chats,
    "waits",
    _of_sessions,
    f"{_sessions} limit_s",
    currency=_session.price_currency,
    limit_s=GROUP.first_limit_s,
)
answers = replace(_of_chats(tables.answers, "answers", _turn, _turns), key=("chat", "asked_at"))
due_answers = replace(
    _of_chats(tables.answers, "due answers", _turn, f"{_turns} limit_s", limit_s=GROUP.next_limit_s),
    key=("chat", "asked_at"),
)
chat_prices = replace(
    _of_chats(tables.chat_prices, "prices", "started_at chat price", _prices), key=("chat", "currency")
)

_said = tables.messages.c
_messages = _of_chats(
    tables.messages,
    "messages",
    "at id chat author price",
    f"id at chat author price currency {_of_session}",
    operator=func.coalesce(_said.operator, _said.chat_operator),
)
messages = replace(_messages, dimensions={**_messages.dimensions, "author": _messages.rows.c.author})

_seen = tables.operator_intervals.c
_in_group = and_(tables.members.c.company == _seen.company, tables.members.c.operator == _seen.operator)
# An interval stands there once for each group of its operator.
_intervals: Any = (
    select(*_seen, func.nullif(tables.members.c.group, constant("")).label("group"))
    .select_from(tables.operator_intervals.outerjoin(tables.members, _in_group))
    .subquery("operator_intervals")
)
operators = Fact(
    subject="operators",
    rows=_intervals,
    time=_intervals.c["from"],
    dimensions={name: _intervals.c[name] for name in ("group", "operator")},
    until=func.coalesce(_intervals.c.to, _intervals.c.last_seen_at, _intervals.c["from"]),
    beside=(calls, chats, messages, notifications),
    key=("operator", "status", "from"),
    shown=tables.given(tables.operator_intervals),
)
