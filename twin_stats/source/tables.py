"""The event store's tables as they are: one a subject, and the dimensions they name.

Every row belongs to a company. Times are instants: `TIMESTAMP` without a zone, in UTC. Money is a
decimal beside its currency. All but the key and the time may be unknown. No primary keys: DuckDB's
indexes cost more at loading than they ever give back, and the loader keeps keys unique.

Computed columns, and the tables `answers` and `chat_prices`, are no input: `writing/settle.py` works them
out for every session that an import touches, `writing/meaning.py` for every notification.
"""

from sqlalchemy import BigInteger, Boolean, Column, Double, Integer, MetaData, SmallInteger, Table

from twin_stats.source.columns import (
    company,
    computed,
    counts,
    durations,
    flags,
    moment,
    money,
    needed,
    of_session,
    text,
    times,
)

SCHEMA_VERSION = 2
events = MetaData()

calls = Table(
    "calls",
    events,
    company(),
    needed("id"),
    moment("started_at"),
    *text("direction", "status"),
    Column("wait_seconds", Double),
    *times("answered_at", "ended_at"),
    Column("talk_seconds", Double),
    Column("bot_seconds", Double),
    *text("bot", "task", "group", "operator", "client", "responder"),
    Column("transferred", Boolean),
    *text("hangup_by"),
    *money("call_fee", "bot_fee"),
    info={"subject": "calls", "key": ("id",), "time": "started_at"},
)

chats = Table(
    "chats",
    events,
    company(),
    needed("id"),
    moment("started_at"),
    *text("opened_by", "channel", "bot", "group", "operator", "client"),
    *times("assigned_at", "handoff_at", "closed_at", "reopened_at"),
    *text("status"),
    Column("rating", SmallInteger),
    *money("price"),
    *computed(
        *text("chat_status", "price_currency"),
        *flags("is_closed", "has_client_messages", "bot_took_part", "needs_operator", "operator_wrote"),
        *counts("client_messages", "bot_messages", "operator_messages"),
        *times("handed_at", "waiting_at", "answered_at"),
        *durations("first_response_s", "bot_s", "operator_s", "resolution_s", "duration_s"),
    ),
    info={"subject": "chats", "key": ("id",), "time": "started_at"},
)

messages = Table(
    "messages",
    events,
    company(),
    needed("id"),
    *text("chat"),
    moment("at"),
    *text("author", "operator"),
    *money("price"),
    *computed(*of_session(), *text("chat_operator")),
    info={"subject": "messages", "key": ("id",), "time": "at"},
)

# One row for each turn of a client that wants a further answer of an operator; `response_s` is null while
# there is none.
answers = Table(
    "answers",
    events,
    company(),
    *text("chat"),
    *times("started_at", "asked_at"),
    *durations("response_s"),
    *text("operator", "currency"),
    *of_session(),
)

# What a session cost, in each of its currencies.
chat_prices = Table(
    "chat_prices",
    events,
    company(),
    *text("chat"),
    *times("started_at"),
    *text("operator"),
    *money("price"),
    *of_session(),
)

notifications = Table(
    "notifications",
    events,
    company(),
    needed("id"),
    moment("created_at"),
    *times("sent_at", "delivered_at", "read_at"),
    *text("status", "reason", "channel"),
    Column("parts", Integer),
    *money("price"),
    *text("bulk", "client"),
    Column("valid_minutes", Integer),
    *computed(*text("channel_name", "status_reached", "failure_reason")),
    info={"subject": "notifications", "key": ("id",), "time": "created_at"},
)

operator_intervals = Table(
    "operator_intervals",
    events,
    company(),
    needed("operator"),
    needed("status"),
    moment("from"),
    *times("to", "last_seen_at"),
    info={"subject": "operators", "key": ("operator", "status", "from"), "time": "from"},
)

groups = Table(
    "groups",
    events,
    company(),
    needed("group"),
    *durations("first_limit_s", "next_limit_s"),
    info={"subject": "groups", "key": ("group",), "time": None},
)

members = Table(
    "members",
    events,
    company(),
    needed("operator"),
    needed("group"),
    info={"subject": "members", "key": ("operator", "group"), "time": None},
)

bots = Table("bots", events, company(), needed("name"), info={"named_by": "bot"})
operators = Table("operators", events, company(), needed("name"), info={"named_by": "operator"})
tasks = Table("tasks", events, company(), needed("name"), info={"named_by": "task"})

store = Table("store", events, Column("schema_version", Integer), Column("generation", BigInteger))

SUBJECTS = {table.info["subject"]: table for table in events.tables.values() if "subject" in table.info}
DIMENSIONS = (bots, operators, tasks)


def given(table: Table) -> tuple[str, ...]:
    """The columns that an import fills."""
    own = [column for column in table.columns if column.name != "company"]
    return tuple(column.name for column in own if "computed" not in column.info)
