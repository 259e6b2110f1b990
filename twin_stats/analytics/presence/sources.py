"""The rows that figures of operators are made of: status intervals and sessions, each with its start and end.

One statement a figure: what is compared comes as a union, told apart by `kind`. Rows are those that
touch the period; clipping and merging is done in numpy (`intervals`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import (
    TIMESTAMP,
    ColumnElement,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    null,
    or_,
    select,
    union_all,
)

from twin_stats.analytics.answer import Read
from twin_stats.analytics.filters import UNKNOWN, Filters, chosen_rows, where
from twin_stats.source import facts, tables
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant, one_of

ONLINE, PAUSED, SESSION = 0, 1, 2
COLUMNS = ("operator", "kind", "start", "end")

_told: Any = tables.operator_intervals.c
_member: Any = tables.members.c
_chat: Any = tables.chats.c
_status = func.lower(_told.status)
NOBODY: ColumnElement[Any] = cast(null(), String)


def known_until(filters: Filters) -> datetime:
    """The end of the period, or of what is known: what lies in the future counts as nothing."""
    return min(filters.period.end, filters.as_of) if filters.as_of else filters.period.end


def presence(filters: Filters, by: Sequence[str] = (), named: bool = False) -> Select[Any]:
    """Each interval of operators: `operator`, `kind`, `start`, `end`, and `group` where it is asked for.

    By group, an interval stands there once for each group of its operator. Where rows are `named`, all of
    these statements have the session too: `chat`.
    """
    kind = case((_status == constant("online"), constant(ONLINE)), else_=constant(PAUSED))
    end = func.coalesce(_told.to, _told.last_seen_at, newest_event(filters))
    rows = _of_operators(filters, by, _columns(_told.operator, kind, _told["from"], end, named=named))
    own = _told.company == constant(filters.company)
    return _touching(filters, rows.where(own, one_of(_status, ("online", "paused"))))


def sessions(filters: Filters, by: Sequence[str] = (), named: bool = False) -> list[Select[Any]]:
    """The same of sessions with an operator: from the assignment, as far as it is known, to the close.

    Closed and open ones apart, so that a store passes over what was closed before the period: with ten
    million messages that took a quarter of the time.
    """
    start = func.coalesce(_chat.assigned_at, _chat.handed_at, _chat.started_at)
    own = (_chat.company == constant(filters.company), _chat.operator.is_not(None))
    found = []
    for end, those in _ends(filters):
        columns = _columns(_chat.operator, constant(SESSION), start, end, chat=_chat.id, named=named)
        found.append(_touching(filters, _of_operators(filters, by, columns).where(*own, those)))
    return found


def waits(filters: Filters, named: bool = False) -> list[Select[Any]]:
    """The same of sessions while they wait for the first message of an operator; `operator` is null.

    A session that nobody has answered waits until it is closed.
    """
    waited = (chosen_rows(filters, _CHATS), _chat.needs_operator, _chat.has_client_messages)
    silent = [(end, and_(_chat.answered_at.is_(None), those)) for end, those in _ends(filters)]
    found = []
    for end, those in ((_chat.answered_at, _chat.answered_at.is_not(None)), *silent):
        columns = _columns(NOBODY, constant(SESSION), _chat.waiting_at, end, chat=_chat.id, named=named)
        found.append(_touching(filters, select(*columns).where(*waited, those)))
    return found


def responses(filters: Filters, named: bool = False) -> Select[Any]:
    """The same of the period's sessions that an operator answered: from the wait's start to that answer."""
    start, end = _chat.waiting_at, _chat.answered_at
    rows = select(*_columns(NOBODY, constant(SESSION), start, end, chat=_chat.id, named=named))
    return rows.where(where(filters, _CHATS), _chat.first_response_s.is_not(None))


def together(*parts: Select[Any]) -> Select[Any]:
    """All rows of several statements."""
    rows = union_all(*parts).subquery("rows")
    return select(*rows.c)


def newest_event(filters: Filters) -> ColumnElement[Any]:
    """The company's newest moment that anything is known of: an open interval ends there at the latest."""
    return moment(filters.newest) if filters.newest else _newest(filters).scalar_subquery()


def moment(at: datetime) -> ColumnElement[Any]:
    """An instant as the databases compare and subtract it."""
    return cast(constant(at), TIMESTAMP)


def newest(read: Read, filters: Filters) -> datetime | None:
    """The same, asked once; None without an event."""
    found = read(_newest(filters))["newest"].iloc[0]
    return None if pd.isna(found) else found.to_pydatetime()


def _newest(filters: Filters) -> Select[Any]:
    known = [
        select(func.max(column).label("at")).where(
            column.table.c.company == constant(filters.company),
            *([column <= constant(filters.as_of)] if filters.as_of else []),
        )
        for column in _MOMENTS
    ]
    found = union_all(*known).subquery("moments")
    return select(func.max(found.c.at).label("newest"))


_MOMENTS: tuple[Any, ...] = (
    tables.calls.c.started_at,
    _chat.started_at,
    tables.messages.c.at,
    tables.notifications.c.created_at,
    _told["from"],
    _told.to,
    _told.last_seen_at,
)
_CHATS = Fact(
    "chats",
    tables.chats,
    _chat.started_at,
    {
        **{name: _chat[name] for name in ("channel", "bot", "group", "chat_status")},
        "customer_messages": case((_chat.has_client_messages, "yes"), else_="no"),
    },
)


OF_OPERATORS = frozenset(facts.operators.dimensions)
OF_SESSIONS = OF_OPERATORS | {*_CHATS.dimensions}


def _ends(filters: Filters) -> tuple[tuple[ColumnElement[Any], ColumnElement[bool]], ...]:
    """When a session ends, for those that are closed and those that are not.

    A session that is closed nobody knows when has no length.
    """
    return (_chat.closed_at, _chat.is_closed), (newest_event(filters), ~_chat.is_closed)


def _columns(
    *values: ColumnElement[Any], chat: ColumnElement[Any] | None = None, named: bool
) -> list[ColumnElement[Any]]:
    columns: list[ColumnElement[Any]] = [
        value.label(name) for name, value in zip(COLUMNS, values, strict=True)
    ]
    return [*columns, (NOBODY if chat is None else chat).label("chat")] if named else columns


def _of_operators(filters: Filters, by: Sequence[str], columns: Sequence[ColumnElement[Any]]) -> Select[Any]:
    """The rows of chosen operators, beside their groups where these are asked for."""
    operator: Any = columns[0]
    operator, rows, wanted = operator.element, select(*columns), dict(filters.chosen)
    if "operator" in wanted:
        rows = rows.where(one_of(operator, wanted["operator"]))
    groups = wanted.get("group", ())
    if "group" not in by:
        return rows.where(_in_groups(filters, operator, groups)) if groups else rows
    mine = and_(_member.operator == operator, _member.company == constant(filters.company))
    # ClickHouse joins nobody's group as an empty text.
    group = func.nullif(_member.group, constant(UNKNOWN))
    joined = rows.add_columns(group.label("group")).outerjoin(tables.members, mine)
    unknown = [group.is_(None)] if UNKNOWN in groups else []
    return joined.where(or_(one_of(group, groups), *unknown)) if groups else joined


def _touching(filters: Filters, rows: Select[Any]) -> Select[Any]:
    """Those of the rows that have some time in the period."""
    known = rows.subquery("known")
    start, end = known.c.start, known.c.end
    until, since = constant(known_until(filters)), constant(filters.period.start)
    return select(*known.c).where(and_(start < until, end > since, end > start))


def _in_groups(filters: Filters, operator: ColumnElement[Any], groups: Sequence[str]) -> ColumnElement[bool]:
    """Operators of one of these groups; the unknown group means operators in none."""
    members = select(_member.operator).where(_member.company == constant(filters.company))
    chosen = operator.in_(members.where(one_of(_member.group, groups)))
    return or_(chosen, operator.not_in(members)) if UNKNOWN in groups else chosen
