"""Figures of operators on tables of a few rows, with the answer worked out beside them."""

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from tests.unit.analytics.duty import HOUR, OnDuty, at, on_duty, paused, spell, taken, waiting
from tests.unit.source.making import call, new_stores
from twin_stats.analytics.answer import coverage
from twin_stats.source.facts import operators as fact
from twin_stats.source.tables import calls, events

Duty = Callable[..., OnDuty]


@pytest.fixture(scope="module")
def duty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Duty]:
    """`duty(spells, sessions, …)` makes a company in an event store that lies in memory."""
    stores = new_stores(tmp_path_factory.mktemp("duty"))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield lambda *rows, **more: on_duty(stores, *rows, **more)
    stores.close()


def test_a_night_shift_is_cut_at_local_midnight(duty: Duty) -> None:
    asked = duty([spell("Ann", "02-10 21:00", "02-11 05:00")], zone="Europe/Berlin")  # 22:00 to 06:00
    assert asked.rows("online_time", "day") == [("2026-02-10", 2 * HOUR), ("2026-02-11", 6 * HOUR)]
    assert asked.rows("online_time", "week") == [("2026-W07", 8 * HOUR)]
    assert asked.rows("online_time", "month operator") == [("2026-02", "Ann", 8 * HOUR)]


def test_days_of_25_and_23_hours_have_them(duty: Duty) -> None:
    spells = [spell("Ann", "10-23 22:00", "10-26 23:00"), spell("Bob", "03-27 23:00", "03-30 22:00")]
    assert duty(spells, zone="Europe/Berlin").rows("online_time", "day operator") == [
        ("2026-03-28", "Bob", 24 * HOUR),
        ("2026-03-29", "Bob", 23 * HOUR),
        ("2026-03-30", "Bob", 24 * HOUR),
        ("2026-10-24", "Ann", 24 * HOUR),
        ("2026-10-25", "Ann", 25 * HOUR),
        ("2026-10-26", "Ann", 24 * HOUR),
    ]


def test_the_hour_that_comes_twice_is_one_hour_of_two_hours_time(duty: Duty) -> None:
    asked = duty([spell("Ann", "10-24 23:30", "10-25 01:30")], zone="Europe/Berlin")  # 01:30 to 02:30, again
    assert asked.rows("online_time", "hour") == [(1, HOUR / 2), (2, 1.5 * HOUR)]


def test_intervals_of_one_status_that_overlap_count_once(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-01 10:00"),
        spell("Ann", "04-01 09:00", "04-01 11:00"),
        spell("Ann", "04-01 09:30", "04-01 09:40"),  # within both
        spell("Ann", "04-01 11:00", "04-01 12:00"),  # goes on where another ends
        spell("Bob", "04-01 08:00", "04-01 09:00"),  # somebody else
        paused("Ann", "04-01 14:00", "04-01 15:00"),
        paused("Ann", "04-01 14:30", "04-01 15:30"),
    ]
    asked = duty(spells)
    assert asked.rows("online_time paused_time operators") == [(5 * HOUR, 1.5 * HOUR, 2)]
    assert asked.rows("online_time paused_time", "operator") == [
        ("Ann", 4 * HOUR, 1.5 * HOUR),
        ("Bob", HOUR, 0),
    ]


def test_a_pause_within_time_online_counts_as_both(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00", "04-01 12:00"), paused("Ann", "04-01 09:00", "04-01 10:00")])
    assert asked.rows("online_time paused_time pause_share") == [(4 * HOUR, HOUR, 1 / 5)]


def test_a_share_is_of_sums_and_not_a_mean_of_days(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-01 09:00"),
        paused("Ann", "04-01 09:00", "04-01 10:00"),  # half of two hours
        spell("Ann", "04-02 08:00", "04-02 14:00"),  # nothing of six
    ]
    asked = duty(spells)
    assert asked.rows("pause_share", "day") == [("2026-04-01", 0.5), ("2026-04-02", 0.0)]
    assert asked.one("pause_share") == 1 / 8


def test_an_open_interval_ends_at_the_last_sign_of_life(duty: Duty) -> None:
    spells = [spell("Ann", "04-01 08:00", seen="04-01 09:30"), spell("Bob", "04-01 08:00", "04-01 12:00")]
    assert duty(spells).rows("online_time", "operator") == [("Ann", 1.5 * HOUR), ("Bob", 4 * HOUR)]


def test_without_one_it_ends_at_the_newest_event_of_the_company(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00")], waits=[waiting("04-01 09:00", "04-01 10:45")])
    duty([spell("Cid", "04-01 08:00", "04-01 20:00")])  # of another company
    assert asked.rows("online_time", "operator") == [("Ann", 2.75 * HOUR)]
    covered = coverage(asked.stores.frame, fact, asked.company)
    assert covered and covered.start == at("04-01 08:00") and covered.end > at("04-01 10:45")


def test_the_newest_event_may_be_of_any_subject_and_never_lies_in_the_future(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00"), spell("Bob", "04-01 08:00", "06-01 08:00")], now="04-02 00:00")
    with asked.stores.events(0).begin() as connection:
        connection.execute(calls.insert().values(company=asked.company, **call("2026-04-01 17:00")))
        connection.execute(calls.insert().values(company=asked.company, **call("2026-05-01 17:00")))
    assert asked.rows("online_time", "operator") == [("Ann", 9 * HOUR), ("Bob", 16 * HOUR)]


def test_the_future_counts_as_nothing(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-03 08:00"),
        spell("Bob", "04-02 08:00", "04-02 18:00"),  # has not begun
        spell("Cid", "04-01 08:00", seen="04-09 08:00"),
    ]
    asked = duty(spells, now="04-01 12:00")
    assert asked.rows("online_time", "day operator") == [
        ("2026-04-01", "Ann", 4 * HOUR),
        ("2026-04-01", "Cid", 4 * HOUR),
    ]
    assert asked.rows("online_time operators", "", asked.filters("2026-04-02", "2026-04-03")) == [(0, 0)]


def test_only_what_lies_in_the_period_counts(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00", "04-01 12:00"), spell("Bob", "04-01 12:00", "04-01 13:00")])
    within = asked.filters("2026-04-01 09:00", "2026-04-01 10:30")
    assert asked.rows("online_time operators", "operator", within) == [("Ann", 1.5 * HOUR, 1)]
    # Half-open: who comes as the period ends was not there.
    assert asked.rows("online_time operators", "", asked.filters("2026-04-01 11:00", "2026-04-01 12:00")) == [
        (HOUR, 1)
    ]


def test_intervals_that_end_before_they_begin_and_other_statuses_count_for_nothing(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-01 09:00"),
        spell("Ann", "04-01 12:00", "04-01 11:00"),
        spell("Bob", "04-01 12:00", "04-01 12:00"),
        spell("Cid", "04-01 12:00", seen="04-01 11:00"),
        spell("Dan", "04-01 12:00", "04-01 13:00", "lunch"),
        spell("Eve", "04-01 12:00", "04-01 13:00", "Online"),
    ]
    assert duty(spells).rows("online_time", "operator") == [("Ann", HOUR), ("Eve", HOUR)]


def test_an_operator_counts_in_each_group_and_once_in_all(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-01 10:00"),
        spell("Bob", "04-01 08:00", "04-01 09:00"),
        spell("Cid", "04-01 08:00", "04-01 12:00"),
    ]
    groups = {"Ann": ["A", "B", "C", "D", "E"], "Bob": ["A"]}
    asked = duty(spells, groups=groups)
    assert asked.rows("online_time operators", "group") == [
        ("A", 3 * HOUR, 2),
        ("B", 2 * HOUR, 1),
        ("C", 2 * HOUR, 1),
        ("D", 2 * HOUR, 1),
        ("E", 2 * HOUR, 1),
        (None, 4 * HOUR, 1),
    ]
    assert asked.rows("online_time operators") == [(7 * HOUR, 3)]
    assert asked.rows("online_time", "group operator")[:2] == [("A", "Ann", 2 * HOUR), ("A", "Bob", HOUR)]


def test_a_group_narrows_to_its_operators_each_once(duty: Duty) -> None:
    spells = [spell(name, "04-01 08:00", "04-01 10:00") for name in ("Ann", "Bob", "Cid")]
    asked = duty(spells, groups={"Ann": ["A", "B"], "Bob": ["B"]})
    found = {
        groups: asked.rows("online_time operators", "", asked.filters(group=groups))
        for groups in (("A", "B"), ("A",), ("",), ("A", ""), ("Z",))
    }
    assert found == {
        ("A", "B"): [(4 * HOUR, 2)],
        ("A",): [(2 * HOUR, 1)],
        ("",): [(2 * HOUR, 1)],
        ("A", ""): [(4 * HOUR, 2)],
        ("Z",): [(0, 0)],
    }
    assert asked.rows("online_time", "group", asked.filters(group=["A"])) == [("A", 2 * HOUR)]
    assert asked.rows("online_time", "operator", asked.filters(operator=["Cid"])) == [("Cid", 2 * HOUR)]


def test_occupancy_never_counts_a_moment_twice_and_concurrency_does(duty: Duty) -> None:
    sessions = [
        taken("Ann", "04-01 07:30", "04-01 09:00"),  # one hour of it online
        taken("Ann", "04-01 08:30", "04-01 09:30"),  # one hour, half of it beside the first
        taken("Ann", "04-01 11:30", "04-01 13:00"),  # half an hour
        taken("Bob", "04-01 08:00", "04-01 20:00"),  # Bob is not there
        taken(None, "04-01 08:00", "04-01 20:00"),
    ]
    asked = duty(
        [spell("Ann", "04-01 08:00", "04-01 12:00"), spell("Cid", "04-01 08:00", "04-01 12:00")], sessions
    )
    assert asked.rows("occupancy concurrency", "operator") == [("Ann", 2 / 4, 2.5 / 2), ("Cid", 0.0, None)]
    assert asked.rows("occupancy concurrency online_time operators") == [(2 / 8, 2.5 / 2, 8 * HOUR, 2)]


def test_a_pause_is_no_time_online_for_a_session(duty: Duty) -> None:
    spells = [spell("Ann", "04-01 08:00", "04-01 09:00"), paused("Ann", "04-01 09:00", "04-01 10:00")]
    asked = duty(spells, [taken("Ann", "04-01 08:00", "04-01 10:00")])
    assert asked.rows("occupancy concurrency") == [(1.0, 1.0)]


def test_a_session_begins_with_its_assignment_and_ends_with_its_close(duty: Duty) -> None:
    day = {"started_at": at("04-01 08:00"), "operator": "Ann"}
    sessions = {
        "assigned": {
            "assigned_at": at("04-01 09:00"),
            "handoff_at": at("04-01 08:30"),
            "closed_at": at("04-01 10:00"),
        },
        "handed off": {"handoff_at": at("04-01 08:30"), "closed_at": at("04-01 10:00")},
        "neither": {"closed_at": at("04-01 10:00")},
        "open": {},
        "closed nobody knows when": {"status": "closed"},
        "reopened": {"closed_at": at("04-01 09:00"), "reopened_at": at("04-01 11:00")},
    }
    hours = {
        name: duty([spell("Ann", "04-01 08:00", "04-01 12:00")], [{"id": "one", **day, **more}]).one(
            "occupancy"
        )
        * 4
        for name, more in sessions.items()
    }
    assert hours == {
        "assigned": 1.0,
        "handed off": 1.5,
        "neither": 2.0,
        "open": 4.0,
        "closed nobody knows when": 0.0,
        "reopened": 4.0,
    }


def test_sessions_by_group_are_those_of_its_operators(duty: Duty) -> None:
    spells = [spell("Ann", "04-01 08:00", "04-01 10:00"), spell("Bob", "04-01 08:00", "04-01 10:00")]
    sessions = [taken("Ann", "04-01 08:00", "04-01 09:00"), taken("Bob", "04-01 08:00", "04-01 10:00")]
    asked = duty(spells, sessions, groups={"Ann": ["A", "B"], "Bob": ["B"]})
    assert asked.rows("occupancy concurrency", "group") == [("A", 0.5, 1.0), ("B", 0.75, 1.0)]
    assert asked.rows("occupancy", "", asked.filters(group=["A"])) == [(0.5,)]


def test_a_session_is_cut_at_midnight_as_time_online_is(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 20:00", "04-02 04:00")], [taken("Ann", "04-01 23:00", "04-02 02:00")])
    assert asked.rows("occupancy", "day") == [("2026-04-01", 1 / 4), ("2026-04-02", 2 / 4)]


def test_operators_are_distinct_over_the_whole_period(duty: Duty) -> None:
    spells = [
        spell(name, f"04-0{day} 08:00", f"04-0{day} 09:00") for day in (1, 2) for name in ("Ann", "Bob")
    ]
    asked = duty([*spells, paused("Cid", "04-02 08:00", "04-02 09:00")])
    assert asked.rows("operators", "day") == [("2026-04-01", 2), ("2026-04-02", 3)]
    assert asked.one("operators") == 3


def test_without_anybody_counts_are_0_and_rates_unknown(duty: Duty) -> None:
    asked = duty([])
    names = "online_time paused_time operators pause_share occupancy concurrency"
    assert asked.rows(names) == [(0, 0, 0, None, None, None)]
    assert asked.rows(names, "day group operator") == []
    assert coverage(asked.stores.frame, fact, asked.company) is None


def test_figures_of_operators_stand_beside_those_of_chats(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00", "04-01 09:00")], waits=[waiting("04-02 09:00", group="A")])
    assert asked.rows("online_time chats", "day") == [("2026-04-01", HOUR, 0), ("2026-04-02", 0, 1)]
