"""Counters: the figures of a period beside those of the period before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from twin_stats.analytics.figures.metric import Metric
from twin_stats.ui.counters.figures import Figures, figures
from twin_stats.ui.visit import Visit

FEW = 20


@dataclass(frozen=True)
class Counter:
    """A metric with its figure now and before; money in one currency."""

    metric: Metric
    now: Any
    before: Any
    currency: str = ""
    n: Any = None

    @property
    def is_shaky(self) -> bool:
        """Whether it is a rate of too few rows to be taken at its word."""
        is_rate_of_rows = self.metric.unit == "rate" and self.n is not None
        return is_rate_of_rows and not pd.isna(self.now) and bool(self.n < FEW)


@dataclass(frozen=True)
class Compared:
    """The figures of a period, and of the one before it."""

    now: Figures
    before: Figures


def compared(metrics: Sequence[Metric], visit: Visit) -> Compared:
    """The figures of all counters of a page."""
    now = figures(metrics, visit.filters, visit)
    return Compared(now, figures(metrics, visit.filters.previous(), visit))


def every(metrics: Sequence[Metric], known: Compared) -> Iterator[Counter]:
    """The figures of these metrics, in order; money once for each currency."""
    for metric in metrics:
        yield from _counters(metric, known)


def _counters(metric: Metric, known: Compared) -> Iterator[Counter]:
    """One card for a metric; money has a card for each currency. A period without a row is no measure."""
    if metric.unit != "money":
        was = known.before.values[metric.name] if known.before.rows else None
        base = known.now.values.get(f"{metric.name}_of")
        yield Counter(metric, known.now.values[metric.name], was, n=base)
        return
    before = known.before.money[metric.name]
    for currency, amount in known.now.money[metric.name].items():
        yield Counter(metric, amount, before.get(currency), currency)
    if not known.now.money[metric.name]:
        yield Counter(metric, None, None)
