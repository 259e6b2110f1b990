"""Periods by name, counted from a given today."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType

Days = tuple[date, date]


def _last(days: int) -> Callable[[date], Days]:
    return lambda today: (today - timedelta(days=days - 1), today)


def _yesterday(today: date) -> Days:
    return (today - timedelta(days=1),) * 2


def _last_month(today: date) -> Days:
    end = today.replace(day=1) - timedelta(days=1)
    return end.replace(day=1), end


def _last_year(today: date) -> Days:
    return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)


PRESETS: Mapping[str, Callable[[date], Days]] = MappingProxyType(
    {
        "today": _last(1),
        "yesterday": _yesterday,
        "7_days": _last(7),
        "30_days": _last(30),
        "90_days": _last(90),
        "this_month": lambda today: (today.replace(day=1), today),
        "last_month": _last_month,
        "this_year": lambda today: (today.replace(month=1, day=1), today),
        "last_year": _last_year,
    }
)
DEFAULT = "30_days"


def named(days: Days, today: date) -> str | None:
    """The preset that gives exactly these days; the default one first, where two do."""
    fitting = [name for name, preset in PRESETS.items() if preset(today) == days]
    return DEFAULT if DEFAULT in fitting else next(iter(fitting), None)


def usual(today: date, newest: date | None) -> Days:
    """The default: the last 30 days, or the last 30 that have data where those are empty."""
    days = PRESETS[DEFAULT](today)
    return days if newest is None or newest >= days[0] else PRESETS[DEFAULT](newest)
