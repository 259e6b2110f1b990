"""From what an address says of a period to days that can be shown; today is the last usual day."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from twin_stats.source.time import Period
from twin_stats.ui.period.presets import PRESETS, named, usual
from twin_stats.ui.period.span import Span, span

TODAY = date(2026, 3, 31)
USUAL = (date(2026, 3, 2), TODAY)
CASES = [
    ({}, ("2026-03-02", "2026-03-31"), []),
    ({"from": "2026-03-10", "to": "2026-03-12"}, ("2026-03-10", "2026-03-12"), []),
    ({"from": "2026-03-31", "to": "2026-03-01"}, ("2026-03-01", "2026-03-31"), ["note.reversed"]),
    ({"from": "2026-03-10"}, ("2026-03-10", "2026-03-31"), []),
    ({"from": "2026-05-01"}, ("2026-05-01", "2026-05-01"), []),
    ({"to": "2026-03-10"}, ("2026-02-09", "2026-03-10"), []),
    ({"to": "1970-01-10"}, ("1970-01-02", "1970-01-10"), []),
    ({"from": "2026-03-10T14:30"}, ("2026-03-10", "2026-03-31"), []),
    ({"from": "0001-01-01", "to": "1975-01-01"}, ("1970-01-02", "1975-01-01"), ["note.out_of_range"]),
    ({"from": "2190-01-01", "to": "9999-12-31"}, ("2190-01-01", "2199-12-30"), ["note.out_of_range"]),
    (
        {"from": "0001-01-01", "to": "9999-12-31"},
        ("2006-03-17", "2026-03-31"),
        ["note.out_of_range", "note.too_long"],
    ),
    ({"from": "2100-01-01", "to": "2150-01-01"}, ("2129-12-18", "2150-01-01"), ["note.too_long"]),
    ({"from": "garbage"}, ("2026-03-02", "2026-03-31"), ["note.not_a_date"]),
    ({"from": "", "to": "2026-02-30"}, ("2026-03-02", "2026-03-31"), ["note.not_a_date"] * 2),
    ({"from_time": "25:99", "to_time": "noon"}, ("2026-03-02", "2026-03-31"), ["note.not_a_time"] * 2),
    (
        {"from": "2026-03-30", "to": "2026-03-30", "from_time": "12:00", "to_time": "09:00"},
        ("2026-03-30", "2026-03-30"),
        ["note.times_reversed"],
    ),
    ({"to_time": "24:00"}, ("2026-03-02", "2026-03-31"), []),
]


@pytest.mark.parametrize(("said", "days", "notes"), CASES, ids=[str(case[0]) for case in CASES])
def test_every_address_gives_days(said: dict[str, str], days: tuple[str, str], notes: list[str]) -> None:
    found = span(said, USUAL)
    assert (f"{found.first}", f"{found.last}") == days
    assert [note.key for note in found.notes] == notes
    assert found.is_whole_days
    assert found.period(ZoneInfo("Pacific/Kiritimati")) and found.period(ZoneInfo("Pacific/Pago_Pago"))


def test_the_end_of_a_day_is_the_next_midnight_and_any_other_time_is_itself() -> None:
    day, berlin = date(2026, 3, 29), ZoneInfo("Europe/Berlin")  # a day of 23 hours
    whole = Span(day, day).period(berlin)
    assert whole == Period(datetime(2026, 3, 28, 23), datetime(2026, 3, 29, 22))
    part = Span(day, day, time(1, 30), time(4, 0)).period(berlin)
    assert part == Period(datetime(2026, 3, 29, 0, 30), datetime(2026, 3, 29, 2))


def test_times_within_a_missing_hour_leave_the_whole_day() -> None:
    day, berlin = date(2026, 3, 29), ZoneInfo("Europe/Berlin")
    assert Span(day, day, time(2, 10), time(2, 50)).period(berlin) == Span(day, day).period(berlin)


def test_presets_are_counted_from_today() -> None:
    found = {name: tuple(str(day) for day in preset(TODAY)) for name, preset in PRESETS.items()}
    assert found == {
        "today": ("2026-03-31", "2026-03-31"),
        "yesterday": ("2026-03-30", "2026-03-30"),
        "7_days": ("2026-03-25", "2026-03-31"),
        "30_days": ("2026-03-02", "2026-03-31"),
        "90_days": ("2026-01-01", "2026-03-31"),
        "this_month": ("2026-03-01", "2026-03-31"),
        "last_month": ("2026-02-01", "2026-02-28"),
        "this_year": ("2026-01-01", "2026-03-31"),
        "last_year": ("2025-01-01", "2025-12-31"),
    }


def test_a_preset_is_known_by_its_days() -> None:
    assert named(USUAL, TODAY) == "30_days"
    assert named((date(2026, 4, 1), date(2026, 4, 30)), date(2026, 4, 30)) == "30_days"  # this month too
    assert named((date(2026, 3, 3), TODAY), TODAY) is None


def test_the_usual_days_reach_back_to_where_there_is_data() -> None:
    assert usual(TODAY, None) == usual(TODAY, TODAY) == usual(TODAY, date(2026, 3, 2)) == USUAL
    assert usual(TODAY, date(2026, 3, 1)) == (date(2026, 1, 31), date(2026, 3, 1))
    assert usual(TODAY, date(2030, 1, 1)) == USUAL
