"""Any zone, any moment: offsets, days and previous periods."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import given
from hypothesis import strategies as st

from twin_stats.analytics.figures import timeline
from twin_stats.analytics.filters import Filters
from twin_stats.source.time import Period, instant, local, seconds, segments

zones = st.sampled_from(sorted(available_timezones())).map(ZoneInfo)
moments = st.datetimes(datetime(1971, 1, 1), datetime(2060, 1, 1))
lengths = st.one_of(
    st.integers(1, 10**6).map(lambda value: timedelta(microseconds=value)),
    st.integers(1, 2000).map(lambda value: timedelta(minutes=15 * value)),
    st.integers(1, 800).map(lambda value: timedelta(days=value)),
)


@given(where=zones, start=moments, length=lengths, part=st.fractions(0, 1))
def test_every_instant_of_a_period_has_the_offset_of_its_segment(
    where: ZoneInfo, start: datetime, length: timedelta, part: float
) -> None:
    at = start + length * float(part) if part < 1 else start
    found = next(
        one.offset for one in segments(where, Period(start, start + length)) if seconds(at) < one.until
    )
    assert timedelta(seconds=found) == at.replace(tzinfo=UTC).astimezone(where).utcoffset()


@given(where=zones, at=moments)
def test_a_wall_clock_time_that_is_shown_comes_back_at_its_first_pass(where: ZoneInfo, at: datetime) -> None:
    back = instant(local(at, where), where)
    assert back <= at
    assert local(back, where) == local(at, where)


@given(where=zones, start=moments, length=lengths)
def test_there_is_always_a_previous_period_and_it_never_overlaps_by_more_than_a_change(
    where: ZoneInfo, start: datetime, length: timedelta
) -> None:
    filters = Filters(1, where, Period(start, start + length))
    before = filters.previous().period
    assert before.start < before.end
    assert before.end <= start + timedelta(hours=25)
    assert before.start <= start - min(length, timedelta(days=6))


@given(where=zones, start=moments, length=lengths)
def test_the_axis_is_never_longer_than_it_may_be_and_holds_both_ends(
    where: ZoneInfo, start: datetime, length: timedelta
) -> None:
    filters = Filters(1, where, Period(start, start + length))
    unit = timeline.grain(filters)
    axis = [timeline.label(day, unit) for day in timeline.buckets(filters)]
    assert len(axis) == len(set(axis))
    assert len(axis) <= timeline.MOST_BUCKETS or unit == "month"
    last = filters.period.end - timedelta(microseconds=1)
    assert {timeline.label(local(at, where).date(), unit) for at in (start, last)} <= set(axis)
