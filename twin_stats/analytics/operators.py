"""Operators: metrics on top, charts below. Their intervals are clipped, merged, and cut at local midnight."""

from typing import Any

from sqlalchemy import Select

from twin_stats.analytics.chart import Chart, Mark, Shape
from twin_stats.analytics.figures.metric import Metric, Way
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.marks import columns, columns_over_time
from twin_stats.analytics.presence import coverage, figures, marks, shapes, timeline
from twin_stats.analytics.presence.sources import OF_SESSIONS, presence, sessions, together
from twin_stats.analytics.presence.spells import Responses, Spells
from twin_stats.analytics.query import Query
from twin_stats.source.facts import operators as fact

_way = Way(figures.rows, figures.figures)


def _figure(name: str, unit: str, **more: Any) -> Metric:
    return Metric(name, fact, None, unit, way=_way, **more)


online_time = _figure("online_time", "seconds")
paused_time = _figure("paused_time", "seconds")
pause_share = _figure("pause_share", "rate", more_is_better=False)
occupancy = _figure("occupancy", "rate")
concurrency = _figure("concurrency", "number")
operators = _figure("operators", "count")

_SUBJECT = "operators"


def _activity(name: str, metric: str) -> Chart:
    """Hours by operator and by day."""
    shape = shapes.in_hours(shapes.by_operator_and_day(metric))
    return _chart(name, _present, shape, marks.days, category_of="operator", figure=metric)


def _chart(name: str, query: Query, shape: Shape, mark: Mark, **more: str) -> Chart:
    return Chart(name, _SUBJECT, query, shape, mark, **({"unit": "seconds"} | more))


def _by_group(filters: Filters, named: bool) -> Select[Any]:
    return presence(filters, ("group",), named)


def _with_sessions(filters: Filters, named: bool) -> Select[Any]:
    return together(presence(filters, named=named), *sessions(filters, named=named))


_present = Spells(lambda filters, named: presence(filters, named=named))
_beside_sessions = Spells(_with_sessions)
_beside_waits = Spells(coverage.rows, "waiting", OF_SESSIONS)

operator_activity_online = _activity("operator_activity_online", "online_time")
operator_activity_paused = _activity("operator_activity_paused", "paused_time")
operator_timeline = _chart(
    "operator_timeline",
    Spells(timeline.rows),
    shapes.in_hours(timeline.timeline),
    marks.timeline,
    category_of="operator",
    series_of="presence",
)
operator_hours_a_day = _chart(
    "operator_hours_a_day",
    _present,
    shapes.in_hours(shapes.hours_a_day),
    marks.operators,
    category_of="operator",
    series_of="metric",
)
operator_time_by_day = _chart(
    "operator_time_by_day",
    _present,
    shapes.in_hours(shapes.over_time("online_time", "paused_time", empty=0.0)),
    marks.hours_over_time,
    series_of="metric",
)
online_time_by_group = _chart(
    "online_time_by_group",
    Spells(_by_group),
    shapes.in_hours(shapes.by_group("online_time")),
    marks.groups,
    category_of="group",
    figure="online_time",
)
occupancy_by_day = _chart(
    "occupancy_by_day",
    _beside_sessions,
    shapes.over_time("occupancy"),
    marks.line,
    series_of="metric",
    unit="rate",
)
concurrency_by_day = _chart(
    "concurrency_by_day",
    _beside_sessions,
    shapes.over_time("concurrency"),
    marks.line,
    series_of="metric",
    unit="number",
)
coverage_by_half_hour = _chart(
    "coverage_by_half_hour",
    _beside_waits,
    shapes.half_hours,
    marks.half_hours,
    series_of="coverage",
    category_of="half_hour",
    unit="number",
)
uncovered_by_half_hour = _chart(
    "uncovered_by_half_hour",
    _beside_waits,
    shapes.uncovered_half_hours,
    columns,
    category_of="half_hour",
    figure="uncovered",
)
uncovered_by_day = _chart(
    "uncovered_by_day", _beside_waits, shapes.uncovered_over_time, columns_over_time, series_of="coverage"
)
first_response_by_coverage = _chart(
    "first_response_by_coverage",
    Responses(),
    shapes.responses,
    marks.shares,
    category_of="wait",
    series_of="answered_when",
    unit="rate",
)

COUNTERS = (online_time, paused_time, pause_share, occupancy, concurrency, operators)
ACTIVITY = (
    (operator_activity_online, operator_activity_paused, operator_timeline, operator_hours_a_day),
    (operator_time_by_day, online_time_by_group, occupancy_by_day, concurrency_by_day),
)
COVERAGE = ((coverage_by_half_hour, uncovered_by_half_hour, first_response_by_coverage, uncovered_by_day),)
