"""Questions to the event store: metrics by dimensions become one SELECT."""

from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from sqlalchemy import ColumnElement, Select, func, select

from twin_stats.analytics.figures.dimensions import dimension
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import UNKNOWN, Filters, where
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant, one_of
from twin_stats.source.time import LAST


class Query(Protocol):
    """What a chart asks under some filters."""

    @property
    def narrowed_by(self) -> Collection[str]:
        """The names of the filters that can change its rows: under all others they are the same."""

    def __call__(self, filters: Filters) -> Select[Any]: ...


@dataclass(frozen=True)
class Values:
    """Rows that have one of these values of a dimension; the `others` are those that have none of them."""

    dimension: str
    values: tuple[str, ...]
    others: bool = False

    def of(self, fact: Fact) -> ColumnElement[bool]:
        """The condition on the rows of a fact."""
        column = fact.dimensions[self.dimension]
        if self.others:
            return ~one_of(func.coalesce(column, constant(UNKNOWN)), self.values)
        return column == constant(self.values[0]) if len(self.values) == 1 else one_of(column, self.values)


@dataclass(frozen=True, eq=False)
class Asked:
    """Metrics, all of one fact and one cohort, by the dimensions of `by` and, before them, by time.

    `axis` says how fine time is cut under some filters; `rows` are those that alone count. The rows of a
    question with a `whole` can be cut out of those of the whole.
    """

    metrics: tuple[Metric, ...]
    by: tuple[str, ...] = ()
    axis: Callable[[Filters], str] | None = None
    rows: Values | None = None
    whole: "Asked | None" = None

    def __post_init__(self) -> None:
        if any(metric.fact is not self.fact or metric.ignores != self.ignores for metric in self.metrics):
            raise ValueError(f"not of one fact and cohort: {self.names}")

    @property
    def fact(self) -> Fact:
        """What is counted."""
        return self.metrics[0].fact

    @property
    def narrowed_by(self) -> Collection[str]:
        """The dimensions of its fact; one that its metrics ignore may still choose what is shown."""
        return self.fact.dimensions

    @property
    def ignores(self) -> tuple[str, ...]:
        """The filters that its metrics do not see."""
        return self.metrics[0].ignores

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its metrics."""
        return tuple(metric.name for metric in self.metrics)

    def dimensions(self, filters: Filters) -> tuple[str, ...]:
        """What it is asked by under some filters: time first."""
        return (self.axis(filters), *self.by) if self.axis else self.by

    def __call__(self, filters: Filters) -> Select[Any]:
        """The statement. Columns: the dimensions, each metric under its name, `<name>_of` where a metric is a
        share or mean of so many rows, and `rows`, the number of rows behind the line."""
        by = self.dimensions(filters)
        keys = [dimension(name, self.fact, filters).label(name) for name in by]
        statement = select(*keys, *_values(self.metrics), func.count().label("rows"))
        return known(self.counted(statement, filters).group_by(*by).order_by(*by), filters)

    def counted(self, statement: Select[Any], filters: Filters) -> Select[Any]:
        """The statement over the rows that the metrics count from."""
        cohort = filters.without(self.ignores)
        rows = statement.select_from(self.fact.rows).where(where(cohort, self.fact))
        return rows if self.rows is None else rows.where(self.rows.of(self.fact))


def ask(*metrics: Metric, by: tuple[str, ...] = ()) -> Asked:
    """The query of these metrics by these dimensions."""
    return Asked(metrics, by)


def known(statement: Select[Any], filters: Filters) -> Select[Any]:
    """The statement with what figures depend on: the limits, and the moment that the data are right for."""
    return statement.params({**asdict(filters.limits), "as_of": filters.as_of or LAST})


def _values(metrics: tuple[Metric, ...]) -> list[Any]:
    values = [metric.value.label(metric.name) for metric in metrics if metric.value is not None]
    bases = [metric.of.label(f"{metric.name}_of") for metric in metrics if metric.of is not None]
    return values + bases
