"""Days of 23 and 25 hours, doubled and missing hours, weeks over new year, odd zones."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call
from twin_stats.analytics.figures.timeline import mark_unfinished
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import so_far
from twin_stats.source.time import Period

SPRING, AUTUMN = "2026-03-29", "2026-10-25"  # in Berlin 02:00 becomes 03:00, and 03:00 becomes 02:00


@pytest.fixture(scope="module")
def berlin(table: Table) -> Asked:
    """A call at every full UTC hour around both changes, each of ten minutes."""
    hours = [
        f"{day} {hour:02d}:00" for day in ("2026-03-28", SPRING, "2026-10-24", AUTUMN) for hour in range(24)
    ]
    return table([call(at, talk_seconds=600.0) for at in hours], zone="Europe/Berlin")


def test_a_day_of_23_hours_has_23_hours_of_calls(berlin: Asked) -> None:
    # The 28th: 22 hours from 01:00 (its first is the 27th's last in UTC), the 29th: 23, the 30th: 2.
    spring = berlin.rows("calls", "day", berlin.filters("2026-03-28", "2026-03-31"))
    assert spring == [("2026-03-28", 23), ("2026-03-29", 23), ("2026-03-30", 2)]


def test_a_day_of_25_hours_has_25_hours_of_calls(berlin: Asked) -> None:
    # UTC runs from the 24th 00:00 to the 25th 23:00: 22 hours on the 24th (from 02:00), 25, then 1.
    autumn = berlin.rows("calls", "day", berlin.filters("2026-10-24", "2026-10-27"))
    assert autumn == [("2026-10-24", 22), ("2026-10-25", 25), ("2026-10-26", 1)]


def test_the_missing_hour_has_no_calls_and_the_doubled_one_has_both_passes(berlin: Asked) -> None:
    spring = dict(berlin.rows("calls", "hour", berlin.filters(SPRING, "2026-03-30")))
    assert 2 not in spring and spring[1] == spring[3] == 1
    autumn = dict(berlin.rows("calls", "hour", berlin.filters(AUTUMN, "2026-10-26")))
    assert autumn[2] == 2 and autumn[1] == autumn[3] == 1


def test_a_bound_in_the_doubled_hour_means_its_first_pass(berlin: Asked) -> None:
    # From 02:30 of the first pass up to 03:00: the second pass' 02:00 lies between them.
    assert berlin.one("calls", berlin.filters(f"{AUTUMN} 02:30", f"{AUTUMN} 03:00")) == 1
    assert berlin.one("calls", berlin.filters(f"{AUTUMN} 01:30", f"{AUTUMN} 02:30")) == 1


def test_a_bound_in_the_missing_hour_means_the_instant_after_the_gap(berlin: Asked) -> None:
    assert berlin.one("calls", berlin.filters(f"{SPRING} 02:30", f"{SPRING} 03:30")) == 1  # 03:00
    assert berlin.one("calls", berlin.filters(f"{SPRING} 01:30", f"{SPRING} 02:30")) == 0  # ends at 03:00


def test_a_call_over_local_midnight_counts_on_the_day_it_started(table: Table) -> None:
    late = table([call("2026-01-05 22:59", talk_seconds=7200.0)], zone="Europe/Berlin")  # 23:59 in Berlin
    assert late.rows("calls talk_time", "day") == [("2026-01-05", 1, 7200.0)]


def test_a_call_in_the_second_pass_of_the_doubled_hour_is_in_that_hour(table: Table) -> None:
    calls = [call("2026-10-25 00:30", client="first"), call("2026-10-25 01:30", client="second")]
    asked = table(calls, zone="Europe/Berlin")
    assert asked.rows("calls callers", "day hour") == [(AUTUMN, 2, 2, 2)]


def test_weeks_over_new_year_are_iso_weeks(table: Table) -> None:
    days = ["2026-12-27", "2026-12-28", "2026-12-31", "2027-01-03", "2027-01-04"]
    asked = table([call(f"{day} 12:00") for day in days])
    period = asked.filters("2026-12-01", "2027-02-01")
    assert asked.rows("calls", "week", period) == [("2026-W52", 1), ("2026-W53", 3), ("2027-W01", 1)]
    assert asked.rows("calls", "month", period) == [("2026-12", 3), ("2027-01", 2)]
    assert asked.rows("calls", "weekday", period) == [(1, 2), (4, 1), (7, 2)]


def test_a_zone_half_an_hour_off_cuts_days_and_hours_there(table: Table) -> None:
    calls = [call("2026-05-04 18:29:59.999999"), call("2026-05-04 18:30")]
    kolkata = table(calls, zone="Asia/Kolkata")  # 18:30 UTC is midnight there
    assert kolkata.rows("calls", "day hour weekday") == [("2026-05-04", 23, 1, 1), ("2026-05-05", 0, 2, 1)]


def test_a_day_whose_midnight_is_missing_begins_at_one(table: Table) -> None:
    # In Asunción 2022-10-02 began at 01:00, which was 04:00 UTC.
    calls = [call("2022-10-02 03:59:59"), call("2022-10-02 04:00"), call("2022-10-03 02:59:59")]
    asked = table(calls, zone="America/Asuncion")
    whole = asked.filters("2022-10-01", "2022-10-04")
    assert asked.rows("calls", "day", whole) == [("2022-10-01", 1), ("2022-10-02", 2)]
    assert asked.one("calls", asked.filters("2022-10-02", "2022-10-03")) == 2


def test_a_period_over_several_changes_uses_each_offset(table: Table) -> None:
    noons = ["2025-07-01 10:00", "2026-01-01 11:00", "2026-07-01 10:00", "2026-12-01 11:00"]
    asked = table([call(at) for at in noons], zone="Europe/Berlin")  # all at 12:00 local
    assert asked.rows("calls", "hour", asked.filters("2025-01-01", "2027-01-01")) == [(12, 4)]


def test_peaks_of_the_doubled_hour_are_not_added_up(table: Table) -> None:
    calls = [
        call("2026-10-25 00:10", ended_at="2026-10-25 00:20"),
        call("2026-10-25 01:10", ended_at="2026-10-25 01:20"),
    ]
    asked = table(calls, zone="Europe/Berlin")
    assert asked.rows("peak_calls", "hour") == [(2, 1)]


def test_a_minute_that_stepped_back_over_midnight_belongs_to_the_day_before(table: Table) -> None:
    # In St John's the clock went from 00:01 back to 23:01 on 2010-11-07, at 02:31 UTC.
    calls = [
        call("2010-11-07 02:30:30", ended_at="2010-11-07 02:30:40"),  # 00:00:30 on the 7th
        call("2010-11-07 03:00", ended_at="2010-11-07 03:10"),  # 23:30 on the 6th, second pass
    ]
    asked = table(calls, zone="America/St_Johns")
    expected = [("2010-11-06", 23, 1, 1), ("2010-11-07", 0, 1, 1)]
    assert asked.rows("calls peak_calls", "day hour", asked.filters("2010-11-01", "2010-12-01")) == expected


def test_the_bucket_that_goes_on_is_named_by_the_local_clock_and_those_to_come_are_only_open() -> None:
    zone = ZoneInfo("Europe/Berlin")
    filters = Filters(1, zone, Period(datetime(2026, 3, 27, 23), datetime(2026, 3, 30, 22)))
    days = pd.DataFrame({"bucket": ["2026-03-28", "2026-03-29", "2026-03-30"]})
    found = mark_unfinished(days, filters, datetime(2026, 3, 29, 12, 35))
    assert found["unfinished"].tolist() == [False, True, True]
    assert found["until"].tolist() == [None, "2026-03-29T14:35", None]  # summer time began that night
    said = {language: so_far(found, language)[1] for language in ("en", "ru")}
    assert said == {"en": "to 14:35", "ru": "до 14:35"}
    months = pd.DataFrame({"bucket": ["2026-03"], "until": ["2026-03-29T14:35"]})
    assert so_far(months, "en")[0] == "to Mar 29, 14:35"
