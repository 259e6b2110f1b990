"""Times: zones, offsets, the missing and the doubled hour, each worked out by hand.

Berlin 2026: on 29 March 02:00–03:00 is missing (the gap ends at 01:00 UTC), on 25 October 02:00–03:00 is
doubled (first pass at +02:00).
"""

import pytest

from tests.imports.trial import Trial, rejected
from twin_stats.errors import ZoneNeeded


@pytest.mark.parametrize(
    ("wall", "instant"),
    [
        ("2026-01-05 10:00:00", "2026-01-05 09:00:00"),
        ("2026-07-05T10:00", "2026-07-05 08:00:00"),
        ("2026-07-05", "2026-07-04 22:00:00"),
        ("2026-07-05 10:00:00.25", "2026-07-05 08:00:00.250000"),
        ("2026-01-05T10:00:00Z", "2026-01-05 10:00:00"),
        ("2026-01-05T10:00Z", "2026-01-05 10:00:00"),
        ("2026-01-05 10:00+05", "2026-01-05 05:00:00"),
        ("2026-01-05T10:00:00+0530", "2026-01-05 04:30:00"),
        ("2026-01-05T10:00:00.5-03:00", "2026-01-05 13:00:00.500000"),
        ("2026-01-05 10:00:00 America/New_York", "2026-01-05 15:00:00"),
        ("1970-01-02 00:00:00", "1970-01-01 23:00:00"),
        ("2199-12-31 23:00:00", "2199-12-31 22:00:00"),
        ("2150-07-01 12:00:00", "2150-07-01 10:00:00"),
        ("2026-03-29 01:59:59", "2026-03-29 00:59:59"),
        ("2026-03-29 02:00:00", "2026-03-29 01:00:00"),
        ("2026-03-29 02:59:59", "2026-03-29 01:00:00"),
        ("2026-03-29 03:00:00", "2026-03-29 01:00:00"),
        ("2026-10-25 01:59:59", "2026-10-24 23:59:59"),
        ("2026-10-25 02:00:00", "2026-10-25 00:00:00"),
        ("2026-10-25 02:59:59", "2026-10-25 00:59:59"),
        ("2026-10-25 03:00:00", "2026-10-25 02:00:00"),
    ],
)
def test_a_time_of_berlin_becomes_this_instant(trial: Trial, wall: str, instant: str) -> None:
    trial.load(trial.file("calls.csv", f"id,started_at\na,{wall}\n"))
    assert trial.rows("calls", "started_at") == [(instant,)]


def test_naive_times_in_the_missing_and_the_doubled_hour_are_counted(trial: Trial) -> None:
    rows = [
        "a,2026-03-29 02:30:00,2026-03-29 02:31:00",
        "b,2026-10-25 02:10:00,2026-10-25 02:20:00",
        "c,2026-10-25 02:10:00+02:00,2026-10-25 03:00:00",
        "d,2026-01-01 02:10:00,",
    ]
    report = trial.load(trial.file("calls.csv", "id,started_at,ended_at\n" + "\n".join(rows)))
    assert (report.times_in_missing_hour, report.times_in_doubled_hour) == (2, 2)


def test_a_call_that_ends_in_the_second_pass_of_the_doubled_hour_lasts_as_long_as_it_did(
    trial: Trial,
) -> None:
    # 02:50 (first pass, 00:50 UTC) to 02:10: that can only be the second pass, 01:10 UTC.
    trial.load(trial.file("calls.csv", "id,started_at,ended_at\na,2026-10-25 02:50:00,2026-10-25 02:10:00\n"))
    assert trial.rows("calls", "started_at", "ended_at") == [("2026-10-25 00:50:00", "2026-10-25 01:10:00")]


def test_a_call_across_the_missing_hour_is_not_an_hour_longer(trial: Trial) -> None:
    trial.load(trial.file("calls.csv", "id,started_at,ended_at\na,2026-03-29 01:50:00,2026-03-29 03:10:00\n"))
    assert trial.rows("calls", "started_at", "ended_at") == [("2026-03-29 00:50:00", "2026-03-29 01:10:00")]


def test_a_zone_whose_clock_jumps_by_half_an_hour_or_by_a_day_is_right_too(trial: Trial) -> None:
    # Lord Howe doubles 01:30–02:00 on 5 April 2026 (+11 to +10:30); Samoa had no 30 December 2011.
    trial.load(trial.file("a.csv", "id,started_at\na,2026-04-05 01:45:00\n"), zone="Australia/Lord_Howe")
    trial.load(trial.file("b.csv", "id,started_at\nb,2011-12-30 12:00:00\n"), zone="Pacific/Apia")
    assert trial.rows("calls", "started_at") == [("2026-04-04 14:45:00",), ("2011-12-30 10:00:00",)]


def test_the_zone_is_asked_for_when_a_company_is_made_and_kept_when_it_is_there(trial: Trial) -> None:
    file = trial.file("calls.csv", "id,started_at\na,2026-01-05 10:00:00\n")
    with pytest.raises(ZoneNeeded, match="Company 7 is new"):
        trial.load(file, zone=None)
    trial.load(file, zone="Asia/Tokyo")
    trial.load(trial.file("more.csv", "id,started_at\nb,2026-01-05 10:00:00\n"), zone=None)
    assert trial.rows("calls", "started_at") == [("2026-01-05 01:00:00",), ("2026-01-05 01:00:00",)]


def test_a_time_is_rejected_for_what_it_is_and_not_taken_for_another(trial: Trial) -> None:
    rows = [
        "2026-01-05 25:00:00",
        "05.01.2026 10:00",
        "01/05/2026",
        "2026-01-05 10:00:00 Mars/Base",
        "1767607200",
    ]
    content = "id,started_at\ngood,2026-01-05\n" + "\n".join(f"{n},{row}" for n, row in enumerate(rows))
    report = trial.load(trial.file("calls.csv", content))
    assert [reject["value"] for reject in rejected(report)] == rows
