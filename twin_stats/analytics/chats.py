"""Chats: metrics on top, charts below. Messages count by their own time, all else by the session's start.

Four grains, and so four facts: sessions, messages, answers to a client's further turns, prices by currency.
"""

from typing import Any

from sqlalchemy import TIMESTAMP, bindparam

from twin_stats.analytics import marks, shapes
from twin_stats.analytics.figures import hours
from twin_stats.analytics.figures.subject import Subject
from twin_stats.analytics.figures.timeline import over_time
from twin_stats.analytics.parts import part
from twin_stats.analytics.query import ask
from twin_stats.source import facts
from twin_stats.source.dialect import later
from twin_stats.source.facts import chats as fact
from twin_stats.source.literals import constant
from twin_stats.source.vocabulary import CHAT_CHANNELS

_now = bindparam("as_of", type_=TIMESTAMP, literal_execute=True)

_row: Any = fact.rows.c
_replied = _row.first_response_s.is_not(None)
_rated = _row.rating.between(constant(1), constant(5))
_with_bot = _row.is_closed & _row.bot_took_part & _row.has_client_messages

_wait: Any = facts.waits.rows.c
_wanted = _wait.needs_operator & _wait.has_client_messages
_too_late = later(_wait.waiting_at, _wait.limit_s) < _now
_due = _wanted & _wait.limit_s.is_not(None) & (_wait.first_response_s.is_not(None) | _too_late)
_silent = _wait.needs_operator & ~_wait.operator_wrote & (_wait.is_closed | _too_late)

_response: Any = facts.answers.rows.c.response_s
_turn: Any = facts.due_answers.rows.c
_next_too_late = later(_turn.asked_at, _turn.limit_s) < _now
_next_due = _turn.limit_s.is_not(None) & (_turn.response_s.is_not(None) | _next_too_late)

_author: Any = facts.messages.rows.c.author

# Values that can be chosen whether the company has had them or not.
KNOWN = {"channel": CHAT_CHANNELS}

COHORT = ("chat_status",)
_of = Subject(fact, COHORT)
_waits = Subject(facts.waits, COHORT)
_messages = Subject(facts.messages, COHORT)
_answers = Subject(facts.answers, COHORT)
_next = Subject(facts.due_answers, COHORT)
_prices = Subject(facts.chat_prices, COHORT)

chats = _of.every("chats")
active_chats = _of.count("active_chats", ~_row.is_closed)
closed_chats = _of.count("closed_chats", _row.is_closed)
clients = _of.distinct("clients", _row.client)
messages = _messages.every("messages")
client_messages = _messages.count("client_messages", _author == constant("client"))
bot_messages = _messages.count("bot_messages", _author == constant("bot"))
operator_messages = _messages.count("operator_messages", _author == constant("operator"))
message_price = _messages.money("message_price", facts.messages.rows.c.price)
handoffs = _of.count("handoffs", _row.handed_at.is_not(None))
unanswered_chats = _waits.count("unanswered_chats", _silent, more_is_better=False)
first_response_median = _of.seconds("first_response_median", _row.first_response_s, 0.5)
first_response_p90 = _of.seconds("first_response_p90", _row.first_response_s, 0.9)
next_response_median = _answers.seconds("next_response_median", _response, 0.5)
next_response_p90 = _answers.seconds("next_response_p90", _response, 0.9)
sl_first = _waits.share("sl_first", _due & (_wait.first_response_s <= _wait.limit_s), _due, True)
sl_first_left_out = _waits.count("sl_first_left_out", _wanted & _wait.limit_s.is_(None))
sl_next = _next.share("sl_next", _next_due & (_turn.response_s <= _turn.limit_s), _next_due, True)
sl_next_left_out = _next.count("sl_next_left_out", _turn.limit_s.is_(None))
resolution_median = _of.seconds("resolution_median", _row.resolution_s, 0.5)
session_median = _of.seconds("session_median", _row.duration_s, 0.5, more_is_better=None)
bot_time = _of.mean("bot_time", _row.bot_s, _replied)
queue_time = _of.mean("queue_time", _row.first_response_s, _replied, more_is_better=False)
operator_time = _of.mean("operator_time", _row.operator_s, _replied)
containment = _of.share("containment", _with_bot & _row.handed_at.is_(None), _with_bot, True)
rating = _of.share("rating", _rated & (_row.rating >= constant(4)), _rated, True)
rating_rate = _of.share("rating_rate", _rated & _row.is_closed, _row.is_closed, True)
chat_price = _prices.money("chat_price", facts.chat_prices.rows.c.price)

_first, _further = (first_response_median, first_response_p90), (next_response_median, next_response_p90)
_by_channel = over_time(chats, by=("channel",))
_said = over_time(messages, by=("author", "channel"))
_by_author = part(over_time(messages, by=("author",)), _said)
_authors = shapes.stacked("author", "messages")

chats_by_channel_and_day = _of.chart(
    "chats_by_channel_and_day",
    _by_channel,
    shapes.stacked("channel", "chats"),
    marks.stacked_bars,
    series_of="channel",
)
chats_by_channel = _of.ranking("chats_by_channel", "channel", chats, _by_channel)
chats_by_bot = _of.ranking("chats_by_bot", "bot", chats)
chats_by_status = _of.ranking("chats_by_status", "chat_status", chats)
chats_by_group = _of.ranking("chats_by_group", "group", chats)
chats_by_hour_and_weekday = _of.chart(
    "chats_by_hour_and_weekday", ask(chats, by=("weekday", "hour")), hours.week_grid("chats"), marks.grid
)
messages_by_author_and_day = _messages.chart(
    "messages_by_author_and_day", _by_author, _authors, marks.stacked_bars, series_of="author"
)
messages_by_author_and_day_in_percent = _messages.chart(
    "messages_by_author_and_day_in_percent", _by_author, _authors, marks.shares, series_of="author"
)
messages_by_author = _messages.ranking("messages_by_author", "author", messages, _said)
messages_by_channel = _messages.ranking("messages_by_channel", "channel", messages, _said)
first_response_by_day = _of.lines(
    "first_response_by_day", "seconds", first_response_median, first_response_p90
)
next_response_by_day = _answers.lines(
    "next_response_by_day", "seconds", next_response_median, next_response_p90
)
sl_first_by_group = _waits.rates("sl_first_by_group", "group", sl_first)
sl_next_by_group = _next.rates("sl_next_by_group", "group", sl_next)
containment_by_day = _of.lines("containment_by_day", "rate", containment)
response_anatomy_by_day = _of.chart(
    "response_anatomy_by_day",
    over_time(bot_time, queue_time, operator_time),
    shapes.parts_over_time("bot_time", "queue_time", "operator_time"),
    marks.stacked_bars,
    series_of="metric",
    unit="seconds",
)
