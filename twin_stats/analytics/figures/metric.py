"""A figure: its name, how it is worked out, its unit, and the rows that it is a share of."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func

from twin_stats.source.facts import Fact


@dataclass(frozen=True)
class Metric:
    """One definition for every page, export and command.

    `value` is an aggregate over the rows of `fact`; `unit` is "count", "seconds", "rate", "money" or
    "peak"; `of` counts the rows below a rate or mean, so that a small base can be shown as such.
    A rate keeps its cohort: it does not see the filters named in `ignores`.
    """

    name: str
    fact: Fact
    value: ColumnElement[Any] | None
    unit: str = "count"
    more_is_better: bool | None = None
    of: ColumnElement[Any] | None = None
    ignores: tuple[str, ...] = ()

    @property
    def is_sum(self) -> bool:
        """Whether it is 0 without rows, as counts and totals are; means, rates and money are unknown."""
        return self.unit in ("count", "peak") or (self.unit == "seconds" and self.of is None)


def count(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """How many rows meet a condition."""
    return func.count().filter(condition)


def total(value: ColumnElement[Any], condition: ColumnElement[bool]) -> ColumnElement[Any]:
    """The sum over the rows that meet a condition; 0 without any."""
    return func.coalesce(func.sum(value).filter(condition), 0)
