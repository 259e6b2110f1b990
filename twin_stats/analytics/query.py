"""Questions to the event store: metrics by dimensions become one SELECT."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select

from twin_stats.analytics.figures.dimensions import dimension
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters, where
from twin_stats.source.facts import Fact
from twin_stats.source.time import LAST

Query = Callable[[Filters], Select[Any]]


@dataclass(frozen=True, eq=False)
class Asked:
    """Metrics, all of one fact and one cohort, by the dimensions of `by` and, before them, by time.

    `axis` says how fine time is cut under some filters; `rows` are those that alone count.
    """

    metrics: tuple[Metric, ...]
    by: tuple[str, ...] = ()
    axis: Callable[[Filters], str] | None = None
    rows: ColumnElement[bool] | None = None

    def __post_init__(self) -> None:
        fact, ignored = self.fact, self.metrics[0].ignores
        if any(metric.fact is not fact or metric.ignores != ignored for metric in self.metrics):
            raise ValueError(f"not of one fact and cohort: {[metric.name for metric in self.metrics]}")

    @property
    def fact(self) -> Fact:
        """What is counted."""
        return self.metrics[0].fact

    def __call__(self, filters: Filters) -> Select[Any]:
        """The statement. Columns: the dimensions, each metric under its name, `<name>_of` where a metric is a
        share or mean of so many rows, and `rows`, the number of rows behind the line."""
        by = (self.axis(filters), *self.by) if self.axis else self.by
        keys = [dimension(name, self.fact, filters).label(name) for name in by]
        statement = select(*keys, *_values(self.metrics), func.count().label("rows"))
        return known(self.counted(statement, filters).group_by(*by).order_by(*by), filters)

    def counted(self, statement: Select[Any], filters: Filters) -> Select[Any]:
        """The statement over the rows that the metrics count from."""
        cohort = filters.without(self.metrics[0].ignores)
        rows = statement.select_from(self.fact.rows).where(where(cohort, self.fact))
        return rows if self.rows is None else rows.where(self.rows)


def ask(*metrics: Metric, by: tuple[str, ...] = ()) -> Asked:
    """The query of these metrics by these dimensions."""
    return Asked(metrics, by)


def only(query: Asked, rows: ColumnElement[bool]) -> Asked:
    """The same query of these rows alone."""
    return replace(query, rows=rows)


def known(statement: Select[Any], filters: Filters) -> Select[Any]:
    """The statement with what figures depend on: the limits, and the moment that the data are right for."""
    return statement.params({**asdict(filters.limits), "as_of": filters.as_of or LAST})


def _values(metrics: tuple[Metric, ...]) -> list[Any]:
    values = [metric.value.label(metric.name) for metric in metrics if metric.value is not None]
    bases = [metric.of.label(f"{metric.name}_of") for metric in metrics if metric.of is not None]
    return values + bases
