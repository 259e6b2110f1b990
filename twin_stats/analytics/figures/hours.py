"""Shapes of the hours of the day and of the week: all of them are there, the empty ones as 0."""

import numpy as np
import pandas as pd

from twin_stats.analytics.figures.concurrency import peaks
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.shapes import Shape


def week_grid(metric: str) -> Shape:
    """A count by hour and weekday, all 168 of them: `weekday` (1 is Monday), `hour`, `value`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        cells = zip(frame["weekday"].tolist(), frame["hour"].tolist(), strict=True)
        counts = dict(zip(cells, frame[metric].tolist(), strict=True))
        days, hours = np.repeat(np.arange(1, 8), 24), np.tile(np.arange(24), 7)
        value = [counts.get((day, hour), 0) for day in range(1, 8) for hour in range(24)]
        return pd.DataFrame({"weekday": days, "hour": hours, "value": value})

    return shape


def by_hour(metric: str) -> Shape:
    """A count by hour of the day, all 24: `category`, `value`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        counts = dict(zip(frame["hour"].tolist(), frame[metric].tolist(), strict=True))
        value = [counts.get(hour, 0) for hour in range(24)]
        return pd.DataFrame({"category": [f"{hour:02d}" for hour in range(24)], "value": value})

    return shape


def peaks_by_hour(metric: str) -> Shape:
    """The peak of each hour of the day from the rows of `concurrency.intervals`: `category`, `value`."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        return by_hour(metric)(peaks(frame, ("hour",), filters, metric), filters)

    return shape
