"""The time axis: how fine it is, every bucket on it, and the one that is not over yet."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.query import Asked
from twin_stats.source.time import Period, local, midnight

MOST_BUCKETS = 92


def grain(filters: Filters) -> str:
    """The finest of day, week and month that gives an axis of at most MOST_BUCKETS."""
    return _grain(*_ends(filters))


def _grain(first: date, last: date) -> str:
    if (last - first).days < MOST_BUCKETS:
        return "day"
    weeks = (_first_day(last, "week") - _first_day(first, "week")).days // 7
    return "week" if weeks < MOST_BUCKETS else "month"


def buckets(filters: Filters) -> list[date]:
    """The first day of each bucket of the period, in order."""
    return [*_buckets(*_ends(filters))]


@lru_cache(maxsize=64)
def _buckets(first: date, last: date) -> tuple[date, ...]:
    """All charts of a page have the same."""
    unit = _grain(first, last)
    days = pd.date_range(_first_day(first, unit), last, freq=FREQUENCY[unit])
    return tuple(day.date() for day in days)


def _ends(filters: Filters) -> tuple[date, date]:
    return _days(filters.period, filters.zone)


def _days(period: Period, zone: ZoneInfo) -> tuple[date, date]:
    """The first and the last local day of a period."""
    last = period.end - timedelta(microseconds=1)
    return local(period.start, zone).date(), local(last, zone).date()


FREQUENCY = {"day": "D", "week": "7D", "month": "MS"}


def _first_day(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day


def _next(day: date, unit: str) -> date:
    days = {"day": 1, "week": 7, "month": 32}[unit]
    return _first_day(day + timedelta(days=days), unit)


def names(filters: Filters) -> list[str]:
    """The name of each bucket of the period, in order."""
    return [*_bucket_ends(filters.period, filters.zone)]


@lru_cache(maxsize=4096)
def label(day: date, unit: str) -> str:
    """The bucket's ISO name: 2026-01-31, 2026-W05 or 2026-01. All charts of a page have the same."""
    return day.strftime({"day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m"}[unit])


def labels(days: "pd.Series[Any]", unit: str) -> list[str]:
    """The names of the buckets that begin on these days."""
    return [label(day, unit) for day in days.to_numpy("datetime64[D]").tolist()]


def mark_unfinished(data: pd.DataFrame, filters: Filters, as_of: datetime | None) -> pd.DataFrame:
    """Add `unfinished`: whether the bucket reaches beyond what is known yet (`as_of`, UTC).

    And `until`, on the local clock, in the one that is going on.
    """
    ends = bucket_ends(filters)
    starts = dict(zip(ends, [filters.period.start, *ends.values()], strict=False))
    known = local(as_of, filters.zone).isoformat(timespec="minutes") if as_of else None
    unfinished = {bucket for bucket, end in ends.items() if as_of and end > as_of}
    going = {bucket: known for bucket in unfinished if as_of and starts[bucket] < as_of}
    found = data["bucket"].tolist()
    flags = np.array([bucket in unfinished for bucket in found], dtype=bool)
    until = pd.Series([going.get(bucket) for bucket in found], index=data.index, dtype=object)
    return data.assign(unfinished=flags, until=until)


def bucket_ends(filters: Filters) -> dict[str, datetime]:
    """The instant in which each bucket of the period ends, by the bucket's name."""
    return {**_bucket_ends(filters.period, filters.zone)}


@lru_cache(maxsize=64)
def _bucket_ends(period: Period, zone: ZoneInfo) -> dict[str, datetime]:
    days = _days(period, zone)
    unit = _grain(*days)
    return {label(day, unit): min(midnight(_next(day, unit), zone), period.end) for day in _buckets(*days)}


def over_time(*metrics: Metric, by: tuple[str, ...] = ()) -> Asked:
    """The query of metrics by the buckets of the period, as fine as `grain` says."""
    return Asked(metrics, by, grain)
