"""Calls: metrics on top, charts below. One row is one linked call, counted by its start."""

from typing import Any

from sqlalchemy import ColumnElement, Integer, bindparam, func

from twin_stats.analytics import marks, shapes
from twin_stats.analytics.figures import hours, money
from twin_stats.analytics.figures.bins import Binned, bin_names, binned
from twin_stats.analytics.figures.concurrency import InProgress
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.subject import Subject
from twin_stats.analytics.figures.timeline import over_time
from twin_stats.analytics.parts import part
from twin_stats.analytics.query import ask
from twin_stats.source.facts import calls as fact
from twin_stats.source.literals import constant, one_of

FAILURES = ("FAILED", "CHANUNAVAIL", "CONGESTION", "UNAVAILABLE", "EXPIRED")
ATTEMPTS = ("ANSWERED", "NOANSWER", "BUSY", *FAILURES)
REACHED = ("ANSWERED", "FAILED", "BUSY", "NOANSWER")


def _limit(name: str) -> ColumnElement[int]:
    return bindparam(name, type_=Integer, literal_execute=True)


_row: Any = fact.rows.c
_talk = _row.talk_seconds
_wait = func.coalesce(_row.wait_seconds, constant(0))
_answered = _row.status == constant("ANSWERED")
_unanswered = _row.status == constant("NOANSWER")
_attempted = one_of(_row.status, ATTEMPTS)
_talked = _answered & (_talk > constant(0))
_inbound = _row.direction == constant("inbound")
_served = _inbound & _answered
_abandoned = _inbound & _unanswered & (_wait > constant(0))
_too_soon = _abandoned & (_wait < _limit("short_abandon_seconds"))
_in_time = _served & (_wait <= _limit("service_level_seconds"))
_detected = _answered & one_of(_row.responder, ("Human", "Answering machine"))
_wanted_service = _served | _abandoned


_of = Subject(fact)

calls = _of.every("calls")
attempts = _of.count("attempts", _attempted)
answered = _of.count("answered", _answered, more_is_better=True)
not_answered = _of.count("not_answered", _unanswered, more_is_better=False)
busy = _of.count("busy", _row.status == constant("BUSY"), more_is_better=False)
failed_calls = _of.count("failed_calls", one_of(_row.status, FAILURES), more_is_better=False)
asr = _of.share("asr", _answered, _attempted, True)
ner = _of.share("ner", one_of(_row.status, REACHED), _attempted, True)
acd = _of.mean("acd", _talk, _answered)
talk_time = _of.total("talk_time", _talk, _answered)
talk_median = _of.quantile("talk_median", _talk, 0.5, _talked)
talk_p90 = _of.quantile("talk_p90", _talk, 0.9, _talked)
asa = _of.mean("asa", _wait, _served, more_is_better=False)
asa_queued = _of.mean("asa_queued", _wait, _served & (_wait > constant(0)), more_is_better=False)
menu_hangups = _of.count("menu_hangups", _inbound & _unanswered & (_wait <= constant(0)))
abandoned = _of.count("abandoned", _abandoned, more_is_better=False)
abandonment = _of.share("abandonment", _abandoned, _wanted_service, False)
service_level = _of.share("service_level", _in_time, _wanted_service & ~_too_soon, True)
human_answer_rate = _of.share(
    "human_answer_rate", _detected & (_row.responder == constant("Human")), _detected, True
)
answering_machines = _of.count("answering_machines", _row.responder == constant("Answering machine"))
short_calls = _of.share("short_calls", _answered & (_talk < _limit("short_call_seconds")), _answered, False)
transferred = _of.count("transferred", _row.transferred)
callers = _of.distinct("callers", _row.client)
peak_calls = Metric("peak_calls", fact, None, "peak")
call_fee = _of.money("call_fee", _row.call_fee)
bot_fee = _of.money("bot_fee", _row.bot_fee)
fees = _of.money("fees", func.coalesce(_row.call_fee + _row.bot_fee, _row.call_fee, _row.bot_fee))


WAITS = (1, 5, 10, 20, 30, 60, 120, 300)
TALKS = (10, 30, 60, 120, 180, 300, 600, 1200, 1800)


_status_by_time = over_time(calls, by=("status",))
_by_hour = ask(calls, by=("weekday", "hour"))
_who = ask(calls, by=("direction", "responder", "hangup_by"))
_stacked = shapes.stacked("status", "calls")

calls_by_status_and_day = _of.chart(
    "calls_by_status_and_day", _status_by_time, _stacked, marks.stacked_bars, series_of="status"
)
calls_by_status_and_day_in_percent = _of.chart(
    "calls_by_status_and_day_in_percent", _status_by_time, _stacked, marks.shares, series_of="status"
)
calls_by_hour_and_weekday = _of.chart(
    "calls_by_hour_and_weekday", _by_hour, hours.week_grid("calls"), marks.grid
)
calls_by_hour = _of.chart(
    "calls_by_hour",
    part(ask(calls, by=("hour",)), _by_hour),
    hours.by_hour("calls"),
    marks.columns,
    category_of="hour",
)
calls_by_status = _of.ranking("calls_by_status", "status", calls, _status_by_time)
calls_by_direction = _of.ranking("calls_by_direction", "direction", calls, _who)
calls_by_bot = _of.ranking("calls_by_bot", "bot", calls)
calls_by_task = _of.ranking("calls_by_task", "task", calls)
calls_by_group = _of.ranking("calls_by_group", "group", calls)
calls_by_responder = _of.ranking("calls_by_responder", "responder", calls, _who)
calls_by_hangup = _of.ranking("calls_by_hangup", "hangup_by", calls, _who)
answered_by_operator = _of.ranking("answered_by_operator", "operator", answered)
talk_by_day = _of.chart(
    "talk_by_day",
    over_time(talk_time),
    shapes.over_time("talk_time", empty=0.0),
    marks.columns_over_time,
    unit="seconds",
)
talk_length_by_day = _of.lines("talk_length_by_day", "seconds", talk_median, talk_p90)
talk_distribution = _of.chart(
    "talk_distribution",
    Binned(fact, _talk, TALKS, {"answered": _talked}),
    binned(bin_names(TALKS), ["answered"]),
    marks.columns,
    series_of="metric",
)
answer_rates_by_day = _of.lines("answer_rates_by_day", "rate", asr, ner)
simultaneous_calls = _of.chart(
    "simultaneous_calls",
    InProgress(fact, "hour"),
    hours.peaks_by_hour("peak_calls"),
    marks.columns,
    category_of="hour",
    figure="peak_calls",
)
fees_by_day = _of.chart(
    "fees_by_day",
    over_time(call_fee, bot_fee, by=("currency",)),
    money.money_over_time("call_fee", "bot_fee"),
    marks.money,
    series_of="metric",
    unit="money",
)
queue_waits = _of.chart(
    "queue_waits",
    Binned(fact, _wait, WAITS, {"answered": _served, "abandoned": _abandoned}),
    binned(bin_names(WAITS), ["answered", "abandoned"]),
    marks.columns,
    series_of="metric",
)
abandonment_by_day = _of.lines("abandonment_by_day", "rate", abandonment)
service_level_by_day = _of.lines("service_level_by_day", "rate", service_level)
