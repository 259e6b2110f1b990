"""Facts: the tables as we wish them, with the time each counts by and its dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table, and_, case, func

from twin_stats.source import tables
from twin_stats.source.notifications import as_meant


@dataclass(frozen=True)
class Fact:
    """One row for each thing that is counted: a company, a time, and dimensions that are columns.

    A subject may have several facts; `grain` tells them apart: what one row is.
    """

    subject: str
    rows: FromClause
    time: Any
    dimensions: Mapping[str, ColumnElement[Any]]
    grain: str = ""

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
)


def _of_session(rows: Table, operator: ColumnElement[Any], currency: str) -> Mapping[str, ColumnElement[Any]]:
    """The dimensions that every grain of chats has: a filter narrows all of them alike."""
    return {
        **{name: rows.c[name] for name in ("channel", "bot", "group")},
        "operator": operator,
        "chat_status": rows.c.chat_status,
        "customer_messages": case((rows.c.has_client_messages, "yes"), else_="no"),
        "currency": rows.c[currency],
    }


def _with_limits(rows: Table) -> FromClause:
    """The rows beside the limits of their group, as they are now: a group is there once, so no row doubles."""
    same = and_(tables.groups.c.company == rows.c.company, tables.groups.c.group == rows.c.group)
    return rows.outerjoin(tables.groups, same)


_chats, _messages, _answers, _prices = (
    tables.chats.c,
    tables.messages.c,
    tables.answers.c,
    tables.chat_prices.c,
)
_sessions = _of_session(tables.chats, _chats.operator, "price_currency")
_turns = _of_session(tables.answers, _answers.operator, "price_currency")

chats = Fact("chats", tables.chats, _chats.started_at, _sessions)
waits = Fact("chats", _with_limits(tables.chats), _chats.started_at, _sessions, "waits")
answers = Fact("chats", tables.answers, _answers.started_at, _turns, "answers")
due_answers = Fact("chats", _with_limits(tables.answers), _answers.started_at, _turns, "due answers")
chat_prices = Fact(
    "chats",
    tables.chat_prices,
    _prices.started_at,
    _of_session(tables.chat_prices, _prices.chat_operator, "currency"),
    "prices",
)
messages = Fact(
    "chats",
    tables.messages,
    _messages.at,
    {
        **_of_session(
            tables.messages, func.coalesce(_messages.operator, _messages.chat_operator), "currency"
        ),
        "author": _messages.author,
    },
    "messages",
)
