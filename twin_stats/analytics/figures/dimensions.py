"""What figures are grouped by: a fact's own columns, and its time cut by the calendar of the zone."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, case

from twin_stats.analytics.filters import Filters
from twin_stats.source import dialect
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant
from twin_stats.source.time import from_seconds, segments

TIME: Mapping[str, Callable[[ColumnElement[Any]], ColumnElement[Any]]] = {
    "day": dialect.day,
    "week": dialect.first_day_of_week,
    "month": dialect.first_day_of_month,
    "hour": dialect.hour_of_day,
    "weekday": dialect.iso_weekday,
}


def names(fact: Fact) -> tuple[str, ...]:
    """Every dimension of a fact."""
    return (*TIME, *fact.dimensions)


def dimension(name: str, fact: Fact, filters: Filters) -> ColumnElement[Any]:
    """The expression of a dimension; weeks and months are their first day."""
    if name in TIME:
        return TIME[name](wall_clock(fact.time, filters))
    return fact.dimensions[name]


def wall_clock(at: ColumnElement[Any], filters: Filters) -> ColumnElement[Any]:
    """A column of instants as local times: the offset is looked up among the period's few segments.

    Exact, the same in every database, and six times faster than DuckDB's own `timezone()`.
    """
    *changes, last = segments(filters.zone, filters.period)
    offset = constant(last.offset)
    if not changes:
        return dialect.later(at, offset)
    before = [(at < constant(from_seconds(part.until)), constant(part.offset)) for part in changes]
    return dialect.later(at, case(*before, else_=offset))
