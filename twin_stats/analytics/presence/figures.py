"""Figures of operators: the measured pieces of time, added up by any dimensions."""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
from sqlalchemy import Select

from twin_stats.analytics.figures.concurrency import buckets
from twin_stats.analytics.figures.dimensions import TIME
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.intervals import Ints, Pieces, cut, sweep
from twin_stats.analytics.presence.sources import (
    ONLINE,
    PAUSED,
    SESSION,
    known_until,
    presence,
    sessions,
    together,
)
from twin_stats.source.time import EPOCH

MEASURES = ("online", "paused", "busy", "session")
WITH_SESSIONS = {"occupancy", "concurrency"}


def rows(names: Sequence[str], by: Sequence[str], filters: Filters) -> Select[Any]:
    """What the figures of these names are made of."""
    keys = [key for key in by if key == "group"]
    if WITH_SESSIONS.isdisjoint(names):
        return presence(filters, keys)
    return together(presence(filters, keys), *sessions(filters, keys))


def figures(frame: pd.DataFrame, by: Sequence[str], filters: Filters, names: Sequence[str]) -> pd.DataFrame:
    """The columns of `by`, then each figure; one row for each combination in which somebody was there."""
    return told(measured(frame, by, filters), by, names)


def told(added: pd.DataFrame, by: Sequence[str], names: Sequence[str]) -> pd.DataFrame:
    """The columns of `by`, then each figure, of what has been `measured` by them."""
    return added[list(by)].assign(**{name: FIGURES[name](added) for name in names})


def measured(frame: pd.DataFrame, by: Sequence[str], filters: Filters) -> pd.DataFrame:
    """Seconds of each measure by the columns of `by`, and `operators`, the number of those who were there."""
    cuts = [key for key in by if key in TIME]
    owners, who = _owners(frame, [key for key in by if key == "group"])
    edges, labels = buckets(cuts, filters)
    pieces, bucket = cut(sweep(owners, *clipped(frame, filters)), edges)
    first = _firsts(pieces.owner, bucket)
    sums = {name: np.add.reduceat(values, first) for name, values in _measures(pieces).items()}
    times = labels.take(bucket[first]).reset_index(drop=True).assign(owner=pieces.owner[first], **sums)
    each = times.groupby([*cuts, "owner"], as_index=False, sort=False).sum()
    there = each[(each["online"] > 0) | (each["paused"] > 0)].reset_index(drop=True)
    named = there.join(who.take(there["owner"].to_numpy()).reset_index(drop=True)).assign(operators=1)
    added = [*MEASURES, "operators"]
    return named.groupby(list(by), as_index=False, dropna=False)[added].sum() if by else _total(named[added])


def _firsts(owner: Ints, bucket: Ints) -> Ints:
    """Where an owner or a bucket begins: pieces stand by owner, then by time, hundreds of them in a day."""
    changes = (owner[1:] != owner[:-1]) | (bucket[1:] != bucket[:-1])
    return np.flatnonzero(np.append(np.ones(min(len(owner), 1), dtype=bool), changes))


def clipped(frame: pd.DataFrame, filters: Filters) -> tuple[Ints, Ints, Ints]:
    """Kind, start and end of the rows, within the period and before what is not known yet."""
    first, last = microseconds(filters.period.start), microseconds(known_until(filters))
    start, end = (frame[name].to_numpy("datetime64[us]").astype(np.int64) for name in ("start", "end"))
    return frame["kind"].to_numpy(np.int64), np.maximum(start, first), np.minimum(end, last)


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970."""
    return (at - EPOCH) // pd.Timedelta(microseconds=1).to_pytimedelta()


def _owners(frame: pd.DataFrame, keys: Sequence[str]) -> tuple[Ints, pd.DataFrame]:
    """A number for each operator (in each group), and whose it is."""
    number, operators = pd.factorize(frame["operator"], use_na_sentinel=False)
    owner, who = number.astype(np.int64), pd.DataFrame({"operator": operators})
    if not keys:
        return owner, who
    group, groups = pd.factorize(frame["group"], use_na_sentinel=False)
    numbers, owner = np.unique(owner * len(groups) + group, return_inverse=True)
    each = {"operator": operators.take(numbers // len(groups)), "group": groups.take(numbers % len(groups))}
    return owner.astype(np.int64), pd.DataFrame(each)


def _measures(pieces: Pieces) -> dict[str, Any]:
    """Seconds of each piece that count for each measure."""
    counts = np.zeros((3, len(pieces.owner)), dtype=np.int64)
    counts[: len(pieces.counts)] = pieces.counts
    online, session, seconds = counts[ONLINE] > 0, counts[SESSION], pieces.length / 1_000_000
    return {
        "online": seconds * online,
        "paused": seconds * (counts[PAUSED] > 0),
        "busy": seconds * (online & (session > 0)),
        "session": seconds * online * session,
    }


def _total(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.sum().to_frame().T.astype({"operators": "int64"})


def _ratio(part: str, *whole: str) -> Callable[[pd.DataFrame], pd.Series]:
    def ratio(added: pd.DataFrame) -> pd.Series:
        base = added[list(whole)].sum(axis=1)
        return added[part] / base.where(base > 0)

    return ratio


FIGURES: Mapping[str, Callable[[pd.DataFrame], pd.Series]] = {
    "online_time": lambda added: added["online"],
    "paused_time": lambda added: added["paused"],
    "pause_share": _ratio("paused", "online", "paused"),
    "occupancy": _ratio("busy", "online"),
    "concurrency": _ratio("session", "busy"),
    "operators": lambda added: added["operators"],
}
