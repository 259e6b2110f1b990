"""Maturity: a bucket of messages whose validity is not over yet may still change, and is marked."""

from datetime import datetime, timedelta

import numpy as np
import pandas as pd
from sqlalchemy import func

from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.timeline import bucket_ends, grain, labels, over_time
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.query import Asked
from twin_stats.analytics.shapes import Shape
from twin_stats.source.literals import constant
from twin_stats.source.notifications import LONGEST_VALIDITY_MINUTES

VALID = "valid_minutes"


def maturing_over_time(*metrics: Metric, by: tuple[str, ...] = ()) -> Asked:
    """The query of metrics over time, with the longest validity of the messages behind each line."""
    valid = func.coalesce(metrics[0].fact.rows.c[VALID], constant(LONGEST_VALIDITY_MINUTES))
    ignored = metrics[0].ignores
    longest = Metric(VALID, metrics[0].fact, func.max(valid), "number", ignores=ignored, is_largest=True)
    return over_time(*metrics, longest, by=by)


def maturing(shape: Shape) -> Shape:
    """The same shape, with the longest validity in each bucket: `valid_minutes`, null in an empty one."""

    def shaped(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        unit = grain(filters)
        longest: dict[str, float] = {}
        for bucket, minutes in zip(labels(frame[unit], unit), frame[VALID].tolist(), strict=True):
            longest[bucket] = max(longest.get(bucket, 1), min(minutes, LONGEST_VALIDITY_MINUTES))
        data = shape(frame, filters)
        return data.assign(
            **{VALID: np.array([longest.get(name, np.nan) for name in data["bucket"].tolist()])}
        )

    return shaped


def mark_immature(data: pd.DataFrame, filters: Filters, as_of: datetime | None) -> pd.DataFrame:
    """Add `immature`, where validities are known: whether the bucket ended less than that before `as_of`."""
    if VALID not in data:
        return data
    ends = bucket_ends(filters)
    flags = [
        bool(as_of and minutes > 0 and ends[bucket] + timedelta(minutes=minutes) > as_of)
        for bucket, minutes in zip(data["bucket"].tolist(), data[VALID].tolist(), strict=True)
    ]
    return data.drop(columns=VALID).assign(immature=np.array(flags, dtype=bool))
