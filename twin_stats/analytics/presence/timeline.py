"""The timeline: who was online or paused when, in the last two days of a period on which anybody was."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select, func, or_, select

from twin_stats.analytics.chart import MOST_ROWS
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.figures import clipped, microseconds
from twin_stats.analytics.presence.intervals import Ints, cut, merged
from twin_stats.analytics.presence.sources import known_until, presence
from twin_stats.analytics.shapes import MOST_SERIES
from twin_stats.source.dialect import later
from twin_stats.source.literals import constant
from twin_stats.source.time import Period, local, midnight, offset_changes

STATUSES = ("online", "paused")
# Two local days, one of them of 25 hours, are less.
THREE_DAYS = timedelta(days=3)


def rows(filters: Filters, named: bool = False) -> Select[Any]:
    """The intervals of the last days on which somebody was there."""
    known, every = (
        presence(filters, named=named).subquery("spells"),
        presence(filters).subquery("every_spell"),
    )
    newest = select(func.max(every.c.end)).scalar_subquery()
    before_end = known.c.end > constant(known_until(filters) - THREE_DAYS)
    return select(*known.c).where(
        or_(before_end, known.c.end > later(newest, constant(-THREE_DAYS.total_seconds())))
    )


def last_days(frame: pd.DataFrame, filters: Filters) -> Filters:
    """The same filters for the last two local days on which somebody was there."""
    if frame.empty:
        return filters
    end = min(known_until(filters), frame["end"].max().to_pydatetime())
    last = local(end - timedelta(microseconds=1), filters.zone).date()
    first = midnight(last - timedelta(days=1), filters.zone)
    return replace(filters, period=Period(max(filters.period.start, first), end))


def timeline(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """The spells of the 20 operators with the most time.

    `category`, `series`, `from`, `to`, `value` (seconds), `place` (1 for a pause); `began` and `ended`, the
    instants in microseconds.
    `from` and `to` are what clocks on the wall showed, in milliseconds as if in UTC, so that a browser's own
    zone does not shift them; a spell ends where the clock is changed, and another one begins.
    """
    near = last_days(frame, filters)
    operator, names = pd.factorize(frame["operator"])
    kind, start, end = clipped(frame, near)
    spells, _ = cut(merged(operator.astype(np.int64) * 2 + kind, start, end), _stretches(near))
    data = pd.DataFrame(
        {
            "category": names.take(spells.owner // 2),
            "series": np.take(STATUSES, spells.owner % 2),
            "from": _wall(spells.start, near),
            "to": _wall(spells.start, near) + spells.length // 1000,
            "began": spells.start,
            "ended": spells.end,
            "value": spells.length / 1_000_000,
            "place": spells.owner % 2,
        }
    )
    return _readable(data)


def _stretches(filters: Filters) -> Ints:
    """Where the period begins, and where a clock is changed in it."""
    period = filters.period
    changes = [change for change, _, _ in offset_changes(filters.zone, period.start, period.end)]
    return np.array([microseconds(at) for at in (period.start, *changes)], dtype=np.int64)


def _wall(instants: Ints, filters: Filters) -> Ints:
    """Milliseconds of the wall clock at instants in microseconds."""
    there = pd.DatetimeIndex(instants.astype("datetime64[us]")).tz_localize("UTC").tz_convert(filters.zone)
    milliseconds: Ints = there.tz_localize(None).to_numpy("datetime64[ms]").astype(np.int64)
    return milliseconds


def _readable(data: pd.DataFrame) -> pd.DataFrame:
    """The largest operators, in the order in which they began; the longest spells, if there are very many."""
    sums = data.groupby("category")["value"].sum().nlargest(MOST_SERIES)
    kept = data[data["category"].isin(sums.index)].nlargest(MOST_ROWS, "value")
    first = kept.groupby("category")["from"].transform("min")
    ordered = kept.assign(first=first).sort_values(["first", "category", "place", "from"], ignore_index=True)
    return ordered.drop(columns="first")
