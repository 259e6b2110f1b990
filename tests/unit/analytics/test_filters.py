"""Filters: what was chosen, and the period before it."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from twin_stats.analytics.filters import Filters
from twin_stats.errors import BadPeriod
from twin_stats.source.time import Period, instant, local

BERLIN = ZoneInfo("Europe/Berlin")


def asked(start: str, end: str) -> Filters:
    bounds = (instant(datetime.fromisoformat(bound), BERLIN) for bound in (start, end))
    return Filters(1, BERLIN, Period(*bounds))


def before(start: str, end: str) -> tuple[str, str]:
    """The previous period's local bounds."""
    period = asked(start, end).previous().period
    first, last = (local(at, BERLIN).isoformat(" ", "minutes") for at in (period.start, period.end))
    return first, last


@pytest.mark.parametrize(
    ("period", "previous"),
    [
        # One day: shifted by 7, to the same weekday.
        (("2026-02-10", "2026-02-11"), ("2026-02-03 00:00", "2026-02-04 00:00")),
        # A week: by 7, so that it ends where the period begins.
        (("2026-02-09", "2026-02-16"), ("2026-02-02 00:00", "2026-02-09 00:00")),
        # Eight days: by 14.
        (("2026-02-09", "2026-02-17"), ("2026-01-26 00:00", "2026-02-03 00:00")),
        # February, 28 days: by 28. January, 31 days: by 35.
        (("2026-02-01", "2026-03-01"), ("2026-01-04 00:00", "2026-02-01 00:00")),
        (("2026-01-01", "2026-02-01"), ("2025-11-27 00:00", "2025-12-28 00:00")),
        # The week of 167 hours and the one of 169: still seven days, from midnight to midnight.
        (("2026-03-23", "2026-03-30"), ("2026-03-16 00:00", "2026-03-23 00:00")),
        (("2026-03-30", "2026-04-06"), ("2026-03-23 00:00", "2026-03-30 00:00")),
        (("2026-10-19", "2026-10-26"), ("2026-10-12 00:00", "2026-10-19 00:00")),
        # Parts of a day keep their hours across the change.
        (("2026-03-30 09:00", "2026-03-30 18:00"), ("2026-03-23 09:00", "2026-03-23 18:00")),
        # A bound that falls into the missing hour means the end of the gap.
        (("2026-04-05 01:30", "2026-04-05 02:30"), ("2026-03-29 01:30", "2026-03-29 03:00")),
    ],
)
def test_the_previous_period_is_shifted_by_whole_weeks(
    period: tuple[str, str], previous: tuple[str, str]
) -> None:
    assert before(*period) == previous


def test_a_period_that_would_vanish_in_a_missing_hour_keeps_its_length() -> None:
    assert before("2026-04-05 02:10", "2026-04-05 02:40") == ("2026-03-29 03:00", "2026-03-29 03:30")


def test_a_period_inside_the_doubled_hour_has_a_previous_one() -> None:
    inside = Period(datetime(2026, 10, 25, 0, 50), datetime(2026, 10, 25, 1, 10))  # 02:50 to 02:10, both 02
    assert Filters(1, BERLIN, inside).previous().period == Period(
        datetime(2026, 10, 18, 0, 50), datetime(2026, 10, 18, 1, 10)
    )


def test_the_previous_period_ends_at_the_latest_where_the_period_begins_and_stays_within_1970() -> None:
    long = asked("1970-01-02", "1990-01-01").previous().period
    assert long.start < long.end
    assert asked("1970-01-01", "2026-01-01").previous().period.start <= datetime(1970, 1, 1)


def test_the_previous_period_keeps_everything_else() -> None:
    filters = asked("2026-02-09", "2026-02-16").choosing({"bot": ["A"]})
    assert replace(filters.previous(), period=filters.period) == filters


def test_the_first_and_the_last_day_there_are_can_be_asked_for_in_every_zone() -> None:
    for name in ("Pacific/Kiritimati", "Europe/Berlin", "UTC", "Pacific/Midway"):
        zone = ZoneInfo(name)
        first, end = (instant(datetime(year, 1, 1), zone) for year in (1970, 2200))
        assert Period(first, end).start == first


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-01-02", "2026-01-01"), ("2026-01-01", "2026-01-01"), ("1960-01-01", "2026-01-01")],
)
def test_an_impossible_period_is_refused(start: str, end: str) -> None:
    with pytest.raises(BadPeriod):
        asked(start, end)


def test_a_name_without_values_is_not_a_filter() -> None:
    filters = asked("2026-01-01", "2026-01-02")
    assert filters.choosing({"bot": []}) == filters
    assert filters.choosing({"bot": ["A"], "status": ["B"]}).without(["bot"]).chosen == (("status", ("B",)),)
