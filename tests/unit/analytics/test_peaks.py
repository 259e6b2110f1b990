"""The most calls in progress at one instant, on tables that can be counted by eye."""

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call


def ended(start: str, end: str | None, **more: object) -> dict[str, object]:
    """A call of 2026-04-01 from one clock time to another."""
    return call(f"2026-04-01 {start}", ended_at=end and f"2026-04-01 {end}", **more)


@pytest.fixture(scope="module")
def busy(table: Table) -> Asked:
    """Two calls over the edge of 10:00, one that ends as another begins, one of no length, two bots."""
    return table(
        [
            ended("09:30", "10:30", bot="A"),
            ended("09:40", "10:10", bot="B"),
            ended("10:10", "10:20", bot="A"),  # begins as the second ends: never three at once
            ended("10:15", "10:15", bot="A"),  # of no length: never in progress
            ended("13:00:00.100", "13:00:00.300", bot="B"),
            ended("13:00:00.250", "13:00:00.400", bot="A"),
            ended("13:00:00.299999", "13:00:01", bot="B"),
            ended("20:00", None, bot="A"),  # neither an end nor a length: it cannot be placed
        ]
    )


def test_a_call_is_in_progress_up_to_its_end_and_not_at_it(busy: Asked) -> None:
    morning = busy.filters("2026-04-01", "2026-04-01 12:00")
    assert busy.one("peak_calls", morning) == 2


def test_calls_that_overlap_by_a_microsecond_are_seen(busy: Asked) -> None:
    assert busy.one("peak_calls") == 3  # at 13:00:00.299999


def test_a_call_counts_in_every_hour_that_it_reaches(busy: Asked) -> None:
    assert busy.rows("peak_calls", "hour") == [(9, 2), (10, 2), (13, 3)]
    assert busy.rows("calls", "hour") == [(9, 2), (10, 2), (13, 3), (20, 1)]


def test_peaks_by_bot_and_hour_are_counted_apart(busy: Asked) -> None:
    assert busy.rows("peak_calls", "bot hour") == [
        ("A", 9, 1),
        ("A", 10, 2),
        ("A", 13, 1),
        ("B", 9, 1),
        ("B", 10, 1),
        ("B", 13, 2),
    ]


def test_a_call_that_began_before_the_period_is_in_progress_in_it(busy: Asked) -> None:
    assert busy.one("peak_calls", busy.filters("2026-04-01 10:05", "2026-04-01 10:06")) == 2
    assert busy.one("peak_calls", busy.filters("2026-04-01 10:29", "2026-04-01 10:30")) == 1
    assert busy.one("peak_calls", busy.filters("2026-04-01 10:30", "2026-04-01 11:00")) == 0
    assert busy.one("calls", busy.filters("2026-04-01 10:05", "2026-04-01 10:06")) == 0


def test_a_call_that_begins_as_the_period_ends_is_not_in_it(busy: Asked) -> None:
    assert busy.one("peak_calls", busy.filters("2026-04-01 09:00", "2026-04-01 09:30")) == 0


def test_a_call_over_midnight_is_in_progress_on_both_days(table: Table) -> None:
    long = table([call("2026-04-01 23:50", ended_at="2026-04-03 00:10")])
    assert long.rows("peak_calls", "day") == [("2026-04-01", 1), ("2026-04-02", 1), ("2026-04-03", 1)]
    assert long.rows("calls peak_calls", "day") == [
        ("2026-04-01", 1, 1),
        ("2026-04-02", 0, 1),
        ("2026-04-03", 0, 1),
    ]


def test_an_unknown_end_is_the_start_or_the_answer_plus_what_is_known(table: Table) -> None:
    asked = table(
        [
            call("2026-04-01 08:00", talk_seconds=600.0),  # up to 08:10
            call("2026-04-01 08:05", answered_at="2026-04-01 08:09", talk_seconds=60.0),  # up to 08:10
            call("2026-04-01 08:09:59.5", "NOANSWER", wait_seconds=0.25),  # up to 08:09:59.75
        ]
    )
    assert asked.one("peak_calls") == 3
    assert asked.one("peak_calls", asked.filters("2026-04-01 08:09:59.75", "2026-04-01 08:10")) == 2
    assert asked.one("peak_calls", asked.filters("2026-04-01 08:10", "2026-04-01 09:00")) == 0


def test_filters_narrow_peaks(busy: Asked) -> None:
    assert busy.one("peak_calls", busy.filters(bot=["B"])) == 2
    assert busy.one("peak_calls", busy.filters(status=["BUSY"])) == 0


def test_calls_that_cannot_be_placed_still_count_as_calls(table: Table) -> None:
    asked = table([call("2026-04-01 08:00", bot="A")])
    assert asked.rows("calls peak_calls", "day bot") == [("2026-04-01", "A", 1, 0)]
