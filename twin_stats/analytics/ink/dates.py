"""Dates, periods and zones as text, by Babel."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_interval, format_skeleton

from twin_stats.source.time import Period, local, offset


def period_in_words(period: Period, zone: ZoneInfo, language: str) -> str:
    """The local days of a period, with times where it is not whole days."""
    start, end = local(period.start, zone), local(period.end, zone)
    if start.time() == end.time() == datetime.min.time():
        return days_in_words(start, end - timedelta(days=1), language)
    if start.date() == end.date():
        return f"{_day(start, language)}, {start:%H:%M}–{end:%H:%M}"
    return f"{_day(start, language)}, {start:%H:%M} – {_day(end, language)}, {end:%H:%M}"


def days_in_words(first: datetime, last: datetime, language: str) -> str:
    """One day, or the days from first to last, both included."""
    if first.date() == last.date():
        return _day(first, language)
    return format_interval(first.date(), last.date(), "yMMMd", locale=language)


def bucket(name: str, language: str) -> str:
    """A bucket of the time axis (2026-01-31, 2026-W05 or 2026-01) as a date is written."""
    if len(name) == len("2026-01-31"):
        return format_date(date.fromisoformat(name), "medium", locale=language)
    if len(name) == len("2026-01"):
        return format_skeleton("yMMM", datetime.fromisoformat(f"{name}-01"), locale=language)
    return name


def _day(day: datetime, language: str) -> str:
    return format_date(day.date(), "medium", locale=language)


def short_day(day: datetime, language: str) -> str:
    """A day without its year."""
    return format_skeleton("MMMd", day, locale=language)


def moment(at: datetime, zone: ZoneInfo, language: str) -> str:
    """An instant (naive, UTC) as local date and time."""
    day = format_skeleton("yMMMd", at.replace(tzinfo=UTC), tzinfo=zone, locale=language)
    return f"{day}, {format_datetime(at.replace(tzinfo=UTC), 'HH:mm', tzinfo=zone, locale=language)}"


def zone_in_words(zone: ZoneInfo, period: Period) -> str:
    """The zone with its offset, or with both where the clocks change: Europe/Berlin (UTC+2, UTC+1)."""
    ends = (period.start, period.end - timedelta(seconds=1))
    offsets = dict.fromkeys(_offset(offset(at, zone) // 60) for at in ends)
    return f"{zone.key} ({', '.join(offsets)})"


def _offset(minutes: int) -> str:
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"
