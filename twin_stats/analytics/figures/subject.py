"""What the metrics and charts of one subject share: their fact, and the filters that rates ignore."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func

from twin_stats.analytics import marks, shapes
from twin_stats.analytics.chart import Chart, Mark, Shape
from twin_stats.analytics.figures.metric import Metric, count
from twin_stats.analytics.query import Query, ask
from twin_stats.source import dialect
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant


@dataclass(frozen=True)
class Subject:
    """Makes the metrics and charts of one fact. A rate keeps its cohort whatever `cohort` filters say."""

    fact: Fact
    cohort: tuple[str, ...] = ("status",)

    def figure(self, name: str, value: ColumnElement[Any], unit: str = "count", **more: Any) -> Metric:
        """Any aggregate."""
        return Metric(name, self.fact, value, unit, **more)

    def share(
        self, name: str, part: ColumnElement[Any], of: ColumnElement[Any], more_is_better: bool
    ) -> Metric:
        """A rate: part ÷ of, null where `of` is 0."""
        value = dialect.ratio(part, of)
        return Metric(name, self.fact, value, "rate", more_is_better, of, ignores=self.cohort)

    def mean(self, name: str, value: ColumnElement[Any], rows: ColumnElement[bool], **more: Any) -> Metric:
        """Mean seconds over the rows in which the value is known."""
        known = func.count(case((rows, value)))
        mean = dialect.ratio(func.sum(case((rows, value))), known)
        return self.figure(name, mean, "seconds", of=known, **more)

    def quantile(
        self, name: str, value: ColumnElement[Any], fraction: float, rows: ColumnElement[bool], **more: Any
    ) -> Metric:
        """A quantile of seconds over rows, by linear interpolation."""
        exact = dialect.quantile(value, constant(fraction)).filter(rows)
        return self.figure(name, exact, "seconds", of=count(rows), **more)

    def seconds(
        self, name: str, value: ColumnElement[Any], fraction: float, more_is_better: bool | None = False
    ) -> Metric:
        """A quantile of seconds over all rows in which they are known: the shorter, the better."""
        return self.quantile(name, value, fraction, value.is_not(None), more_is_better=more_is_better)

    def money(self, name: str, value: ColumnElement[Any]) -> Metric:
        """A sum of money, null where nothing has a price."""
        return self.figure(name, func.sum(value), "money", more_is_better=False)

    def chart(self, name: str, query: Query, shape: Shape, mark: Mark, **more: str) -> Chart:
        """A chart of the subject."""
        return Chart(name, self.fact.subject, query, shape, mark, grain=self.fact.grain, **more)

    def rates(self, name: str, dimension: str, metric: Metric) -> Chart:
        """Horizontal bars: a rate by one dimension, each with the rows that it stands on."""
        query, shape = ask(metric, by=(dimension,)), shapes.rated(dimension, metric.name)
        return self.chart(name, query, shape, marks.rates, category_of=dimension, unit="rate")

    def ranking(self, name: str, dimension: str, metric: Metric) -> Chart:
        """Horizontal bars: a count by one dimension, largest first."""
        shape = shapes.ranked(dimension, metric.name)
        return self.chart(name, ask(metric, by=(dimension,)), shape, marks.bars, category_of=dimension)
