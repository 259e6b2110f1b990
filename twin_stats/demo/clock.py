"""The hours of a plan with their place in the local calendar: vectors of equal length."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twin_stats.demo.plan import DAY, HOUR, Plan
from twin_stats.source.time import Period, Segment, from_seconds, segments

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Clock:
    """Each hour's start (seconds since 1970) and its local day (days since 1970), hour and weekday."""

    starts: Ints
    day: Ints
    hour: Ints
    segments: tuple[Segment, ...]

    @property
    def weekday(self) -> Ints:
        """0 is Monday: the first day of 1970 was a Thursday."""
        return (self.day + 3) % 7

    def local(self, at: Ints) -> Ints:
        """Wall-clock seconds of instants."""
        return at + _offset(self.segments, at)

    def instants(self, walls: Ints) -> Ints:
        """The instants of wall-clock seconds (in hours that are neither missing nor doubled)."""
        near = walls - _offset(self.segments, walls)
        return walls - _offset(self.segments, near)

    def place(self, at: Ints) -> Ints:
        """The number of the hour that an instant lies in; the first or last for one outside."""
        place: Ints = np.clip((at - self.starts[0]) // HOUR, 0, len(self.starts) - 1)
        return place


def clock(plan: Plan) -> Clock:
    """The hours of a plan."""
    # A day on either side: shifts begin before the first midnight, and sessions run on after the last.
    around = Period(from_seconds(plan.start - DAY), from_seconds(plan.stop + DAY))
    parts = segments(plan.zone, around)
    starts = np.arange(plan.start, plan.stop, HOUR, dtype=np.int64)
    walls = starts + _offset(parts, starts)
    return Clock(starts, walls // DAY, walls % DAY // HOUR, parts)


def _offset(parts: tuple[Segment, ...], at: Ints) -> Ints:
    untils = np.array([part.until for part in parts], dtype=np.int64)
    offsets = np.array([part.offset for part in parts], dtype=np.int64)
    place = np.minimum(np.searchsorted(untils, at, side="right"), len(parts) - 1)
    return offsets[place]
