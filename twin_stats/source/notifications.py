"""Notifications as they are meant: the highest status that each has reached, channels by proper names."""

from typing import Any

from sqlalchemy import ColumnElement, Subquery, case, func, or_, select

from twin_stats.source import tables
from twin_stats.source.literals import constant, one_of

UNSENT = ("CREATED", "PENDING", "PAUSED", "DELAYED", "SENDING")
FAILURES = ("UNDELIVERED", "EXPIRED", "ERROR", "CANCELED")
STATUSES = (*UNSENT, "SENT", "DELIVERED", "READ", *FAILURES)
# What later news may not undo: a status gives way to one of the same or a higher rank.
RANKS = {
    **{status: rank for rank, status in enumerate((*UNSENT, "SENT"), 1)},
    **dict.fromkeys(FAILURES, 8),
    "DELIVERED": 9,
    "READ": 10,
}
UNHEARD_OF = 7
CHANNELS = ("SMS", "Viber", "Email", "WhatsApp", "Push", "Vkontakte", "Odnoklassniki")
WITHOUT_READ_RECEIPTS = ("SMS",)
LONGEST_VALIDITY_MINUTES = 2880


# What is worked out of each message as it is written, and the input column in whose place it is read.
MEANT = {"channel": "channel_name", "status": "status_reached", "reason": "failure_reason"}


def as_meant() -> Subquery:
    """The table with the status, the channel and the reason that figures count by."""
    row: Any = tables.notifications.c
    given = [row[name] for name in tables.given(tables.notifications) if name not in MEANT]
    meant = [row[written].label(name) for name, written in MEANT.items()]
    return select(row.company, *given, *meant).subquery("notifications")


def meaning(row: Any) -> dict[str, ColumnElement[Any]]:
    """The columns to write beside those that came, by their names.

    A status or channel that nobody has heard of stays as it came; so does a reason, but not with a message
    that arrived after all.
    """
    reason = case((~_arrived(row), row.reason))
    return {"channel_name": _channel(row.channel), "status_reached": _status(row), "failure_reason": reason}


def _channel(name: ColumnElement[Any]) -> ColumnElement[Any]:
    proper = [(constant(channel.lower()), constant(channel)) for channel in CHANNELS]
    return case(*proper, value=func.lower(name), else_=name)


def _status(row: Any) -> ColumnElement[Any]:
    """What the status and the times say together: news of a failure never undoes an arrival.

    A time of sending raises no status: the platform's PENDING has one, and is no less pending for it.
    """
    told = func.upper(row.status)
    was_read = or_(told == constant("READ"), row.read_at.is_not(None))
    silent = [channel.lower() for channel in WITHOUT_READ_RECEIPTS]
    tells = ~one_of(func.lower(func.coalesce(row.channel, constant(""))), silent)
    return case(
        (was_read & tells, constant("READ")),
        (_arrived(row), constant("DELIVERED")),
        (one_of(told, STATUSES), told),
        (row.status.is_(None) & row.sent_at.is_not(None), constant("SENT")),
        else_=row.status,
    )


def _arrived(row: Any) -> ColumnElement[bool]:
    told = one_of(func.upper(func.coalesce(row.status, constant(""))), ("DELIVERED", "READ"))
    return or_(told, row.delivered_at.is_not(None), row.read_at.is_not(None))
