"""The Telephony page as questions: what its counters and charts ask the event store."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import Select

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import cohorts, statements
from twin_stats.analytics.figures.concurrency import peaks
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.source.time import FIRST, LAST, Period, zone

PEAK = "peak_calls"
# Where a status is chosen, rates are asked for by themselves.
APART = Filters(0, zone("UTC"), Period(FIRST, LAST)).choosing({"status": ["ANSWERED"]})


@dataclass(frozen=True)
class Question:
    """One statement of the page; with `buckets`, its rows are intervals, and their peaks are the answer."""

    name: str
    statement: Callable[[Filters], Select[Any]]
    buckets: tuple[str, ...] | None = None

    def finished(self, frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        """The answer from the statement's rows."""
        return frame if self.buckets is None else peaks(frame, self.buckets, filters, PEAK)


def page() -> tuple[Question, ...]:
    """All that the page asks, in its order."""
    return (*_counters(), *_charts())


def _counters() -> list[Question]:
    """The counters as `answer` asks for them: one statement a cohort; money stands apart."""
    metrics = [metric for metric in catalogue.metrics().values() if metric.fact.subject == "calls"]
    money = [metric for metric in metrics if metric.unit == "money"]
    plain = [metric for metric in metrics if metric.unit != "money"]
    groups = [*cohorts(plain, APART), *cohorts(money, APART)]
    return [_counter(group) for group in groups]


def _counter(group: tuple[Metric, ...]) -> Question:
    kind = "peak" if group[0].unit == "peak" else "money" if group[0].unit == "money" else "counts"
    name = "rates" if group[0].ignores else kind
    buckets = () if kind == "peak" else None
    return Question(f"counters: {name}", lambda filters: statements(group, (), filters)[0], buckets)


def _charts() -> list[Question]:
    charts = [chart for chart in catalogue.charts().values() if chart.subject == "calls"]
    return [
        Question(chart.name, chart.query, ("hour",) if chart.name == "simultaneous_calls" else None)
        for chart in charts
    ]
