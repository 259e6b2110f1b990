"""Distributions: rows counted by the bin that a value falls into."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, and_, case, select

from twin_stats.analytics.figures.metric import count
from twin_stats.analytics.figures.plain import along
from twin_stats.analytics.filters import Filters, where
from twin_stats.analytics.shapes import Shape
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant


@dataclass(frozen=True, eq=False)
class Binned:
    """Rows of each kind, counted by bin: `bin` is the number of bounds that the value reaches, from 0.

    Null has no bin. `kinds` are conditions by the name of their count.
    """

    fact: Fact
    value: ColumnElement[Any]
    bounds: Sequence[int]
    kinds: Mapping[str, ColumnElement[bool]]

    @property
    def narrowed_by(self) -> Collection[str]:
        """The dimensions of its fact."""
        return self.fact.dimensions

    def __call__(self, filters: Filters) -> Select[Any]:
        """The statement: a line for each bin that has a row."""
        counts = [count(rows).label(name) for name, rows in self.kinds.items()]
        behind = sum((count(rows) for rows in self.kinds.values()), start=constant(0)).label("rows")
        asked = select(self._number().label("bin"), *counts, behind).select_from(self.fact.rows)
        kept = asked.where(where(filters, self.fact), self.value.is_not(None))
        return kept.group_by("bin").order_by("bin")

    def _number(self) -> ColumnElement[Any]:
        below = [(self.value < constant(bound), constant(n)) for n, bound in enumerate(self.bounds)]
        return case(*below, else_=constant(len(self.bounds)))

    def within(self, number: int) -> ColumnElement[bool]:
        """The rows of a bin."""
        lowest = [self.value >= constant(self.bounds[number - 1])] if number else []
        highest = [self.value < constant(self.bounds[number])] if number < len(self.bounds) else []
        return and_(self.value.is_not(None), *lowest, *highest)


def bin_names(bounds: Sequence[int]) -> list[str]:
    """The bins' names in minutes and seconds: the left bound belongs to a bin, the right one does not."""
    lows = [0, *bounds]
    return [f"{_clock(low)}–{_clock(high)}" for low, high in zip(lows, bounds, strict=False)] + [
        f"{_clock(bounds[-1])}+"
    ]


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def binned(names: Sequence[str], metrics: Sequence[str]) -> Shape:
    """A distribution: `category` (the bin's name, in order), `series`, `value`; `bin` numbers the names."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        rows = {number: row for row, number in enumerate(frame["bin"].tolist())}
        at = [rows.get(number, -1) for number in range(len(names))]
        return pd.DataFrame(
            {
                "category": [*names] * len(metrics),
                "series": [name for name in metrics for _ in names],
                "value": [n for name in metrics for n in along(frame[name].tolist(), at, 0)],
            }
        )

    return shape
