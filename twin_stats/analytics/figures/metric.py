"""A figure: its name, how it is worked out, its unit, and the rows that it is a share of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Select, case, func, true

from twin_stats.analytics.filters import Chosen, Filters
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant

Names = Sequence[str]


@dataclass(frozen=True)
class Way:
    """How figures come about that no SELECT can say: the rows to ask for, and what is worked out of them.

    Both are given the names of metrics and dimensions; the second gives a column for each of them.
    """

    rows: Callable[[Names, Names, Filters], Select[Any]]
    figures: Callable[[pd.DataFrame, Names, Filters, Names], pd.DataFrame]


@dataclass(frozen=True)
class Rows:
    """The rows of a fact that a figure is made of: `those` that count, or that have the value.

    `part` are those of a rate that stand above the line, `value` what each row brings into a sum, a mean or a
    quantile, `different` what is counted once, however many rows have it.
    """

    those: ColumnElement[bool] = field(default_factory=true)
    part: ColumnElement[bool] | None = None
    value: ColumnElement[Any] | None = None
    different: ColumnElement[Any] | None = None


@dataclass(frozen=True)
class Metric:
    """One definition for every page, export and command.

    `value` is an aggregate over the rows of `fact`, or None where there is another `way`; `unit` is "count",
    "seconds", "rate", "number" (a mean of counts), "money" or "peak"; `of` counts the rows below a rate or
    mean, so that a small base can be shown as such.
    A rate keeps its cohort: it does not see the filters named in `ignores`. Of the values in `untold`, by
    dimension, nobody can tell it: there it is not available, which is not 0. `rows` are those that it is made
    of, where it is a figure of rows. `is_largest` says that the figure of several groups is the largest of
    theirs.
    """

    name: str
    fact: Fact
    value: ColumnElement[Any] | None
    unit: str = "count"
    more_is_better: bool | None = None
    of: ColumnElement[Any] | None = None
    ignores: tuple[str, ...] = ()
    way: Way | None = None
    untold: Chosen = ()
    rows: Rows | None = None
    is_largest: bool = False

    @property
    def adds_up(self) -> str:
        """How the figures of groups become that of all of them: by "sum" or "max", or not at all ("")."""
        if self.is_largest:
            return "max"
        is_sum = self.unit == "count" and self.rows is not None and self.rows.different is None
        return "sum" if is_sum else ""

    @property
    def is_sum(self) -> bool:
        """Whether it is 0 without rows, as counts and totals are; means, rates and money are unknown."""
        return self.unit in ("count", "peak") or (self.unit == "seconds" and self.of is None)

    @property
    def is_count_of_rows(self) -> bool:
        """Whether each row that it is made of counts as one."""
        rows = self.rows
        return self.unit == "count" and rows is not None and rows.value is None and rows.different is None


def count(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """How many rows meet a condition.

    With CASE, engines work out once what several figures share; with FILTER, once for each of them: DuckDB
    took 1.7 times as long for the rates of calls.
    """
    return func.count(case((condition, constant(1))))


def total(value: ColumnElement[Any], condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """The sum over the rows that meet a condition; 0 without any."""
    return func.coalesce(func.sum(case((condition, value))), 0)
