"""Instants, offsets and segments against brute force: instants all over the year are asked one by one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from twin_stats.errors import BadMoment, BadPeriod, UnknownZone
from twin_stats.source.time import (
    EPOCH,
    FIRST,
    LAST,
    Period,
    days,
    from_seconds,
    instant,
    local,
    midnight,
    offset,
    offset_changes,
    parse,
    seconds,
    segments,
    zone,
)

STEP = timedelta(minutes=53)
ZONES = (
    ("Europe/Berlin", 2026),
    ("America/New_York", 2026),
    ("America/St_Johns", 2010),  # changed at 00:01
    ("America/Havana", 2020),  # midnight is missing in spring and doubled in autumn
    ("America/Asuncion", 2022),
    ("Asia/Beirut", 2021),
    ("Asia/Kathmandu", 1985),  # from +5:30 to +5:45 on 1986-01-01
    ("Australia/Lord_Howe", 2026),  # by half an hour
    ("Africa/Casablanca", 2026),  # Ramadan: four changes in a year
    ("Pacific/Apia", 2011),  # a day was left out
    ("Europe/Moscow", 2011),
    ("Asia/Pyongyang", 2015),
    ("Antarctica/Troll", 2026),  # by two hours
    ("Africa/Monrovia", 1971),  # until 1972-01-07 off by 44 minutes and a half
)
each_zone = pytest.mark.parametrize(("name", "year"), ZONES, ids=[name for name, _ in ZONES])


def ahead(at: datetime, where: ZoneInfo) -> int:
    """The offset as zoneinfo says it."""
    return int(at.replace(tzinfo=UTC).astimezone(where).utcoffset().total_seconds())


@each_zone
def test_segments_give_every_instant_its_offset(name: str, year: int) -> None:
    where = ZoneInfo(name)
    period = Period(datetime(year, 1, 1), datetime(year + 1, 1, 9))
    parts = segments(where, period)
    at = period.start
    while at < period.end:
        found = next(part.offset for part in parts if seconds(at) < part.until)
        assert found == ahead(at, where) == offset(at, where), at
        at += STEP


@each_zone
def test_changes_are_found_to_the_second(name: str, year: int) -> None:
    where = ZoneInfo(name)
    changes = offset_changes(where, datetime(year, 1, 1), datetime(year + 1, 1, 9))
    second = timedelta(seconds=1)
    for at, before, after in changes:
        assert (ahead(at - second, where), ahead(at, where)) == (before, after)
    assert changes


@each_zone
def test_a_wall_clock_time_means_its_first_pass_or_the_end_of_its_gap(name: str, year: int) -> None:
    """Brute force: all instants of the days around each change, by the wall clock that they show."""
    where = ZoneInfo(name)
    minute = timedelta(minutes=1)
    for change, before, after in offset_changes(where, datetime(year, 1, 1), datetime(year + 1, 1, 9)):
        first: dict[datetime, datetime] = {}
        at = change - timedelta(hours=30)
        while at < change + timedelta(hours=30):
            first.setdefault(local(at, where), at)
            at += minute
        jump = abs(after - before)
        wall = change + timedelta(seconds=min(before, after)) - timedelta(hours=1)
        wall = wall.replace(second=0)
        for step in range(-60, jump // 60 + 60):
            shown = wall + step * minute
            if shown in first:
                assert instant(shown, where) == first[shown]
            elif local(instant(shown, where), where) != shown:
                assert instant(shown, where) == change, shown


def test_a_change_at_the_start_belongs_to_what_was_before_and_at_the_end_to_what_is_asked() -> None:
    berlin, change = ZoneInfo("Europe/Berlin"), datetime(2026, 3, 29, 1)
    assert offset_changes(berlin, change, change + timedelta(days=3)) == ()
    assert offset_changes(berlin, change - timedelta(days=3), change) == ((change, 3600, 7200),)
    moment = timedelta(microseconds=1)
    assert offset_changes(berlin, change - moment, change + moment) == ((change, 3600, 7200),)


@each_zone
def test_days_follow_each_other_without_gap_or_overlap(name: str, year: int) -> None:
    where = ZoneInfo(name)
    day = date(year, 1, 1)
    while day < date(year + 1, 1, 9):
        after = day + timedelta(days=1)
        begin, end = midnight(day, where), midnight(after, where)
        assert begin <= end
        if begin < end:  # a day that was left out has no length
            assert days(day, day, where) == Period(begin, end)
            assert local(begin, where).date() == day
        day = after


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2026-01-31", "2026-01-30T23:00"),
        ("2026-07-31", "2026-07-30T22:00"),
        ("2026-01-31T14:30", "2026-01-31T13:30"),
        ("2026-01-31 14:30:15.25", "2026-01-31T13:30:15.250000"),
        ("2026-01-31T14:30Z", "2026-01-31T14:30"),
        ("2026-01-31T14:30+05:30", "2026-01-31T09:00"),
        ("2026-03-29T02:30", "2026-03-29T01:00"),  # missing: the end of the gap
        ("2026-10-25T02:30", "2026-10-25T00:30"),  # doubled: the first pass
        ("2026-10-25T02:30+01:00", "2026-10-25T01:30"),  # an offset says which pass
    ],
)
def test_a_date_or_date_time_is_read_as_local_unless_it_says_otherwise(text: str, at: str) -> None:
    assert parse(text, ZoneInfo("Europe/Berlin")) == datetime.fromisoformat(at)


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-02-30", "31.01.2026", "2026-13-01", "2026-01-31T25:00", "0001-01-01", "1e9"],
)
def test_what_is_not_a_date_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadMoment):
        parse(text, ZoneInfo("Europe/Berlin"))


def test_the_last_moments_of_the_calendar_do_not_overflow() -> None:
    for text in ("9999-12-31T23:59", "9999-12-31T23:59-12:00"):
        with pytest.raises(BadMoment):
            parse(text, ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("Europe/Berln", "Europe/Berlin"),
        ("europe/berlin", "Europe/Berlin"),
        ("Asia/Moscow", "Europe/Moscow"),
        ("Berlin", "Europe/Berlin"),
    ],
)
def test_a_zone_nearly_right_gets_the_right_one(wrong: str, right: str) -> None:
    with pytest.raises(UnknownZone, match=right):
        zone(wrong)


@pytest.mark.parametrize("wrong", ["", "..", "/etc/passwd", "../../etc/passwd", "Europe/Berlin\n", "+03:00"])
def test_what_is_no_zone_is_never_looked_up_as_a_file(wrong: str) -> None:
    with pytest.raises(UnknownZone):
        zone(wrong)


def test_days_in_the_wrong_order_or_out_of_range_are_refused() -> None:
    utc = ZoneInfo("UTC")
    for first, last in (
        (date(2026, 1, 2), date(2026, 1, 1)),
        (date(1969, 12, 31), date(2026, 1, 1)),
        (date(2026, 1, 1), date(2200, 1, 1)),
    ):
        with pytest.raises(BadPeriod):
            days(first, last, utc)
    assert days(FIRST.date(), LAST.date() - timedelta(days=1), utc) == Period(FIRST, LAST)


def test_seconds_are_whole_and_go_both_ways() -> None:
    for at in (EPOCH, datetime(1969, 12, 31, 23, 59, 59), datetime(2026, 3, 29, 1, 2, 3)):
        assert from_seconds(seconds(at)) == at
    assert seconds(datetime(1970, 1, 1, 0, 0, 0, 999999)) == 0
