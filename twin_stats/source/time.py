"""Instants, zones and periods: every day and hour is cut by calendar arithmetic in an IANA zone.

Inside the house an instant is a naive `datetime` in UTC, as the event store keeps it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from difflib import get_close_matches
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from twin_stats import text
from twin_stats.errors import BadMoment, BadPeriod, UnknownZone

EPOCH = datetime(1970, 1, 1)
FIRST, LAST = EPOCH, datetime(2200, 1, 1)
DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Period:
    """A half-open range of instants: `start` belongs to it, `end` does not (naive, UTC)."""

    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        # East of Greenwich 1970 began a little before 1970, west of it 2199 ends a little after.
        if not FIRST - DAY <= self.start < self.end <= LAST + DAY:
            raise BadPeriod(start=self.start, end=self.end)


@dataclass(frozen=True)
class Segment:
    """A stretch of time with one offset from UTC: instants before `until` (seconds since 1970)."""

    until: int
    offset: int


def zone(name: str) -> ZoneInfo:
    """The zone of this IANA name; raise UnknownZone, with the nearest name, if there is none."""
    if name in _zones():
        return ZoneInfo(name)
    city = name.rpartition("/")[2].casefold()
    same = sorted(known for known in _zones() if city and known.casefold().endswith(f"/{city}"))
    near = same or get_close_matches(name, _zones(), n=1)
    raise UnknownZone(zone=name, hint=text.say("hint.did_you_mean", close=near[0]) if near else "")


@lru_cache(maxsize=1)
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


def instant(wall: datetime, where: ZoneInfo) -> datetime:
    """The instant of a wall-clock time: the first pass of a doubled hour, the end of a missing one."""
    there = wall.replace(tzinfo=where, fold=0)
    at = there.astimezone(UTC).replace(tzinfo=None)
    if local(at, where) == wall:
        return at
    return _end_of_gap(at, where)


def _end_of_gap(at: datetime, where: ZoneInfo) -> datetime:
    """The change of offset nearest to `at`: the instant in which the missing hour ends."""
    changes = [change for change, _, _ in offset_changes(where, at - DAY, at + DAY)]
    return min(changes, key=lambda change: abs(change - at))


def local(at: datetime, where: ZoneInfo) -> datetime:
    """The wall-clock time of an instant, naive."""
    return at.replace(tzinfo=UTC).astimezone(where).replace(tzinfo=None)


def midnight(day: date, where: ZoneInfo) -> datetime:
    """The instant in which a local day begins (a day can begin at 01:00 where midnight is missing)."""
    return instant(datetime(day.year, day.month, day.day), where)


def days(first: date, last: date, where: ZoneInfo) -> Period:
    """The whole local days from `first` to `last`, both included."""
    if last < first or first < FIRST.date() or last >= LAST.date():
        raise BadPeriod(start=first, end=last)
    return Period(midnight(first, where), midnight(last + DAY, where))


def parse(value: str, where: ZoneInfo) -> datetime:
    """The instant of an ISO date or date-time: local to `where` unless it carries an offset of its own."""
    try:
        read = datetime.fromisoformat(value)
        return read.astimezone(UTC).replace(tzinfo=None) if read.tzinfo else instant(read, where)
    except (ValueError, OverflowError):
        raise BadMoment(value=value) from None


def seconds(at: datetime) -> int:
    """Whole seconds since 1970."""
    return (at - EPOCH) // timedelta(seconds=1)


def from_seconds(value: int) -> datetime:
    """The instant so many seconds after 1970."""
    return EPOCH + timedelta(seconds=value)


def offset(at: datetime, where: ZoneInfo) -> int:
    """Seconds that local time is ahead of UTC at an instant."""
    return (local(at, where) - at) // timedelta(seconds=1)


@lru_cache(maxsize=4096)
def offset_changes(where: ZoneInfo, start: datetime, end: datetime) -> tuple[tuple[datetime, int, int], ...]:
    """Each change of offset in (start, end]: the instant, the offset before and after it, in seconds.

    `zoneinfo` does not tell its transitions, so a day with two offsets is searched by bisection; two
    changes within one day that undo each other would be missed, and no zone has had such a day.
    """
    # Of datetimes in one zone the difference is that of their clocks: ten times faster than going by UTC.
    found = []
    at, last = start.replace(tzinfo=where), end.replace(tzinfo=where)
    before = where.fromutc(at) - at
    while at < last:
        after = min(at + DAY, last)
        now = where.fromutc(after) - after
        if before != now:
            change = _bisect(at.replace(tzinfo=None), after.replace(tzinfo=None), where)
            found.append((change, before // SECOND, now // SECOND))
        at, before = after, now
    return tuple(found)


def _bisect(start: datetime, end: datetime, where: ZoneInfo) -> datetime:
    low, high = seconds(start), seconds(end)
    first = offset(start, where)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if offset(from_seconds(middle), where) == first else (low, middle)
    return from_seconds(high)


def segments(where: ZoneInfo, period: Period) -> tuple[Segment, ...]:
    """The stretches of one offset that cover a period; the last one has no end that matters."""
    changes = offset_changes(where, period.start, period.end)
    parts = [Segment(seconds(change), before) for change, before, _ in changes]
    return (*parts, Segment(seconds(LAST + DAY), offset(period.end, where)))
