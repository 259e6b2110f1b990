"""Distributions: rows counted by the bin that a value falls into."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, case, select

from twin_stats.analytics.filters import Filters, where
from twin_stats.analytics.query import Query
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant


def bins(
    fact: Fact, value: ColumnElement[Any], bounds: Sequence[int], counts: Mapping[str, ColumnElement[Any]]
) -> Query:
    """Counts by bin: `bin` is the number of bounds that the value reaches, from 0; null has no bin."""
    below = [(value < constant(bound), constant(number)) for number, bound in enumerate(bounds)]
    number = case(*below, else_=constant(len(bounds))).label("bin")
    rows = sum(counts.values(), start=constant(0)).label("rows")

    def query(filters: Filters) -> Select[Any]:
        figures = [count.label(name) for name, count in counts.items()]
        asked = select(number, *figures, rows).select_from(fact.rows)
        return asked.where(where(filters, fact), value.is_not(None)).group_by("bin").order_by("bin")

    return query


def bin_names(bounds: Sequence[int]) -> list[str]:
    """The bins' names in minutes and seconds: the left bound belongs to a bin, the right one does not."""
    lows = [0, *bounds]
    return [f"{_clock(low)}–{_clock(high)}" for low, high in zip(lows, bounds, strict=False)] + [
        f"{_clock(bounds[-1])}+"
    ]


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
