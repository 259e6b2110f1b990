"""What DuckDB and SQLite write differently: moments, calendar days of a zone, exact quantiles, ends of calls.

In DuckDB's file times are timestamps and money is decimal; in SQLite's they are whole milliseconds and
millionths, which is the fastest that it has.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from twin_stats.analytics.filters import Filters
from twin_stats.source.time import EPOCH, from_seconds, segments

DAY = 86_400_000
CALENDAR_DUCKDB = {
    "day": "CAST({wall} AS DATE)",
    "week": "CAST(date_trunc('week', {wall}) AS DATE)",
    "hour": "CAST(extract(hour FROM {wall}) AS INTEGER)",
    "weekday": "CAST(extract(isodow FROM {wall}) AS INTEGER)",
}
CALENDAR_SQLITE = {
    "day": f"{{wall}} / {DAY}",
    "week": f"({{wall}} / {DAY} + 3) / 7 * 7 - 3",
    "hour": "{wall} / 3600000 % 24",
    "weekday": f"({{wall}} / {DAY} + 3) % 7 + 1",
}


@dataclass(frozen=True)
class Dialect:
    """How one engine writes moments, calendars (over `{wall}`), and the end of a call."""

    moment: Callable[[datetime], str]
    wall: str
    unit: int
    calendar: Mapping[str, str]
    known_end: str

    def rows(self, filters: Filters) -> str:
        """The company's rows of the period."""
        start, end = self.moment(filters.period.start), self.moment(filters.period.end)
        return f"company = {filters.company} AND started_at >= {start} AND started_at < {end}"

    def key(self, name: str, filters: Filters) -> str:
        """A dimension: a part of the local time, else a column."""
        if name not in self.calendar:
            return f'"{name}"'
        return self.calendar[name].format(wall=self.wall.format(offset=self._offset(filters)))

    def intervals(self, filters: Filters) -> str:
        """Start and end of each call that was in progress in the period; most began in it."""
        start, end = self.moment(filters.period.start), self.moment(filters.period.end)
        last = f"CASE WHEN ended_at IS NOT NULL THEN ended_at ELSE {self.known_end} END"
        began = f"company = {filters.company} AND started_at < {end}"
        return (
            f'SELECT started_at AS "start", {last} AS "end" FROM calls WHERE {began} '
            f"AND (started_at >= {start} OR {last} > {start}) AND {last} > started_at"
        )

    def _offset(self, filters: Filters) -> str:
        *changes, last = segments(filters.zone, filters.period)
        if not changes:
            return str(last.offset * self.unit)
        cases = " ".join(
            f"WHEN started_at < {self.moment(from_seconds(part.until))} THEN {part.offset * self.unit}"
            for part in changes
        )
        return f"CASE {cases} ELSE {last.offset * self.unit} END"


DUCKDB = Dialect(
    moment=lambda at: f"TIMESTAMP '{at}'",
    wall="make_timestamp(epoch_us(started_at) + {offset})",
    unit=1_000_000,
    calendar=CALENDAR_DUCKDB,
    known_end="make_timestamp(epoch_us(coalesce(answered_at, started_at))"
    " + CAST(1000000 * coalesce(talk_seconds, wait_seconds) AS BIGINT))",
)
SQLITE = Dialect(
    moment=lambda at: str((at - EPOCH) // timedelta(milliseconds=1)),
    wall="(started_at + {offset})",
    unit=1000,
    calendar=CALENDAR_SQLITE,
    known_end="coalesce(answered_at, started_at)"
    " + CAST(round(1000 * coalesce(talk_seconds, wait_seconds)) AS INTEGER)",
)
