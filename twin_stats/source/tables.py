"""The event store's tables as they are: one a subject, and the dimensions they name.

Every row belongs to a company. Times are instants: `TIMESTAMP` without a zone, in UTC. Money is a
decimal beside its currency. All but the key and the time may be unknown. No primary keys: DuckDB's
indexes cost more at loading than they ever give back, and the loader keeps keys unique.
"""

from typing import Any

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Boolean,
    Column,
    Double,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    String,
    Table,
)

SCHEMA_VERSION = 1
events = MetaData()


def _company() -> Column[int]:
    return Column("company", Integer, nullable=False)


def _needed(name: str) -> Column[str]:
    return Column(name, String, nullable=False)


def _text(*names: str) -> list[Column[str]]:
    return [Column(name, String) for name in names]


def _times(*names: str) -> list[Column[object]]:
    return [Column(name, TIMESTAMP) for name in names]


def _moment(name: str) -> Column[object]:
    return Column(name, TIMESTAMP, nullable=False)


def _money(*names: str) -> list[Column[Any]]:
    return [*(Column(name, Numeric(18, 6)) for name in names), Column("currency", String)]


calls = Table(
    "calls",
    events,
    _company(),
    _needed("id"),
    _moment("started_at"),
    *_text("direction", "status"),
    Column("wait_seconds", Double),
    *_times("answered_at", "ended_at"),
    Column("talk_seconds", Double),
    Column("bot_seconds", Double),
    *_text("bot", "task", "group", "operator", "client", "responder"),
    Column("transferred", Boolean),
    *_text("hangup_by"),
    *_money("call_fee", "bot_fee"),
    info={"subject": "calls", "key": ("id",), "time": "started_at"},
)

chats = Table(
    "chats",
    events,
    _company(),
    _needed("id"),
    _moment("started_at"),
    *_text("opened_by", "channel", "bot", "group", "operator", "client"),
    *_times("handoff_at", "closed_at", "reopened_at"),
    *_text("status"),
    Column("rating", SmallInteger),
    *_money("price"),
    info={"subject": "chats", "key": ("id",), "time": "started_at"},
)

messages = Table(
    "messages",
    events,
    _company(),
    _needed("id"),
    _text("chat")[0],
    _moment("at"),
    *_text("author", "operator"),
    *_money("price"),
    info={"subject": "messages", "key": ("id",), "time": "at"},
)

notifications = Table(
    "notifications",
    events,
    _company(),
    _needed("id"),
    _moment("created_at"),
    *_times("sent_at", "delivered_at", "read_at"),
    *_text("status", "reason", "channel"),
    Column("parts", Integer),
    *_money("price"),
    *_text("bulk", "client"),
    Column("valid_minutes", Integer),
    info={"subject": "notifications", "key": ("id",), "time": "created_at"},
)

operator_intervals = Table(
    "operator_intervals",
    events,
    _company(),
    _needed("operator"),
    _needed("status"),
    _moment("from"),
    *_times("to", "last_seen_at"),
    info={"subject": "operators", "key": ("operator", "status", "from"), "time": "from"},
)

groups = Table(
    "groups",
    events,
    _company(),
    _needed("group"),
    Column("first_limit_s", Double),
    Column("next_limit_s", Double),
    info={"subject": "groups", "key": ("group",), "time": None},
)

members = Table(
    "members",
    events,
    _company(),
    _needed("operator"),
    _needed("group"),
    info={"subject": "members", "key": ("operator", "group"), "time": None},
)

bots = Table("bots", events, _company(), _needed("name"), info={"named_by": "bot"})
operators = Table("operators", events, _company(), _needed("name"), info={"named_by": "operator"})
tasks = Table("tasks", events, _company(), _needed("name"), info={"named_by": "task"})

store = Table("store", events, Column("schema_version", Integer), Column("generation", BigInteger))

SUBJECTS = {table.info["subject"]: table for table in events.tables.values() if "subject" in table.info}
DIMENSIONS = (bots, operators, tasks)
