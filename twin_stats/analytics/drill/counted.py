"""The rows behind figures that one SELECT gives: the fact's rows that meet the figure's own condition."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from twin_stats.analytics.drill.behind import BRINGS, COUNTS, DIFFERENT, EACH, SHARE, VALUE, Behind
from twin_stats.analytics.drill.mark import Marked, conditions
from twin_stats.analytics.figures.bins import Binned
from twin_stats.analytics.figures.metric import Metric, Rows, count
from twin_stats.analytics.filters import Filters, where
from twin_stats.analytics.query import Asked, known
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant

Conditions = Sequence[ColumnElement[bool]]


def of_metric(metric: Metric, filters: Filters, more: Conditions = ()) -> Behind:
    """The rows behind a metric under some filters."""
    rows = metric.rows or Rows()
    figures = [metric.value.label("figure")] if metric.value is not None else []
    if rows.part is not None:
        figures.append(count(rows.part).label("part"))
    kept = [rows.those, *more]
    cohort = filters.without(metric.ignores)
    return Behind(
        rows=_of(metric.fact, listed(metric.fact, rows), cohort, kept),
        order=order(metric.fact),
        kind=_kind(rows),
        metric=metric.name,
        figure=_of(metric.fact, [func.count().label("rows"), *figures], cohort, kept),
    )


def of_asked(query: Asked, mark: Marked) -> Behind:
    """The rows behind a mark of a chart of metrics."""
    by_name = {metric.name: metric for metric in query.metrics}
    metric = by_name[mark.series] if mark.chart.series_of == "metric" and mark.series else query.metrics[0]
    # A share of statuses ignores that statuses are chosen, and yet shows only those.
    chosen = {name for name in metric.ignores if name in mark.dimensions.values()}
    own = [query.rows.of(metric.fact)] if query.rows else []
    shown = [where(mark.filters, metric.fact)] if chosen else []
    return of_metric(metric, mark.filters, [*own, *shown, *conditions(mark, metric.fact)])


def of_bin(query: Binned, mark: Marked) -> Behind:
    """The rows behind a bin of a distribution: those of its series, or of all of them."""
    kept = [query.kinds[mark.series] if mark.series else or_(*query.kinds.values())]
    if "category" in mark.keys:
        kept.append(query.within(list(mark.data["category"].unique()).index(mark.keys["category"])))
    number = [func.count().label("rows"), func.count().label("figure")]
    return Behind(
        rows=_of(query.fact, listed(query.fact, Rows(value=query.value)), mark.filters, kept),
        order=order(query.fact),
        kind=EACH,
        metric=mark.series,
        figure=_of(query.fact, number, mark.filters, kept),
    )


def listed(fact: Fact, rows: Rows) -> list[ColumnElement[Any]]:
    """The columns of a list of rows: the key, what each brings into the figure, and all the others."""
    own = [rows.value.label(BRINGS)] if rows.value is not None else []
    if rows.part is not None:
        own.append(case((rows.part, constant(True)), else_=constant(False)).label(COUNTS))
    columns = {name: fact.rows.c[name] for name in (*fact.key, *fact.shown)}
    keys = [columns.pop(name).label(name) for name in fact.key]
    return [*keys, *own, *(column.label(name) for name, column in columns.items())]


def order(fact: Fact) -> tuple[str, ...]:
    """By time, and at one instant by key."""
    return tuple(dict.fromkeys((fact.time.name, *fact.key)))


def _of(fact: Fact, columns: list[Any], filters: Filters, kept: Conditions) -> Select[Any]:
    statement = select(*columns).select_from(fact.rows).where(where(filters, fact), *kept)
    return known(statement, filters)


def _kind(rows: Rows) -> str:
    if rows.part is not None:
        return SHARE
    if rows.value is not None:
        return VALUE
    return EACH if rows.different is None else DIFFERENT
