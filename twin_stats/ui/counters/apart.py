"""The figures of counters for each value of a dimension apart: all values in the same statements."""

from collections.abc import Mapping, Sequence

import pandas as pd

from twin_stats.analytics.answer import Read, answer
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.ui import data
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.counters.figures import Figures, by_currency
from twin_stats.ui.visit import Visit

Apart = Mapping[str, Figures]


def compared_apart(
    metrics: Sequence[Metric], by: str, values: Sequence[str], visit: Visit
) -> Mapping[str, Compared]:
    """The figures of each of these values, now and in the period before; without a row counts are 0."""
    now, before = (_apart(metrics, by, each, visit) for each in (visit.filters, visit.filters.previous()))
    nothing = _nothing(metrics)
    return {value: Compared(now.get(value, nothing), before.get(value, nothing)) for value in values}


def _apart(metrics: Sequence[Metric], by: str, filters: Filters, visit: Visit) -> Apart:
    name = f"counters by {by}:" + ",".join(metric.name for metric in metrics)
    found: Apart = data.keep(name, filters, visit.generation, lambda read: _read(read, metrics, by, filters))
    return found


def _read(read: Read, metrics: Sequence[Metric], by: str, filters: Filters) -> Apart:
    plain = [metric for metric in metrics if metric.unit != "money"]
    priced = [metric for metric in metrics if metric.unit == "money"]
    lines = answer(read, plain, (by,), filters, bases=True).set_index(by)
    money = answer(read, priced, (by,), filters) if priced else pd.DataFrame(columns=[by])
    counts = [metric.name for metric in plain if metric.unit == "count"]
    return {
        str(value): Figures(
            {str(name): line[name] for name in line.index},
            by_currency(money[money[by] == value], priced),
            int(max(line[counts])),
        )
        for value, line in lines.iterrows()
    }


def _nothing(metrics: Sequence[Metric]) -> Figures:
    values = {metric.name: 0 if metric.is_sum else None for metric in metrics if metric.unit != "money"}
    return Figures(values, {metric.name: {} for metric in metrics if metric.unit == "money"}, 0)
