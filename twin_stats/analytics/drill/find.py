"""From a mark, or a metric, to the rows behind it: one way for each kind of query."""

from functools import singledispatch

from sqlalchemy import ColumnElement

from twin_stats.analytics.answer import Read
from twin_stats.analytics.drill import counted, intervals, peaks, responses
from twin_stats.analytics.drill.behind import Behind
from twin_stats.analytics.drill.mark import Marked
from twin_stats.analytics.figures.bins import Binned
from twin_stats.analytics.figures.concurrency import InProgress
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.spells import Responses, Spells
from twin_stats.analytics.query import Asked
from twin_stats.source.literals import constant


def of_mark(mark: Marked) -> Behind:
    """The rows behind a mark of a chart."""
    return _behind(mark.chart.query, mark)


def of_metric(metric: Metric, filters: Filters, read: Read, currency: str = "") -> Behind:
    """The rows behind a metric under some filters; of money those of one currency."""
    if metric.unit == "peak":
        return peaks.of_counter(metric.name, metric.fact, filters, read)
    if metric.way:
        return intervals.of_counter(metric, filters)
    paid: list[ColumnElement[bool]] = []
    if currency:
        paid = [metric.fact.dimensions["currency"] == constant(currency)]
    return counted.of_metric(metric, filters, paid)


@singledispatch
def _behind(query: object, _mark: Marked) -> Behind:
    raise TypeError(f"nobody has said what stands behind a {type(query).__name__}")


@_behind.register
def _(query: Asked, mark: Marked) -> Behind:
    return counted.of_asked(query, mark)


@_behind.register
def _(query: Binned, mark: Marked) -> Behind:
    return counted.of_bin(query, mark)


@_behind.register
def _(query: InProgress, mark: Marked) -> Behind:
    return peaks.of_mark(query, mark)


@_behind.register
def _(query: Spells, mark: Marked) -> Behind:
    return intervals.of_mark(query, mark)


@_behind.register
def _(_query: Responses, mark: Marked) -> Behind:
    return responses.of_mark(mark)
