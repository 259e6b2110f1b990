"""The intervals behind figures of operators: those that touch what a mark stands for."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from twin_stats.analytics.drill.behind import BRINGS, TOUCHING, Behind
from twin_stats.analytics.drill.mark import Marked, same, stretches
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.figures import WITH_SESSIONS
from twin_stats.analytics.presence.sources import (
    ONLINE,
    PAUSED,
    known_until,
    moment,
    presence,
    sessions,
    together,
)
from twin_stats.analytics.presence.spells import MADE_OF, Spells
from twin_stats.source.dialect import seconds_between
from twin_stats.source.literals import constant
from twin_stats.source.time import EPOCH, Period, from_seconds, segments

ORDER = ("from", "kind", "operator", "chat", "to")
DAY, HALF_HOUR = 86400, 1800


def of_counter(metric: Metric, filters: Filters) -> Behind:
    """All intervals that a figure of operators is worked out of."""
    rows = presence(filters, named=True)
    if metric.name in WITH_SESSIONS:
        rows = together(rows, *sessions(filters, named=True))
    row: Any = rows.subquery("intervals").c
    shown = columns(row, "session", [filters.period], filters)
    return Behind(select(*shown).where(_made_of(row, metric.name)), ORDER, TOUCHING, metric.name)


def of_mark(query: Spells, mark: Marked) -> Behind:
    """The intervals that touch a mark."""
    figure, periods = mark.series or mark.chart.figure, _periods(mark)
    row: Any = query.rows(mark.filters, True).subquery("intervals").c
    touching = or_(*(and_(row.start < constant(p.end), row.end > constant(p.start)) for p in periods))
    shown = columns(row, query.session, periods, mark.filters)
    rows = select(*shown).where(_made_of(row, figure), touching, *_of_keys(row, mark))
    return Behind(rows, ORDER, TOUCHING, figure)


def _periods(mark: Marked) -> list[Period]:
    if "bucket" in mark.keys:
        return stretches(mark.keys["bucket"], mark.filters)
    if "began" in mark.keys:
        ends = (EPOCH + timedelta(microseconds=int(mark.keys[end])) for end in ("began", "ended"))
        return [Period(*ends)]
    return [mark.filters.period]


def _made_of(row: Any, figure: str) -> ColumnElement[bool]:
    return or_(*(row.kind == constant(kind) for kind in MADE_OF[figure]))


def columns(row: Any, session: str, periods: Sequence[Period], filters: Filters) -> list[ColumnElement[Any]]:
    """Whose interval it is, of what kind, from when to when, and the seconds it brings into one period."""
    kinds = {ONLINE: constant("online"), PAUSED: constant("paused")}
    told = case(*((row.kind == constant(k), word) for k, word in kinds.items()), else_=constant(session))
    found = [row.chat, row.operator, *([row.group] if "group" in row else []), told.label("kind")]
    found += [row.start.label("from"), row.end.label("to")]
    return [*found, _seconds(row, periods[0], filters).label(BRINGS)] if len(periods) == 1 else found


def _seconds(row: Any, period: Period, filters: Filters) -> ColumnElement[Any]:
    until = min(period.end, known_until(filters))
    return seconds_between(func.greatest(row.start, moment(period.start)), func.least(row.end, moment(until)))


def _of_keys(row: Any, mark: Marked) -> Iterator[ColumnElement[bool]]:
    name = mark.chart.category_of
    if "category" not in mark.keys:
        return
    if name == "half_hour":
        yield _in_half_hour(row, mark.keys["category"], mark.filters)
    else:
        yield same(row[name], mark.keys["category"], mark.others("category"))


def _in_half_hour(row: Any, name: str, filters: Filters) -> ColumnElement[bool]:
    """Whether an interval touches a half hour of the local day, on whatever day of the period.

    Apart for each stretch of one offset: of the half hours that begin there at `first`, `first` + a day, …,
    the last that begins before the interval ends must not be over before the interval begins.
    """
    hours, minutes = name.split(":")
    first = int(hours) * 3600 + int(minutes) * 60
    found, begin = [], filters.period.start
    for part in segments(filters.zone, filters.period):
        end = min(from_seconds(part.until), known_until(filters))
        if begin < end:
            start = _local(func.greatest(row.start, moment(begin)), part.offset)
            stop = _local(func.least(row.end, moment(end)), part.offset)
            last_begun = func.ceil((stop - constant(first)) / constant(float(DAY))) - constant(1)
            not_over = func.floor((start - constant(first + HALF_HOUR)) / constant(float(DAY))) + constant(1)
            found.append(and_(start < stop, last_begun >= not_over))
        begin = end
    return or_(*found)


def _local(at: ColumnElement[Any], offset: int) -> ColumnElement[Any]:
    """Seconds of the wall clock since 1970."""
    return seconds_between(moment(EPOCH), at) + constant(offset)
