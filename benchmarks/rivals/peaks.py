"""Peaks of simultaneous calls as one writes them by hand: numpy over sorted starts and ends."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from twin_stats.analytics.filters import Filters

Instants = NDArray[np.int64]


def peaks(starts: Instants, ends: Instants, filters: Filters, by_hour: bool) -> pd.DataFrame:
    """The peak of the whole period, or of each hour of the day; instants are microseconds since 1970."""
    starts, ends = np.sort(starts, kind="stable"), np.sort(ends)
    edges, hours = _edges(filters, by_hour)
    running = np.arange(1, len(starts) + 1) - np.searchsorted(ends, starts, "right")
    peak = np.searchsorted(starts, edges, "right") - np.searchsorted(ends, edges, "right")
    first = np.searchsorted(starts, edges)
    within = np.append(first[1:], len(starts)) > first
    if within.any():
        highest = np.maximum.reduceat(running, first[within])
        peak[within] = np.maximum(peak[within], highest)
    if not by_hour:
        return pd.DataFrame({"peak_calls": peak})
    return pd.DataFrame({"hour": hours, "peak_calls": peak}).groupby("hour", as_index=False).max()


def _edges(filters: Filters, by_hour: bool) -> tuple[Instants, NDArray[np.int32]]:
    """The instants at which the hours of the period begin (its zone has whole hours), and their names."""
    period = filters.period
    if not by_hour:
        return np.array([np.datetime64(period.start, "us").astype(np.int64)]), np.array([0], np.int32)
    hours = pd.date_range(period.start, period.end, freq="h", inclusive="left", tz="UTC")
    return hours.as_unit("us").asi8, hours.tz_convert(filters.zone).hour.to_numpy()
