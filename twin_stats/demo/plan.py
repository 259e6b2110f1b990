"""What is to be made: which company, which days, how much, from which seed.

The same plan always gives the same rows. The story (outage, campaign, paused team) and the growth are counted
back from the last day, so a demo looks alike whenever it is made; moving the last day changes every day.
All of the last day is drawn, and what lies at or after `end` is cut away; so the rows of two demos of the
same last day are equal up to the earlier of their ends.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import pairwise
from zlib import crc32
from zoneinfo import ZoneInfo

import numpy as np

from twin_stats.demo.vocabulary import words
from twin_stats.errors import DemoInFuture
from twin_stats.source.time import days, instant, local, midnight, seconds, zone

HOUR = 3600
DAY = 86400


@dataclass(frozen=True)
class Piece:
    """A local month (or what the plan has of it), made and written at once: seconds since 1970."""

    number: int
    start: int
    stop: int


@dataclass(frozen=True)
class Plan:
    """A company, its first and last day, and the instant (seconds) that nothing in it may reach."""

    company: int
    first: date
    last: date
    end: int
    seed: int = 1
    scale: float = 1.0

    @cached_property
    def zone(self) -> ZoneInfo:
        """The company's zone."""
        return zone(words("company")["zone"])

    @cached_property
    def start(self) -> int:
        """The instant in which the first day begins."""
        return self.at(self.first)

    @cached_property
    def stop(self) -> int:
        """The instant in which the last day ends."""
        return self.at(self.last + timedelta(days=1))

    def at(self, day: date, hours: float = 0) -> int:
        """The instant of a local day and wall-clock hour."""
        wall = datetime(day.year, day.month, day.day) + timedelta(hours=hours)
        return seconds(instant(wall, self.zone))

    def pieces(self) -> list[Piece]:
        """The months of the plan, numbered as 202601, without those that only the future knows."""
        firsts = [self.first, *_months(self.first, self.last), self.last + timedelta(days=1)]
        numbered = [(day.year * 100 + day.month, self.at(day)) for day in firsts]
        pairs = pairwise(numbered)
        return [Piece(number, start, stop) for (number, start), (_, stop) in pairs if start <= self.end]

    def random(self, subject: str, piece: int = 0) -> np.random.Generator:
        """The random numbers of a subject in a month: the same for the same plan, on any machine."""
        return np.random.default_rng([self.seed, self.company, crc32(subject.encode()), piece])


def plan(company: int, last: date | None, length: int, now: datetime) -> Plan:
    """A plan of `length` days up to `last` (default: today), as it is known at the last full hour.

    Raises DemoInFuture for a last day that has not begun, BadPeriod for one out of all bounds.
    """
    where = zone(words("company")["zone"])
    today = local(now, where).date()
    last = last or today
    if last > today:
        raise DemoInFuture(until=last, today=today)
    whole = days(last, last, where)
    first = last - timedelta(days=length - 1)
    days(first, last, where)
    hour = now.replace(minute=0, second=0, microsecond=0)
    return Plan(company, first, last, seconds(min(whole.end, max(hour, midnight(last, where)))))


def _months(first: date, last: date) -> list[date]:
    """The firsts of months after `first`, up to `last`."""
    start = first.year * 12 + first.month
    later = [date(n // 12, n % 12 + 1, 1) for n in range(start, last.year * 12 + last.month)]
    return [day for day in later if first < day <= last]
