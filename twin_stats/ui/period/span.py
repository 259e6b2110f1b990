"""From what an address says to a period that can be shown, with a note for everything that was mended."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from twin_stats.source.time import Period, instant, midnight
from twin_stats.ui.period.presets import Days

EARLIEST, LATEST = date(1970, 1, 2), date(2199, 12, 30)
START_OF_DAY, END_OF_DAY = time(0, 0), time(23, 59)
MOST_DAYS = 20 * 366
NAMES = ("from", "from_time", "to", "to_time")


@dataclass(frozen=True)
class Note:
    """Something that was asked for and could not be done as it stood: a key of `text.py`, and its facts."""

    key: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Span:
    """Local days, both included, and times: 23:59 as the end means the end of that day."""

    first: date
    last: date
    start: time = START_OF_DAY
    end: time = END_OF_DAY
    notes: tuple[Note, ...] = ()

    @property
    def days(self) -> Days:
        """First and last day."""
        return self.first, self.last

    @property
    def is_whole_days(self) -> bool:
        """Whether it begins with a day and ends with one."""
        return (self.start, self.end) == (START_OF_DAY, END_OF_DAY)

    def period(self, zone: ZoneInfo) -> Period:
        """The instants; whole days where the times leave nothing (02:00 to 02:30 in a missing hour)."""
        start = instant(datetime.combine(self.first, self.start), zone)
        end = instant(datetime.combine(self.last, self.end), zone)
        if self.end == END_OF_DAY:
            end = midnight(self.last + timedelta(days=1), zone)
        return Period(start, end) if start < end else replace(self, start=time(), end=END_OF_DAY).period(zone)

    def noting(self, key: str, **facts: str) -> "Span":
        """The same span with one note more."""
        return replace(self, notes=(*self.notes, Note(key, facts)))


def span(said: Mapping[str, str], usual: Days) -> Span:
    """The span that `said` (values by NAMES) asks for; what is not said is as usual."""
    days, notes = _days(said, usual)
    times, more = _times(said)
    found = Span(min(days), max(days), times[0], times[1], (*notes, *more))
    if days[1] < days[0]:
        found = found.noting("note.reversed")
    if found.last - found.first >= timedelta(days=MOST_DAYS):
        found = _shortened(found, usual[1]).noting("note.too_long")
    if found.first == found.last and found.start >= found.end:
        found = replace(found, start=START_OF_DAY, end=END_OF_DAY).noting("note.times_reversed")
    return found


def _shortened(span: Span, today: date) -> Span:
    last = today if span.first <= today <= span.last else span.last
    return replace(span, first=max(span.first, last - timedelta(days=MOST_DAYS - 1)), last=last)


def _days(said: Mapping[str, str], usual: Days) -> tuple[Days, list[Note]]:
    first, last = _date(said.get("from")), _date(said.get("to"))
    bad = [said[name] for name, day in (("from", first), ("to", last)) if name in said and not day]
    notes = [Note("note.not_a_date", {"value": value}) for value in bad]
    if any(day and not EARLIEST <= day <= LATEST for day in (first, last)):
        notes.append(Note("note.out_of_range", {}))
    length = usual[1] - usual[0]
    start, end = _within(first), _within(last)
    if start and not end:
        end = max(start, usual[1])
    if end and not start:
        start = max(end - length, EARLIEST)
    return (start or usual[0], end or usual[1]), notes


def _within(day: date | None) -> date | None:
    return day and min(max(day, EARLIEST), LATEST)


def _date(value: str | None) -> date | None:
    try:
        return datetime.fromisoformat(value or "").date()
    except ValueError:
        return None


def _times(said: Mapping[str, str]) -> tuple[tuple[time, time], list[Note]]:
    usual = {"from_time": START_OF_DAY, "to_time": END_OF_DAY}
    read = {name: _time(said[name]) for name in usual if name in said}
    notes = [Note("note.not_a_time", {"value": said[name]}) for name, at in read.items() if at is None]
    return (read.get("from_time") or START_OF_DAY, read.get("to_time") or END_OF_DAY), notes


def _time(value: str) -> time | None:
    try:
        read = time.fromisoformat("23:59" if value.startswith("24:00") else value)
    except ValueError:
        return None
    return read.replace(second=0, microsecond=0, tzinfo=None)
