"""A mark of a chart, and what its place on the chart says of the rows behind it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, and_, false, or_

from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.concurrency import buckets
from twin_stats.analytics.figures.dimensions import TIME, dimension
from twin_stats.analytics.figures.timeline import grain, label
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant, one_of
from twin_stats.source.time import EPOCH, Period

KEYS = ("bucket", "weekday", "hour", "category", "series", "currency", "began", "ended")


@dataclass(frozen=True, eq=False)
class Marked:
    """A mark: the keys of a line of what a chart shows; with fewer of them, all marks that have these.

    `data` are all lines, which say who the others are.
    """

    chart: Chart
    data: pd.DataFrame
    keys: Mapping[str, Any]
    filters: Filters
    read: Read

    @property
    def series(self) -> str:
        """The name of its series; nothing for a chart without."""
        return str(self.keys.get("series") or "")

    @property
    def dimensions(self) -> dict[str, str]:
        """The dimension that each of its keys is a value of."""
        named = {"category": self.chart.category_of, "series": self.chart.series_of, "currency": "currency"}
        found = {key: named.get(key, key) for key in self.keys if key not in ("bucket", "began", "ended")}
        return {key: name for key, name in found.items() if name}

    def others(self, key: str) -> list[Any]:
        """The values that have marks of their own, where the key says the others."""
        if self.keys[key] != OTHERS:
            return []
        return [value for value in self.data[key].unique() if value != OTHERS]


def marked(chart: Chart, data: pd.DataFrame, place: int, filters: Filters, *, read: Read) -> Marked:
    """The mark of a line of what a chart shows."""
    line = data.iloc[place]
    keys = {key: None if pd.isna(line[key]) else line[key] for key in KEYS if key in data}
    return Marked(chart, data, keys, filters, read)


def conditions(mark: Marked, fact: Fact) -> Iterator[ColumnElement[bool]]:
    """What the keys of a mark say of the rows of a fact."""
    if "bucket" in mark.keys:
        yield during(fact.time, stretches(mark.keys["bucket"], mark.filters))
    for key, name in mark.dimensions.items():
        if name in TIME:
            yield dimension(name, fact, mark.filters) == constant(int(mark.keys[key]))
        elif name in fact.dimensions:
            yield same(fact.dimensions[name], mark.keys[key], mark.others(key))


def same(column: ColumnElement[Any], value: Any, named: Sequence[Any]) -> ColumnElement[bool]:
    """The rows with a value; OTHERS are those with none of the values that are named."""
    if value is None:
        return column.is_(None)
    if value != OTHERS:
        return column == constant(value)
    unknown = [name for name in named if name is None or pd.isna(name)]
    apart = ~one_of(column, [name for name in named if name not in unknown])
    return and_(column.is_not(None), apart) if unknown else or_(column.is_(None), apart)


def during(time: ColumnElement[Any], periods: Sequence[Period]) -> ColumnElement[bool]:
    """The rows whose time lies in one of the periods."""
    within = [and_(time >= constant(each.start), time < constant(each.end)) for each in periods]
    return or_(*within) if within else false()


def stretches(bucket: str, filters: Filters) -> list[Period]:
    """The half-open stretches of the period in a bucket of the time axis.

    There is one, where no clock was ever put back over midnight.
    """
    unit = grain(filters)
    starts, labels = buckets((unit,), filters)
    ends = [*starts[1:], (filters.period.end - EPOCH) // timedelta(microseconds=1)]
    found: list[Period] = []
    for start, end, day in zip(starts, ends, labels[unit], strict=True):
        if label(day, unit) == bucket:
            after = found.pop().start if found and found[-1].end == _at(start) else _at(start)
            found.append(Period(after, _at(end)))
    return found


def _at(microseconds: int) -> datetime:
    return EPOCH + timedelta(microseconds=int(microseconds))
