"""The time axis: its grain, its buckets, and the one that is not over yet."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from twin_stats.analytics.figures.timeline import MOST_BUCKETS, buckets, grain, label, mark_unfinished
from twin_stats.analytics.filters import Filters
from twin_stats.source.time import Period, days, instant

BERLIN = ZoneInfo("Europe/Berlin")


def asked(first: str, last: str, zone: ZoneInfo = BERLIN) -> Filters:
    """The filters of whole days, both included."""
    return Filters(1, zone, days(date.fromisoformat(first), date.fromisoformat(last), zone))


def names(filters: Filters) -> list[str]:
    return [label(day, grain(filters)) for day in buckets(filters)]


@pytest.mark.parametrize(
    ("first", "last", "unit", "count"),
    [
        ("2026-01-01", "2026-01-01", "day", 1),
        ("2026-01-01", "2026-04-02", "day", 92),  # 31 + 28 + 31 + 2
        ("2026-08-01", "2026-10-31", "day", 92),  # the same and an hour, by the autumn's change
        ("2026-01-01", "2026-04-03", "week", 14),  # W01 to W14
        ("2026-01-01", "2027-09-30", "week", 92),  # W01 2026 to W39 2027: 53 + 39
        ("2026-01-01", "2027-10-04", "month", 22),
    ],
)
def test_the_axis_is_as_fine_as_92_buckets_allow(first: str, last: str, unit: str, count: int) -> None:
    filters = asked(first, last)
    assert (grain(filters), len(buckets(filters))) == (unit, count)
    assert count <= MOST_BUCKETS


def test_days_of_23_and_25_hours_are_one_bucket_each() -> None:
    assert names(asked("2026-03-28", "2026-03-30")) == ["2026-03-28", "2026-03-29", "2026-03-30"]
    assert names(asked("2026-10-24", "2026-10-26")) == ["2026-10-24", "2026-10-25", "2026-10-26"]


def test_a_bucket_that_is_only_touched_is_there_and_the_end_is_not_included() -> None:
    bounds = (instant(datetime(2026, 1, 1, 23), BERLIN), instant(datetime(2026, 1, 3), BERLIN))
    assert names(Filters(1, BERLIN, Period(*bounds))) == ["2026-01-01", "2026-01-02"]


def test_weeks_and_months_over_new_year_have_iso_names() -> None:
    weeks = names(asked("2026-09-01", "2027-01-31"))
    assert weeks[0] == "2026-W36" and weeks[-6:] == [
        "2026-W52",
        "2026-W53",
        "2027-W01",
        "2027-W02",
        "2027-W03",
        "2027-W04",
    ]
    months = names(asked("2025-01-31", "2027-01-01"))
    assert (months[0], months[-1], len(months)) == ("2025-01", "2027-01", 25)


def test_the_bucket_that_is_not_over_yet_is_marked() -> None:
    filters = asked("2026-02-01", "2026-02-03")
    data = pd.DataFrame({"bucket": ["2026-02-01", "2026-02-02", "2026-02-03"]})
    noon = instant(datetime(2026, 2, 2, 12), BERLIN)
    assert mark_unfinished(data, filters, noon)["unfinished"].tolist() == [False, True, True]
    midnight = instant(datetime(2026, 2, 3), BERLIN)
    assert mark_unfinished(data, filters, midnight)["unfinished"].tolist() == [False, False, True]
    assert not mark_unfinished(data, filters, None)["unfinished"].any()


def test_a_bucket_whose_asked_part_is_over_is_finished() -> None:
    period = Period(instant(datetime(2026, 2, 2), BERLIN), instant(datetime(2026, 2, 2, 12), BERLIN))
    data = pd.DataFrame({"bucket": ["2026-02-02"]})
    one = instant(datetime(2026, 2, 2, 13), BERLIN)
    assert not mark_unfinished(data, Filters(1, BERLIN, period), one)["unfinished"].any()
