"""Billing's own queries: what was used in a period, by what it is priced by.

They share no code with the KPIs: a changed KPI must not change money.
"""

from typing import Any

from sqlalchemy import ColumnElement, Integer, Numeric, Select, and_, case, cast, func, select

from twin_stats.source import tables
from twin_stats.source.facts import notifications as notices
from twin_stats.source.literals import constant, one_of
from twin_stats.source.time import Period

# Notifications that were sent, whatever became of them; the others cost nothing unless they have a price.
SENT = ("SENT", "DELIVERED", "READ", "UNDELIVERED", "EXPIRED")
NOTHING = ""


def calls(company: int, period: Period) -> Select[Any]:
    """Calls by currency, direction, and whether they have a fee; talk counts for answered ones."""
    row: Any = tables.calls.c
    talk = case(
        (row.status == constant("ANSWERED"), func.coalesce(row.talk_seconds, constant(0))), else_=constant(0)
    )
    with_bot = row.bot.is_not(None) | row.bot_fee.is_not(None)
    return _grouped(
        (
            row.currency.label("currency"),
            row.direction.label("direction"),
            _flag(row.call_fee.is_not(None), "priced"),
        ),
        _within(row, row.started_at, company, period),
        _count("quantity"),
        _count("with_bot", with_bot),
        _count("bots_priced", row.bot_fee.is_not(None)),
        _sum("call_fee", row.call_fee),
        _sum("bot_fee", row.bot_fee),
        _sum("seconds", talk),
        _sum("minutes", func.ceil(talk / constant(60.0))),
    )


def messages(company: int, period: Period) -> Select[Any]:
    """Messages by author, whether the channel is Alice, currency, and whether they have a price.

    Messages without a price of a session that has one of its own are paid for with the session.
    """
    row: Any = tables.messages.c
    chat: Any = tables.chats.c
    paid_for = select(chat.id).where(chat.company == constant(company), chat.price.is_not(None))
    alone = row.price.is_not(None) | func.coalesce(row.chat, constant(NOTHING)).not_in(paid_for)
    alice = func.lower(func.coalesce(row.channel, constant(NOTHING))) == constant("alice")
    return _grouped(
        (
            row.author.label("author"),
            _flag(alice, "alice"),
            row.currency.label("currency"),
            _flag(row.price.is_not(None), "priced"),
        ),
        and_(_within(row, row.at, company, period), alone),
        _count("quantity"),
        _sum("price", row.price),
    )


def sessions(company: int, period: Period) -> Select[Any]:
    """Sessions that have a price of their own, and none of whose messages has one, by currency."""
    row: Any = tables.chats.c
    said: Any = tables.messages.c
    priced = select(said.chat).where(
        said.company == constant(company),
        said.at >= constant(period.start),
        said.price.is_not(None),
        said.chat.is_not(None),
    )
    rows = and_(_within(row, row.started_at, company, period), row.price.is_not(None), row.id.not_in(priced))
    return _grouped((row.currency.label("currency"),), rows, _count("quantity"), _sum("price", row.price))


def notifications(company: int, period: Period) -> Select[Any]:
    """Notifications by channel, currency, whether they have a price, and whether they were sent."""
    row: Any = notices.rows.c
    sent = one_of(func.coalesce(row.status, constant(NOTHING)), SENT)
    return _grouped(
        (
            row.channel.label("channel"),
            row.currency.label("currency"),
            _flag(row.price.is_not(None), "priced"),
            _flag(sent, "sent"),
        ),
        _within(row, row.created_at, company, period),
        _count("quantity"),
        _sum("parts", row.parts),
        _sum("price", row.price),
    )


def first_use(company: int) -> tuple[Select[Any], ...]:
    """For each subject: the time of the company's first event."""
    subjects = ("calls", "chats", "messages", "notifications")
    found = []
    for table in (tables.SUBJECTS[subject] for subject in subjects):
        first = func.min(table.c[table.info["time"]]).label("first")
        found.append(select(first).where(table.c.company == constant(company)))
    return tuple(found)


def _within(row: Any, time: ColumnElement[Any], company: int, period: Period) -> ColumnElement[bool]:
    inside = and_(time >= constant(period.start), time < constant(period.end))
    return and_(row.company == constant(company), inside)


def _grouped(keys: tuple[Any, ...], rows: ColumnElement[bool], *figures: Any) -> Select[Any]:
    return select(*keys, *figures).where(rows).group_by(*(key.element for key in keys))


def _flag(condition: ColumnElement[bool], name: str) -> Any:
    return case((condition, constant(1)), else_=constant(0)).label(name)


def _count(name: str, rows: ColumnElement[bool] | None = None) -> Any:
    counted = func.count() if rows is None else func.count(case((rows, constant(1))))
    return cast(counted, Integer).label(name)


def _sum(name: str, value: ColumnElement[Any]) -> Any:
    """An exact sum: decimals of six places, as prices have them."""
    return func.sum(cast(value, Numeric(18, 6))).label(name)
