"""Questions to the event store: metrics by dimensions become one SELECT."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from twin_stats.analytics.figures.dimensions import dimension
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters, where
from twin_stats.source.time import LAST

Query = Callable[[Filters], Select[Any]]


def ask(*metrics: Metric, by: tuple[str, ...] = ()) -> Query:
    """The query of these metrics, all of one fact and one cohort.

    Columns: the dimensions of `by`, each metric under its name, `<name>_of` where a metric is a share or
    mean of so many rows, and `rows`, the number of rows behind the line.
    """
    fact, ignored = metrics[0].fact, metrics[0].ignores
    if any(metric.fact is not fact or metric.ignores != ignored for metric in metrics):
        raise ValueError(f"not of one fact and cohort: {[metric.name for metric in metrics]}")

    def query(filters: Filters) -> Select[Any]:
        keys = [dimension(name, fact, filters).label(name) for name in by]
        statement = select(*keys, *_values(metrics), func.count().label("rows"))
        statement = statement.select_from(fact.rows).where(where(filters.without(ignored), fact))
        facts = {**asdict(filters.limits), "as_of": filters.as_of or LAST}
        return statement.group_by(*by).order_by(*by).params(facts)

    return query


def only(query: Query, rows: ColumnElement[bool]) -> Query:
    """The same query of these rows alone."""
    return lambda filters: query(filters).where(rows)


def _values(metrics: tuple[Metric, ...]) -> list[Any]:
    values = [metric.value.label(metric.name) for metric in metrics if metric.value is not None]
    bases = [metric.of.label(f"{metric.name}_of") for metric in metrics if metric.of is not None]
    return values + bases
