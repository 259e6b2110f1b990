"""Counts and rates of calls, each worked out by hand."""

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call

NEVER_OVER = ("CANCEL", "BLACKLIST", "INVALID", "SCHEDULED", "REJECTED", "DIAL", "INPROGRESS")
DAY = "2026-01-05"


@pytest.fixture(scope="module")
def statuses(table: Table) -> Asked:
    """Three answered calls, two that nobody took, one of each other status, one without any."""
    return table(
        [
            call(f"{DAY} 09:00", "ANSWERED", talk_seconds=5.0),
            call(f"{DAY} 09:10", "ANSWERED", talk_seconds=6.0),
            call(f"{DAY} 09:20", "ANSWERED", talk_seconds=None),
            call(f"{DAY} 10:00", "NOANSWER"),
            call(f"{DAY} 10:10", "NOANSWER"),
            call(f"{DAY} 11:00", "BUSY"),
            call(f"{DAY} 12:00", "FAILED", talk_seconds=40.0),
            *(call(f"{DAY} 13:00", name) for name in ("CONGESTION", "CHANUNAVAIL", "UNAVAILABLE", "EXPIRED")),
            *(call(f"{DAY} 14:00", name) for name in NEVER_OVER),
            call(f"{DAY} 15:00", None),
        ]
    )


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("calls", 19),  # 3 + 2 + 1 + 1 + 4 + 7 + 1
        ("attempts", 11),  # 3 answered + 2 + 1 busy + 1 FAILED + 4 other failures; none that never was over
        ("answered", 3),
        ("not_answered", 2),
        ("busy", 1),
        ("failed_calls", 5),  # FAILED, CONGESTION, CHANUNAVAIL, UNAVAILABLE, EXPIRED
        ("asr", 3 / 11),
        ("ner", 7 / 11),  # 3 answered + 1 FAILED + 1 BUSY + 2 NOANSWER
    ],
)
def test_each_status_counts_where_it_belongs(statuses: Asked, name: str, figure: float) -> None:
    assert statuses.one(name) == pytest.approx(figure, abs=1e-12)


def test_a_call_that_failed_after_talk_adds_no_talk(statuses: Asked) -> None:
    assert statuses.one("talk_time") == 11  # 5 + 6; the 40 s of FAILED are a slice of its own


def test_short_calls_are_those_under_six_seconds_of_all_answered(statuses: Asked) -> None:
    assert statuses.one("short_calls") == pytest.approx(1 / 3)  # 5 is short; 6 is not; unknown is not


def test_a_status_filter_narrows_counts_and_never_rates(statuses: Asked) -> None:
    answered = statuses.filters(status=["ANSWERED"])
    assert statuses.one("calls", answered) == 3
    assert statuses.one("attempts", answered) == 3
    assert statuses.one("busy", answered) == 0
    assert statuses.one("asr", answered) == pytest.approx(3 / 11)
    assert statuses.one("ner", answered) == pytest.approx(7 / 11)
    assert statuses.one("short_calls", statuses.filters(status=["BUSY"])) == pytest.approx(1 / 3)


def test_counts_and_rates_asked_together_keep_their_own_cohorts(statuses: Asked) -> None:
    busy = statuses.filters(status=["BUSY"])
    # At 11 there is the one busy call; all other hours have rates but no call that the filter lets through.
    assert statuses.rows("calls asr talk_time", "hour", busy) == [
        (9, 0, 1.0, 0.0),
        (10, 0, 0.0, 0.0),
        (11, 1, 0.0, 0.0),
        (12, 0, 0.0, 0.0),
        (13, 0, 0.0, 0.0),
        (14, 0, None, 0.0),
        (15, 0, None, 0.0),
    ]


def test_the_unknown_status_is_a_slice_of_its_own_and_can_be_chosen(statuses: Asked) -> None:
    assert statuses.rows("calls", "status")[-1] == (None, 1)
    assert statuses.one("calls", statuses.filters(status=["", "BUSY"])) == 2
    assert statuses.one("calls", statuses.filters(status=[""])) == 1


@pytest.fixture(scope="module")
def talks(table: Table) -> Asked:
    """Talk of 10, 20, 30, 100 seconds, none, and unknown; and calls that were not answered."""
    return table(
        [
            call(f"{DAY} 09:00", talk_seconds=10.0, responder="Human", transferred=True),
            call(f"{DAY} 09:01", talk_seconds=20.0, responder="Human", transferred=False),
            call(f"{DAY} 09:02", talk_seconds=30.0, responder="Answering machine"),
            call(f"{DAY} 09:03", talk_seconds=100.0, responder="Not defined", transferred=True),
            call(f"{DAY} 09:04", talk_seconds=0.0),
            call(f"{DAY} 09:05", talk_seconds=None, responder="Human"),
            call(f"{DAY} 09:06", "FAILED", talk_seconds=1000.0, responder="Human", transferred=True),
            call(f"{DAY} 09:07", "NOANSWER", responder="Answering machine"),
        ]
    )


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("talk_time", 160),  # 10 + 20 + 30 + 100 + 0
        ("acd", 32),  # 160 ÷ 5 answered calls whose talk is known
        ("talk_median", 25),  # of 10, 20, 30, 100: halfway between 20 and 30
        ("talk_p90", 79),  # place 0.9 × 3 = 2.7: 30 + 0.7 × (100 − 30)
        ("human_answer_rate", 3 / 4),  # 3 human ÷ (3 human + 1 machine); "Not defined" is not detected
        ("answering_machines", 2),
        ("transferred", 3),
    ],
)
def test_talk_and_responders(talks: Asked, name: str, figure: float) -> None:
    assert talks.one(name) == pytest.approx(figure)


def test_every_responder_has_its_slice(talks: Asked) -> None:
    by = talks.rows("calls answered", "responder")
    assert by == [("Answering machine", 2, 1), ("Human", 4, 3), ("Not defined", 1, 1), (None, 1, 1)]


def test_the_median_of_one_call_is_that_call_and_of_two_the_middle(table: Table) -> None:
    days = [("2026-02-01", 7.0), ("2026-02-02", 1.0), ("2026-02-02", 4.0)]
    asked = table([call(f"{day} 12:00", talk_seconds=talk) for day, talk in days])
    assert asked.rows("talk_median talk_p90", "day") == [
        ("2026-02-01", 7.0, 7.0),
        ("2026-02-02", 2.5, pytest.approx(3.7)),  # 1 + 0.9 × 3
    ]


@pytest.fixture(scope="module")
def queue(table: Table) -> Asked:
    """Waits of inbound calls: none, 0, under 5, up to 20 and beyond; and calls that never queue."""
    waits = [
        ("inbound", "ANSWERED", None),
        ("inbound", "ANSWERED", 0.0),
        ("inbound", "ANSWERED", 20.0),
        ("inbound", "ANSWERED", 21.0),
        ("inbound", "NOANSWER", 4.9),
        ("inbound", "NOANSWER", 5.0),
        ("inbound", "NOANSWER", 300.0),
        ("inbound", "NOANSWER", 0.0),
        ("inbound", "NOANSWER", None),
        ("inbound", "BUSY", 50.0),
        ("outbound", "ANSWERED", 8.0),
        ("outbound", "NOANSWER", 9.0),
        (None, "ANSWERED", 10.0),
        (None, "NOANSWER", 11.0),
    ]
    return table(
        [
            call(f"{DAY} 09:{minute:02d}", status, direction=direction, wait_seconds=wait)
            for minute, (direction, status, wait) in enumerate(waits)
        ]
    )


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("abandoned", 3),  # 4.9, 5 and 300
        ("menu_hangups", 2),  # waits of 0 and unknown
        ("asa", 41 / 4),  # (0 + 0 + 20 + 21) ÷ 4: no wait is 0
        ("asa_queued", 41 / 2),  # (20 + 21) ÷ 2
        ("abandonment", 3 / 7),  # 3 ÷ (4 answered + 3 abandoned)
        ("service_level", 3 / 6),  # (unknown, 0, 20) ÷ (4 + 3 − 1 that left after less than 5 s)
        ("calls", 14),
    ],
)
def test_the_queue_is_measured_on_inbound_calls_only(queue: Asked, name: str, figure: float) -> None:
    assert queue.one(name) == pytest.approx(figure)


def test_outbound_calls_and_those_of_unknown_direction_have_no_queue_figures(queue: Asked) -> None:
    unknown = queue.rows("calls abandoned menu_hangups asa abandonment service_level", "direction")
    assert unknown[1:] == [("outbound", 2, 0, 0, None, None, None), (None, 2, 0, 0, None, None, None)]


def test_the_limits_are_settings(queue: Asked) -> None:
    from dataclasses import replace

    from twin_stats.settings import Limits

    limits = Limits(short_call_seconds=1, service_level_seconds=21, short_abandon_seconds=6)
    filters = replace(queue.filters(), limits=limits)
    assert queue.one("service_level", filters) == pytest.approx(4 / 5)  # all 4 ÷ (4 + 3 − 4.9 and 5)


def test_callers_are_distinct_over_the_whole_period(table: Table) -> None:
    days = [("01", "A"), ("01", "A"), ("01", "B"), ("02", "A"), ("02", "C"), ("02", None), ("03", None)]
    asked = table([call(f"2026-02-{day} 10:00", client=client) for day, client in days])
    assert asked.one("callers") == 3  # A, B, C; the days' sum would be 4
    assert asked.rows("callers", "day") == [("2026-02-01", 2), ("2026-02-02", 2), ("2026-02-03", 0)]


def test_no_rows_give_zero_counts_and_no_rates(table: Table) -> None:
    nothing = table([])
    counts = "calls attempts answered callers abandoned menu_hangups transferred peak_calls talk_time"
    assert nothing.rows(counts) == [(0,) * 9]
    rates = "asr ner acd talk_median talk_p90 asa asa_queued abandonment service_level short_calls"
    assert nothing.rows(rates) == [(None,) * 10]
    assert nothing.rows("calls asr peak_calls", "day bot") == []


def test_one_row_answers_everything(table: Table) -> None:
    one = table([call(f"{DAY} 10:00", direction="inbound", wait_seconds=3.0, talk_seconds=60.0)])
    names = "calls asr ner acd talk_median talk_p90 asa service_level abandonment peak_calls"
    assert one.rows(names) == [(1, 1.0, 1.0, 60.0, 60.0, 60.0, 3.0, 1.0, 0.0, 1)]


def test_companies_never_mix(table: Table) -> None:
    first, second = table([call(f"{DAY} 10:00")]), table([call(f"{DAY} 10:00"), call(f"{DAY} 11:00")])
    assert (first.one("calls"), second.one("calls")) == (1, 2)
    assert (first.one("peak_calls"), second.one("callers")) == (0, 0)
