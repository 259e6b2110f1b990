"""What the metrics and charts of one subject share: their fact, and the filters that rates ignore."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func

from twin_stats.analytics import marks, shapes
from twin_stats.analytics.chart import Chart, Mark, Shape
from twin_stats.analytics.figures.metric import Metric, Rows, count, total
from twin_stats.analytics.figures.timeline import over_time
from twin_stats.analytics.parts import part
from twin_stats.analytics.query import Asked, Query, ask
from twin_stats.source import dialect
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant


@dataclass(frozen=True)
class Subject:
    """Makes the metrics and charts of one fact. A rate keeps its cohort whatever `cohort` filters say."""

    fact: Fact
    cohort: tuple[str, ...] = ("status",)

    def figure(self, name: str, value: ColumnElement[Any], unit: str = "count", **more: Any) -> Metric:
        """Any aggregate; `rows` says of which rows."""
        return Metric(name, self.fact, value, unit, **more)

    def every(self, name: str) -> Metric:
        """The number of rows."""
        return self.figure(name, func.count(), rows=Rows())

    def count(self, name: str, rows: ColumnElement[bool], **more: Any) -> Metric:
        """The number of rows that meet a condition."""
        return self.figure(name, count(rows), rows=Rows(rows), **more)

    def distinct(self, name: str, value: ColumnElement[Any]) -> Metric:
        """The number of different values."""
        rows = Rows(value.is_not(None), different=value)
        return self.figure(name, func.count(value.distinct()), rows=rows)

    def share(
        self, name: str, part: ColumnElement[bool], of: ColumnElement[bool], more_is_better: bool
    ) -> Metric:
        """A rate: rows of a part ÷ rows of the whole that it lies in, null where there is none."""
        value, rows = dialect.ratio(count(part), count(of)), Rows(of, part)
        more = {"of": count(of), "ignores": self.cohort, "rows": rows}
        return self.figure(name, value, "rate", more_is_better=more_is_better, **more)

    def total(self, name: str, value: ColumnElement[Any], rows: ColumnElement[bool]) -> Metric:
        """Seconds added up over rows."""
        return self.figure(name, total(value, rows), "seconds", rows=_having(value, rows))

    def mean(self, name: str, value: ColumnElement[Any], rows: ColumnElement[bool], **more: Any) -> Metric:
        """Mean seconds over the rows in which the value is known."""
        known = func.count(case((rows, value)))
        mean = dialect.ratio(func.sum(case((rows, value))), known)
        return self.figure(name, mean, "seconds", of=known, rows=_having(value, rows), **more)

    def quantile(
        self, name: str, value: ColumnElement[Any], fraction: float, rows: ColumnElement[bool], **more: Any
    ) -> Metric:
        """A quantile of seconds over rows that all have them, by linear interpolation."""
        exact = dialect.quantile(value, constant(fraction)).filter(rows)
        return self.figure(name, exact, "seconds", of=count(rows), rows=Rows(rows, value=value), **more)

    def seconds(
        self, name: str, value: ColumnElement[Any], fraction: float, more_is_better: bool | None = False
    ) -> Metric:
        """A quantile of seconds over all rows in which they are known: the shorter, the better."""
        return self.quantile(name, value, fraction, value.is_not(None), more_is_better=more_is_better)

    def money(self, name: str, value: ColumnElement[Any]) -> Metric:
        """A sum of money, null where nothing has a price."""
        rows = Rows(value.is_not(None), value=value)
        return self.figure(name, func.sum(value), "money", more_is_better=False, rows=rows)

    def chart(self, name: str, query: Query, shape: Shape, mark: Mark, **more: str) -> Chart:
        """A chart of the subject."""
        return Chart(name, self.fact.subject, query, shape, mark, grain=self.fact.grain, **more)

    def lines(self, name: str, unit: str, *metrics: Metric) -> Chart:
        """Metrics of one unit over time, a line for each."""
        query, shape = over_time(*metrics), shapes.over_time(*(metric.name for metric in metrics))
        return self.chart(name, query, shape, marks.lines, series_of="metric", unit=unit)

    def rates(self, name: str, dimension: str, metric: Metric) -> Chart:
        """Horizontal bars: a rate by one dimension, each with the rows that it stands on."""
        query, shape = ask(metric, by=(dimension,)), shapes.rated(dimension, metric.name)
        return self.chart(name, query, shape, marks.rates, category_of=dimension, unit="rate")

    def ranking(self, name: str, dimension: str, metric: Metric, whole: Asked | None = None) -> Chart:
        """Horizontal bars: a count by one dimension, largest first; it may be a part of a wider question."""
        shape, query = shapes.ranked(dimension, metric.name), ask(metric, by=(dimension,))
        asked = part(query, whole) if whole else query
        return self.chart(name, asked, shape, marks.bars, category_of=dimension)


def _having(value: ColumnElement[Any], rows: ColumnElement[bool]) -> Rows:
    return Rows(rows & value.is_not(None), value=value)
