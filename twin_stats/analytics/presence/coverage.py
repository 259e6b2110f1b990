"""Coverage: clients who wait beside operators who are online, and the time in which nobody could answer."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select

from twin_stats.analytics.figures.concurrency import buckets
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.figures import clipped, microseconds
from twin_stats.analytics.presence.intervals import Ints, Pieces, cut, merged, sweep
from twin_stats.analytics.presence.once import once
from twin_stats.analytics.presence.sources import (
    ONLINE,
    SESSION,
    known_until,
    presence,
    responses,
    together,
    waits,
)
from twin_stats.source.time import LAST, Period

WAITING = 1


def rows(filters: Filters, named: bool = False) -> Select[Any]:
    """Operators and waiting sessions of the period."""
    return together(presence(filters, named=named), *waits(filters, named))


def response_rows(filters: Filters) -> Select[Any]:
    """Answered sessions of the period, and all that operators did since its start: a wait may begin later."""
    return together(presence(from_then_on(filters)), responses(filters))


def from_then_on(filters: Filters) -> Filters:
    """The same filters for all time since the start of the period."""
    return replace(filters, period=Period(filters.period.start, LAST))


def covered(frame: pd.DataFrame, name: str, filters: Filters) -> pd.DataFrame:
    """By the buckets of `name`, in seconds: `waiting` and `online` (added up over sessions and operators),
    `uncovered` (somebody waits, nobody is online) and `elapsed`, the time that the bucket had."""
    edges, labels = buckets((name,), filters)
    pieces, bucket = cut(_side_by_side(frame, filters), edges)
    seconds, (online, waiting) = pieces.length / 1_000_000, pieces.counts
    ends = np.append(edges[1:], microseconds(filters.period.end))
    elapsed = np.minimum(ends, microseconds(known_until(filters))) - edges
    sums: Mapping[str, Any] = {
        "waiting": _summed(seconds * waiting, bucket, edges),
        "online": _summed(seconds * online, bucket, edges),
        "uncovered": _summed(seconds * ((waiting > 0) & (online == 0)), bucket, edges),
        "elapsed": np.maximum(elapsed, 0) / 1_000_000,
    }
    return labels.assign(**sums).groupby(name, as_index=False).sum()


def _summed(values: Any, bucket: Ints, edges: Ints) -> Any:
    return np.bincount(bucket, values, len(edges))


@once
def _side_by_side(frame: pd.DataFrame, filters: Filters) -> Pieces:
    """The period in pieces, with the number of operators online (each once) and of sessions that wait."""
    _, start, end = clipped(frame, filters)
    wait = frame["kind"].to_numpy() == SESSION
    there = online(frame, start, end)
    kind = np.repeat((0, WAITING), (len(there.owner), wait.sum()))
    starts, ends = np.append(there.start, start[wait]), np.append(there.end, end[wait])
    found = sweep(np.zeros_like(kind), kind, starts, ends)
    counts = np.zeros((2, len(found.owner)), dtype=np.int64)
    counts[: len(found.counts)] = found.counts
    return replace(found, counts=counts)


def online(frame: pd.DataFrame, start: Ints, end: Ints) -> Pieces:
    """When each operator was online."""
    is_online = frame["kind"].to_numpy() == ONLINE
    operator = pd.factorize(frame["operator"][is_online])[0].astype(np.int64)
    return merged(operator, start[is_online], end[is_online])


def answered(frame: pd.DataFrame) -> pd.DataFrame:
    """Answered sessions: `seconds` of the wait, and `covered`, whether somebody was online as it began."""
    start, end = (frame[name].to_numpy("datetime64[us]").astype(np.int64) for name in ("start", "end"))
    there, session = online(frame, start, end), frame["kind"].to_numpy() == SESSION
    anybody = merged(np.zeros_like(there.owner), there.start, there.end)
    at = start[session]
    before = np.searchsorted(anybody.start, at, "right") - 1
    is_covered = (before >= 0) & (at < np.append(anybody.end, 0)[before])
    return pd.DataFrame({"seconds": (end[session] - at) / 1_000_000, "covered": is_covered})
