"""The figures of a page's counters, for the period and for the one before it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from twin_stats.analytics.answer import Read, answer
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.ui import data
from twin_stats.ui.visit import Visit

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Figures:
    """Values by metric, with the rows below each rate as `<metric>_of`; amounts of money by metric and
    currency; and the rows behind all of it."""

    values: Values
    money: Mapping[str, Mapping[str, Any]]
    rows: int


def figures(metrics: Sequence[Metric], filters: Filters, visit: Visit) -> Figures:
    """The metrics under these filters, each group in one query, remembered for everybody.

    Those that a filter does not narrow are remembered whatever is chosen there.
    """
    alike: dict[Filters, list[Metric]] = {}
    for metric in metrics:
        alike.setdefault(filters.only(metric.fact.dimensions), []).append(metric)
    parts = [_kept(group, seen, visit) for seen, group in alike.items()]
    return Figures(
        {name: value for part in parts for name, value in part.values.items()},
        {name: amounts for part in parts for name, amounts in part.money.items()},
        max((part.rows for part in parts), default=0),
    )


def _kept(metrics: Sequence[Metric], filters: Filters, visit: Visit) -> Figures:
    name = "counters:" + ",".join(metric.name for metric in metrics)
    found: Figures = data.keep(name, filters, visit.generation, lambda read: _read(read, metrics, filters))
    return found


def _read(read: Read, metrics: Sequence[Metric], filters: Filters) -> Figures:
    plain = [metric for metric in metrics if metric.unit != "money"]
    priced = [metric for metric in metrics if metric.unit == "money"]
    line = answer(read, plain, (), filters, bases=True).iloc[0] if plain else pd.Series(dtype=object)
    money = answer(read, priced, (), filters) if priced else pd.DataFrame()
    counts = [line[metric.name] for metric in plain if metric.unit == "count"]
    rows = max((int(count) for count in counts if not pd.isna(count)), default=len(money))
    return Figures({str(name): line[name] for name in line.index}, by_currency(money, priced), rows)


def by_currency(frame: pd.DataFrame, priced: Sequence[Metric]) -> dict[str, dict[str, Any]]:
    """Amounts by metric and currency; none where nothing has a price."""
    known = {metric.name: frame[frame[metric.name].notna()] for metric in priced}
    return {name: dict(zip(rows["currency"], rows[name], strict=True)) for name, rows in known.items()}
