"""What several questions of one page share in pandas: rows of the period, local times, conditions."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from twin_stats.analytics.figures.timeline import grain
from twin_stats.analytics.filters import Filters

REACHED = ("ANSWERED", "FAILED", "BUSY", "NOANSWER")
FAILURES = ("FAILED", "CHANUNAVAIL", "CONGESTION", "UNAVAILABLE", "EXPIRED")
DETECTED = ("Human", "Answering machine")
DAY, HOUR = 86_400_000_000, 3_600_000_000


@dataclass(frozen=True)
class Shared:
    """The rows of the period, their local times by name, masks by name; and the calls in progress in it."""

    filters: Filters
    rows: pd.DataFrame
    when: dict[str, pd.Series]
    meets: dict[str, pd.Series]
    whole: pd.DataFrame

    @property
    def bucket(self) -> pd.Series:
        """The day or week of each row."""
        return self.when[grain(self.filters)]

    def intervals(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Start and end, in microseconds, of the company's calls in progress in the period."""
        period = self.filters.period
        began = self.whole[
            (self.whole["company"] == self.filters.company) & (self.whole["started_at"] < period.end)
        ]
        talked = began["talk_seconds"].fillna(began["wait_seconds"])
        known = began["answered_at"].fillna(began["started_at"]) + pd.to_timedelta(talked, unit="s").dt.round(
            "us"
        )
        end = began["ended_at"].fillna(known)
        there = (end > period.start) & (end > began["started_at"])
        starts, ends = (
            at[there].to_numpy("datetime64[us]").astype(np.int64) for at in (began["started_at"], end)
        )
        return starts, ends


def shared(whole: pd.DataFrame, filters: Filters) -> Shared:
    """All of it for a choice of filters."""
    period = filters.period
    mine = whole["company"] == filters.company
    rows = whole[mine & (whole["started_at"] >= period.start) & (whole["started_at"] < period.end)]
    return Shared(filters, rows, calendar(rows["started_at"], filters), conditions(rows), whole)


def calendar(starts: pd.Series, filters: Filters) -> dict[str, pd.Series]:
    """Local hour, weekday and bucket of each call, as small numbers."""
    wall = starts.dt.tz_localize("UTC").dt.tz_convert(filters.zone).dt.tz_localize(None).astype("int64")
    day = (wall // DAY).astype("int32")
    unit = grain(filters)
    bucket = day if unit == "day" else (day + 3) // 7 * 7 - 3
    hour = (wall // HOUR % 24).astype("int8")
    found = {unit: bucket, "hour": hour, "weekday": (day + 3) % 7 + 1}
    return {name: values.rename(name) for name, values in found.items()}


def conditions(rows: pd.DataFrame) -> dict[str, pd.Series]:
    """Masks by the names of counts, and of the parts of rates."""
    status, inbound = rows["status"], rows["direction"] == "inbound"
    answered, unanswered = status == "ANSWERED", status == "NOANSWER"
    waited = rows["wait_seconds"] > 0
    served, abandoned = inbound & answered, inbound & unanswered & waited
    detected = answered & rows["responder"].isin(DETECTED)
    return statuses(status) | {
        "talked": answered & (rows["talk_seconds"] > 0),
        "served": served,
        "menu_hangups": inbound & unanswered & ~waited,
        "abandoned": abandoned,
        "wanted": served | abandoned,
        "in_time": served & ~(rows["wait_seconds"] > 20),
        "patient": served | (abandoned & (rows["wait_seconds"] >= 5)),
        "answering_machines": rows["responder"] == "Answering machine",
        "transferred": rows["transferred"] == True,  # noqa: E712 - unknown is not true
        "detected": detected,
        "human": detected & (rows["responder"] == "Human"),
        "short": answered & (rows["talk_seconds"] < 6),
    }


def statuses(status: pd.Series) -> dict[str, pd.Series]:
    """Masks of the status alone."""
    return {
        "attempts": status.isin({*REACHED, *FAILURES}),
        "answered": status == "ANSWERED",
        "not_answered": status == "NOANSWER",
        "busy": status == "BUSY",
        "failed_calls": status.isin(FAILURES),
        "reached": status.isin(REACHED),
    }
