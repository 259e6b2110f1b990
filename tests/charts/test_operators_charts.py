"""Charts of operators: what they show of a few rows, worked out by hand, and of 100,000 operators."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from tests.unit.analytics.duty import HOUR, OnDuty, on_duty, paused, spell, taken, waiting
from tests.unit.source.making import new_stores
from twin_stats.analytics import operators as o
from twin_stats.analytics.chart import MOST_ROWS, Chart
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.source.tables import events

Duty = Callable[..., OnDuty]
DAYS = ("2026-04-01", "2026-04-03")


@pytest.fixture(scope="module")
def duty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Duty]:
    stores = new_stores(tmp_path_factory.mktemp("duty-charts"))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield lambda *rows, **more: on_duty(stores, *rows, **more)
    stores.close()


def shown(asked: OnDuty, chart: Chart, *columns: str) -> list[tuple[Any, ...]]:
    drawn = asked.drawn(chart, asked.filters(*DAYS))
    return list(drawn[list(columns)].itertuples(index=False, name=None))


def test_activity_has_a_field_for_every_operator_and_day(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 20:00", "04-02 01:00"),
        spell("Bob", "04-02 08:00", "04-02 15:00"),
        paused("Bob", "04-01 08:00", "04-01 09:00"),
        paused("Cid", "04-01 08:00", "04-01 08:30"),
    ]
    asked = duty(spells)
    assert shown(asked, o.operator_activity_online, "category", "bucket", "hours") == [
        ("Bob", "2026-04-01", 0.0),
        ("Bob", "2026-04-02", 7.0),
        ("Ann", "2026-04-01", 4.0),
        ("Ann", "2026-04-02", 1.0),
    ]
    assert shown(asked, o.operator_activity_paused, "category", "bucket", "value") == [
        ("Bob", "2026-04-01", HOUR),
        ("Bob", "2026-04-02", 0.0),
        ("Cid", "2026-04-01", HOUR / 2),
        ("Cid", "2026-04-02", 0.0),
    ]


def test_the_timeline_has_spells_merged_and_not_cut_at_midnight(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-02 20:00", "04-02 22:30"),
        spell("Ann", "04-02 22:00", "04-03 02:00"),
        paused("Ann", "04-02 21:00", "04-02 21:15"),
        spell("Bob", "04-02 06:00", "04-02 07:00"),
        spell("Old", "04-01 06:00", "04-01 07:00"),  # of the day before the last two
    ]
    asked = duty(spells)
    drawn = asked.drawn(o.operator_timeline, asked.filters("2026-03-01", "2026-05-01"))
    clock = [
        tuple(f"{pd.Timestamp(ms, unit='ms'):%d %H:%M}" for ms in pair)
        for pair in zip(drawn["from"], drawn["to"], strict=True)
    ]
    assert list(zip(drawn["category"], drawn["series"], clock, strict=True)) == [
        ("Bob", "online", ("02 06:00", "02 07:00")),
        ("Ann", "online", ("02 20:00", "03 02:00")),
        ("Ann", "paused", ("02 21:00", "02 21:15")),
    ]


def test_the_timeline_shows_clocks_on_the_wall(duty: Duty) -> None:
    asked = duty(
        [spell("Ann", "10-24 20:00", "10-25 04:00")], zone="Europe/Berlin"
    )  # 22:00 to 05:00, 8 hours
    drawn = asked.drawn(o.operator_timeline)
    clock = [
        f"{pd.Timestamp(ms, unit='ms'):%d %H:%M}"
        for pair in zip(drawn["from"], drawn["to"], strict=True)
        for ms in pair
    ]
    assert clock == ["24 22:00", "25 03:00", "25 02:00", "25 05:00"]
    assert drawn["value"].sum() == 8 * HOUR


def test_hours_a_day_are_those_of_the_days_on_which_somebody_was_there(duty: Duty) -> None:
    spells = [
        spell("Ann", "04-01 08:00", "04-01 14:00"),
        spell("Ann", "04-02 08:00", "04-02 12:00"),
        paused("Ann", "04-02 12:00", "04-02 13:00"),
        spell("Bob", "04-01 08:00", "04-01 15:00"),
    ]
    assert sorted(shown(duty(spells), o.operator_hours_a_day, "category", "series", "hours")) == [
        ("Ann", "online_time", 5.0),
        ("Ann", "paused_time", 0.5),
        ("Bob", "online_time", 7.0),
        ("Bob", "paused_time", 0.0),
    ]


def test_shares_of_groups_are_of_the_time_of_all_operators(duty: Duty) -> None:
    spells = [spell("Ann", "04-01 08:00", "04-01 11:00"), spell("Bob", "04-01 08:00", "04-01 09:00")]
    asked = duty(spells, groups={"Ann": ["A", "B"], "Bob": ["B"]})
    assert shown(asked, o.online_time_by_group, "category", "hours", "share") == [
        ("B", 4.0, 1.0),
        ("A", 3.0, 0.75),
    ]


def test_time_online_beside_time_paused_by_day(duty: Duty) -> None:
    asked = duty([spell("Ann", "04-01 08:00", "04-01 11:00"), paused("Bob", "04-02 08:00", "04-02 09:00")])
    assert shown(asked, o.operator_time_by_day, "bucket", "series", "hours") == [
        ("2026-04-01", "online_time", 3.0),
        ("2026-04-02", "online_time", 0.0),
        ("2026-04-01", "paused_time", 0.0),
        ("2026-04-02", "paused_time", 1.0),
    ]


def test_occupancy_and_concurrency_have_gaps_where_nobody_was(duty: Duty) -> None:
    sessions = [taken("Ann", "04-01 08:00", "04-01 10:00"), taken("Ann", "04-01 09:00", "04-01 10:00")]
    asked = duty([spell("Ann", "04-01 08:00", "04-01 12:00")], sessions)
    occupancy, concurrency = (
        asked.drawn(c, asked.filters(*DAYS))["value"] for c in (o.occupancy_by_day, o.concurrency_by_day)
    )
    assert occupancy.tolist()[0] == 0.5 and np.isnan(occupancy[1])
    assert concurrency.tolist()[0] == 1.5 and np.isnan(concurrency[1])


def test_coverage_by_half_hour_is_a_mean_over_the_days(duty: Duty) -> None:
    waits = [
        waiting("04-01 10:10", "04-01 10:50"),  # 20 minutes of two half hours
        waiting("04-01 10:20", "04-01 10:35"),  # 10 and 5
        waiting("04-02 23:50"),  # never answered, and open: up to the newest event, which is its own
    ]
    spells = [spell("Ann", "04-01 10:30", "04-01 11:00"), spell("Bob", "04-01 10:45", "04-01 11:15")]
    asked = duty(spells, waits=waits)
    found = {
        (row[0], row[1]): row[2]
        for row in shown(asked, o.coverage_by_half_hour, "category", "series", "value")
    }
    assert len(found) == 96
    assert {key: value for key, value in found.items() if value} == {
        ("10:00", "waiting"): pytest.approx(30 / 60),  # of two days
        ("10:30", "waiting"): pytest.approx(25 / 60),
        ("10:30", "online"): pytest.approx(45 / 60),
        ("11:00", "online"): pytest.approx(15 / 60),
    }
    uncovered = {row[0]: row[1] for row in shown(asked, o.uncovered_by_half_hour, "category", "value")}
    assert {half: value for half, value in uncovered.items() if value} == {"10:00": 20 * 60}
    assert shown(asked, o.uncovered_by_day, "bucket", "value") == [
        ("2026-04-01", 20 * 60),
        ("2026-04-02", 0.0),
    ]


def test_the_same_operator_twice_online_is_one(duty: Duty) -> None:
    spells = [spell("Ann", "04-01 10:00", "04-01 10:30"), spell("Ann", "04-01 10:10", "04-01 10:30")]
    found = shown(duty(spells), o.coverage_by_half_hour, "category", "series", "value")
    assert [row for row in found if row[2]] == [("10:00", "online", 0.5)]


def test_a_half_hour_that_comes_twice_has_an_hour(duty: Duty) -> None:
    asked = duty([spell("Ann", "10-25 00:00", "10-25 02:00")], zone="Europe/Berlin")  # 02:00 to 03:00, twice
    drawn = asked.drawn(o.coverage_by_half_hour, asked.filters("2026-10-25", "2026-10-26"))
    assert drawn.loc[drawn["value"] > 0, ["category", "value"]].to_numpy().tolist() == [
        ["02:00", 1.0],
        ["02:30", 1.0],
    ]


def test_who_waits_is_narrowed_by_filters_of_chats_and_who_is_online_by_the_group(duty: Duty) -> None:
    waits = [
        waiting("04-01 10:00", "04-01 10:30", channel="Web", group="A"),
        waiting("04-01 11:00", "04-01 11:30", channel="Line", group="B"),
    ]
    spells = [spell("Ann", "04-01 10:00", "04-01 12:00"), spell("Bob", "04-01 09:00", "04-01 10:30")]
    asked = duty(spells, waits=waits, groups={"Ann": ["A"], "Bob": ["B"]})

    def uncovered(**chosen: list[str]) -> float:
        return float(asked.drawn(o.uncovered_by_day, asked.filters(*DAYS, **chosen))["value"].sum())

    assert uncovered() == 0
    assert uncovered(group=["B"]) == 30 * 60  # Bob has left, and Ann is not of the group
    assert uncovered(group=["B"], channel=["Web"]) == 0


def test_first_response_is_split_by_whether_anybody_was_online_as_the_wait_began(duty: Duty) -> None:
    waits = [
        waiting("04-01 10:00", "04-01 10:00:20"),
        waiting("04-01 10:30", "04-01 10:35"),
        waiting("04-01 11:00", "04-01 12:00"),  # Ann has just gone
        waiting("04-01 09:59:59", "04-01 10:00:04"),  # and here she has not come yet
        waiting("04-02 22:00", "04-03 09:00"),  # somebody is there, though only after the period's end
        waiting("04-01 10:00"),
    ]
    spells = [spell("Ann", "04-01 10:00", "04-01 11:00"), spell("Bob", "04-02 21:00", "04-04 10:00")]
    found = shown(duty(spells, waits=waits), o.first_response_by_coverage, "series", "category", "value", "n")
    assert [row for row in found if row[2]] == [
        ("online", "1", pytest.approx(1 / 3), 3),
        ("online", "5", pytest.approx(1 / 3), 3),
        ("online", "9", pytest.approx(1 / 3), 3),
        ("nobody", "0", 0.5, 2),
        ("nobody", "7", 0.5, 2),
    ]


@pytest.fixture(scope="module")
def crowd() -> pd.DataFrame:
    """100,000 operators with two spells each, as the store gives them."""
    number = np.arange(200_000)
    start = np.datetime64("2026-04-01T00:00", "us") + (number % 47) * np.timedelta64(3600, "s")
    return pd.DataFrame(
        {
            "operator": pd.Series(np.char.add("operator ", (number % 100_000).astype(str))),
            "kind": number // 100_000,
            "start": start,
            "end": start + (1 + number % 3600) * np.timedelta64(1, "s"),
            "group": "A",
        }
    )


CROWDED = ("operator_activity_online", "operator_hours_a_day", "operator_timeline", "online_time_by_group")


@pytest.mark.parametrize("name", CROWDED)
def test_a_hundred_thousand_operators_are_twenty_and_others(
    name: str, crowd: pd.DataFrame, duty: Duty
) -> None:
    asked, chart = duty([]), vars(o)[name]
    began = datetime.now()
    drawn = chart.data(crowd, asked.filters("2026-04-01", "2026-04-03"), None)
    assert datetime.now() - began < timedelta(seconds=20)
    assert 0 < len(drawn) <= MOST_ROWS
    assert len(set(drawn["category"]) - {OTHERS}) <= 20
    if name == "operator_activity_online":
        first = crowd[crowd["kind"] == 0]
        inside = (first["end"].clip(upper=pd.Timestamp("2026-04-03")) - first["start"]).dt.total_seconds()
        assert drawn["value"].sum() == pytest.approx(inside.sum())
