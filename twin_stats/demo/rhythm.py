"""How much work each hour brings: hour of day, weekday, season, holidays, growth, and a little chance."""

from datetime import date, timedelta
from typing import Any

import numpy as np

from twin_stats.demo.clock import Clock, Floats, Ints
from twin_stats.demo.plan import Plan
from twin_stats.demo.vocabulary import words

GROWTH_A_YEAR = 1.25
CHANCE = 0.06
EPOCH = date(1970, 1, 1)


def pace(plan: Plan, clock: Clock, subject: str) -> Floats:
    """The expected number of events in each hour."""
    rhythm = words("rhythms")[subject]
    hours, weekdays = np.array(rhythm["hours"], float), np.array(rhythm["weekdays"], float)
    in_day = (hours / hours.sum())[clock.hour] * (weekdays / weekdays.mean())[clock.weekday]
    expected: Floats = rhythm["daily"] * plan.scale * in_day * _days(plan, clock, rhythm, subject)
    return expected


def _days(plan: Plan, clock: Clock, rhythm: dict[str, Any], subject: str) -> Floats:
    """What is the same for all hours of a day."""
    age = (clock.day - (plan.last - EPOCH).days) / 365
    rest = np.where(np.isin(clock.day, holidays(plan)), rhythm["holiday"], 1.0)
    luck = plan.random(f"days of {subject}").lognormal(0, CHANCE, clock.day.max() - clock.day.min() + 1)
    swing = _season(clock, rhythm["season"]) * luck[clock.day - clock.day.min()]
    factor: Floats = GROWTH_A_YEAR**age * rest * swing
    return factor


def _season(clock: Clock, months: list[float]) -> Floats:
    """The year's swing, without steps between the months."""
    day = clock.day.astype("datetime64[D]")
    month = day.astype("datetime64[M]")
    into = (day - month.astype("datetime64[D]")).astype(float) / 30
    swing: Floats = np.interp(month.astype(int) % 12 + into, np.arange(12) + 0.5, months, period=12)
    return swing


def holidays(plan: Plan) -> Ints:
    """The public holidays of Berlin in the plan's years, as days since 1970."""
    years = range(plan.first.year, plan.last.year + 1)
    return np.array([(day - EPOCH).days for year in years for day in _holidays(year)], dtype=np.int64)


def _holidays(year: int) -> list[date]:
    fixed = [(1, 1), (3, 8), (5, 1), (10, 3), (12, 24), (12, 25), (12, 26), (12, 31)]
    moving = [-2, 1, 39, 50]  # Good Friday, Easter Monday, Ascension, Whit Monday
    easter = _easter(year)
    return [date(year, *day) for day in fixed] + [easter + timedelta(days=n) for n in moving]


def _easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule, good for 1900 to 2199 as shortened here by Gauss."""
    century = year // 100
    moon = (15 + century - century // 4 - (8 * century + 13) // 25) % 30
    sun = (4 + century - century // 4) % 7
    full = (19 * (year % 19) + moon) % 30
    sunday = (2 * (year % 4) + 4 * (year % 7) + 6 * full + sun) % 7
    late = (full == 29 and sunday == 6) or (full == 28 and sunday == 6 and year % 19 > 10)
    return date(year, 3, 22) + timedelta(days=full + sunday - (7 if late else 0))
