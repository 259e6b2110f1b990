"""Peaks of simultaneous calls: the most calls that were in progress at one instant of a bucket.

A call is in progress from its start up to, not including, its end, also where it began before the
period. The running count comes from sorted starts and ends: exact at any resolution, and faster than a
count for each second.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from sqlalchemy import ColumnElement, Select, and_, func, select

from twin_stats.analytics.figures.dimensions import TIME
from twin_stats.analytics.filters import Filters, chosen_rows
from twin_stats.source.dialect import later
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant
from twin_stats.source.time import EPOCH, seconds, segments

Instants = NDArray[np.int64]


def intervals(fact: Fact, by: Sequence[str], filters: Filters) -> Select[Any]:
    """Start and end of each call in progress in the period, with its dimensions that are not of time.

    A call without an end ends after its talk, else after its wait; one with none of these is left out.
    """
    end = ending(fact)
    keys = [fact.dimensions[name].label(name) for name in by if name not in TIME]
    period = filters.period
    return select(*keys, fact.time.label("start"), end.label("end")).where(
        and_(
            chosen_rows(filters, fact),
            fact.time < constant(period.end),
            end > constant(period.start),
            end > fact.time,
        )
    )


def ending(fact: Fact) -> ColumnElement[Any]:
    """When a call ends."""
    row: Any = fact.rows.c
    known = func.coalesce(row.talk_seconds, row.wait_seconds)
    return func.coalesce(row.ended_at, later(func.coalesce(row.answered_at, row.started_at), known))


@dataclass(frozen=True, eq=False)
class InProgress:
    """The calls in progress, for their peaks in parts of the day."""

    fact: Fact
    cut: str

    @property
    def narrowed_by(self) -> Collection[str]:
        """The dimensions of its fact."""
        return self.fact.dimensions

    def __call__(self, filters: Filters) -> Select[Any]:
        """Start and end of each call."""
        return intervals(self.fact, (self.cut,), filters)


def peaks(rows: pd.DataFrame, by: Sequence[str], filters: Filters, name: str) -> pd.DataFrame:
    """The peak of each bucket: the columns of `by`, then `name`; `rows` has the columns of `intervals`."""
    keys = [key for key in by if key not in TIME]
    edges, labels = buckets([key for key in by if key in TIME], filters)
    parts = [
        labels.assign(**dict(zip(keys, values, strict=True)), **{name: _peak(part, edges)})
        for values, part in _groups(rows, keys)
    ]
    if not parts:
        return pd.DataFrame(columns=[*by, name])
    # A group whose value is unknown would else turn its column into one of numbers.
    frame = pd.concat(parts, ignore_index=True)[[*by, name]].astype(rows.dtypes[keys].to_dict())
    return frame.groupby(list(by), as_index=False, dropna=False).max() if by else frame


def _peak(rows: pd.DataFrame, edges: Instants) -> Instants:
    starts, ends = _sorted(rows["start"]), _sorted(rows["end"])
    count = np.arange(1, len(starts) + 1) - np.searchsorted(ends, starts, "right")
    bucket = np.searchsorted(edges, starts, "right") - 1
    peak = np.searchsorted(starts, edges, "right") - np.searchsorted(ends, edges, "right")
    np.maximum.at(peak, bucket[bucket >= 0], count[bucket >= 0])
    return peak


def busiest(rows: pd.DataFrame, cuts: Sequence[str], filters: Filters, value: Any = None) -> datetime | None:
    """The first instant of the peak in the buckets of a value, or in all of them; None without a call."""
    edges, labels = buckets(cuts, filters)
    starts, ends = _sorted(rows["start"]), _sorted(rows["end"])
    instants = np.unique(np.concatenate((edges, starts[starts >= edges[0]])))
    if cuts:
        mine = labels[cuts[0]].to_numpy() == value
        instants = instants[mine[np.searchsorted(edges, instants, "right") - 1]]
    count = np.searchsorted(starts, instants, "right") - np.searchsorted(ends, instants, "right")
    if not count.any():
        return None
    return EPOCH + timedelta(microseconds=int(instants[count.argmax()]))


def _sorted(times: pd.Series) -> Instants:
    return np.sort(times.to_numpy("datetime64[us]").astype(np.int64))


def _groups(rows: pd.DataFrame, keys: list[str]) -> list[tuple[tuple[Any, ...], pd.DataFrame]]:
    if not keys:
        return [((), rows)]
    return [(values, part) for values, part in rows.groupby(keys, dropna=False)]


def buckets(cuts: Sequence[str], filters: Filters) -> tuple[Instants, pd.DataFrame]:
    """The instants in which the period's buckets begin, and their labels, a column for each of `cuts`."""
    if not cuts:
        return np.array([_microseconds(filters.period.start)]), pd.DataFrame(index=range(1))
    starts, offsets = _starts(cuts, filters)
    wall = pd.DatetimeIndex((starts + offsets * 1_000_000).astype("datetime64[us]"))
    labels = {cut: LABELS[cut](wall) for cut in cuts}
    return starts, pd.DataFrame(labels, index=range(len(starts)))


def _starts(cuts: Sequence[str], filters: Filters) -> tuple[Instants, Instants]:
    """The period's start, and each instant in it at which a local day, a part of it or another offset begins.

    Beside them the offset there; hours and days are those of the wall clock.
    """
    period, step = filters.period, min((STEPS[cut] for cut in cuts if cut in STEPS), default=86400)
    begin, end = seconds(period.start), seconds(period.end)
    found: list[tuple[int, int]] = []
    for part in segments(filters.zone, period):
        first = begin + step - (begin + part.offset) % step
        found += ((at, part.offset) for at in (begin, *range(first, min(part.until, end + 1), step)))
        begin = part.until
    starts, offsets = np.array(found, dtype=np.int64).T
    starts = starts * 1_000_000
    starts[0] = _microseconds(period.start)
    inside = starts < _microseconds(period.end)
    return starts[inside], offsets[inside]


def _microseconds(at: datetime) -> int:
    return (at - EPOCH) // timedelta(microseconds=1)


STEPS = {"half_hour": 1800, "hour": 3600}
LABELS: Mapping[str, Callable[[pd.DatetimeIndex], Any]] = {
    "half_hour": lambda wall: wall.floor("30min").strftime("%H:%M"),
    "hour": lambda wall: wall.hour,
    "weekday": lambda wall: wall.day_of_week + 1,
    "day": lambda wall: wall.normalize(),
    "week": lambda wall: wall.normalize() - pd.to_timedelta(wall.day_of_week, unit="D"),
    "month": lambda wall: wall.normalize() - pd.to_timedelta(wall.day - 1, unit="D"),
}
