"""The same plan gives the same rows, in any process and whenever it is cut."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from tests.demo.frames import LAST, digest, ended, frames
from twin_stats.demo.plan import Plan, plan
from twin_stats.demo.rhythm import holidays
from twin_stats.errors import BadPeriod, DemoInFuture

HOUSE = Path(__file__).parents[2]


def test_two_processes_make_the_same_rows_and_another_seed_makes_others() -> None:
    command = [sys.executable, "-m", "tests.demo.frames", "20", "1"]
    environment = os.environ | {"PYTHONHASHSEED": "1"}
    done = subprocess.run(command, capture_output=True, text=True, cwd=HOUSE, env=environment, check=True)
    assert done.stdout.strip() == digest(ended(20, scale=0.1))
    assert done.stdout.strip() != digest(ended(20, scale=0.1, seed=2))


def test_companies_of_the_same_seed_differ() -> None:
    own = ended(5, scale=0.1)
    assert digest(own) != digest(replace(own, company=1002))


def test_an_earlier_cut_shows_the_same_world_earlier(small_plan: Plan) -> None:
    late = frames(small_plan)
    early = frames(replace(small_plan, end=small_plan.end - 9 * 3600))
    moment = pd.Timestamp(small_plan.end - 9 * 3600, unit="s")
    for subject, column in (("messages", "at"), ("operators", "from")):
        fixed = late[subject].columns.difference(["to", "last_seen_at"]).tolist()
        seen = late[subject][late[subject][column] < moment][fixed].reset_index(drop=True)
        pd.testing.assert_frame_equal(seen, early[subject][fixed])
    fixed = ["id", "started_at", "channel", "bot", "client", "opened_by"]
    seen = late["chats"][late["chats"]["started_at"] < moment][fixed].reset_index(drop=True)
    pd.testing.assert_frame_equal(seen, early["chats"][fixed])


@pytest.mark.parametrize(
    ("now", "last", "end"),
    [
        (datetime(2026, 4, 19, 12, 34), None, datetime(2026, 4, 19, 12)),  # today: the last full hour
        (datetime(2026, 4, 19, 12, 34), date(2026, 4, 18), datetime(2026, 4, 18, 22)),  # a past day is whole
        (datetime(2026, 4, 18, 22, 10), None, datetime(2026, 4, 18, 22)),  # ten past midnight in Berlin
        (datetime(2026, 3, 29, 8, 5), date(2026, 3, 29), datetime(2026, 3, 29, 8)),
    ],
)
def test_a_plan_ends_at_the_last_full_hour_or_with_its_last_day(
    now: datetime, last: date | None, end: datetime
) -> None:
    assert plan(1001, last, 30, now).end == (end - datetime(1970, 1, 1)) // timedelta(seconds=1)


def test_ten_past_midnight_of_a_one_day_demo_is_empty_and_no_error() -> None:
    found = frames(plan(1001, None, 1, datetime(2026, 4, 18, 22, 10)))
    assert len(found["calls"]) == len(found["messages"]) == 0
    assert len(found["groups"]) == 6


def test_the_future_and_the_far_past_are_refused() -> None:
    with pytest.raises(DemoInFuture, match="2026-04-20"):
        plan(1001, date(2026, 4, 20), 30, datetime(2026, 4, 19, 12))
    for last in (date(1, 1, 1), date(1970, 2, 1)):
        with pytest.raises(BadPeriod):
            plan(1001, last, 400, datetime(2026, 4, 19))


def test_pieces_are_months_that_follow_each_other() -> None:
    pieces = ended(60).pieces()
    assert [piece.number for piece in pieces] == [202602, 202603, 202604]
    assert [piece.stop for piece in pieces[:-1]] == [piece.start for piece in pieces[1:]]
    assert pieces[1].stop - pieces[1].start == 31 * 86400 - 3600
    assert pieces[-1].stop == ended(60).stop


def test_holidays_move_with_easter() -> None:
    found = {
        date(1970, 1, 1) + timedelta(days=int(day))
        for day in holidays(replace(ended(1), first=date(2024, 1, 1)))
    }
    assert found >= {
        date(2024, 4, 1),
        date(2025, 4, 18),
        date(2026, 4, 6),
        date(2026, 5, 25),
        date(2025, 12, 25),
    }
    assert LAST not in found


@pytest.mark.parametrize(
    ("year", "sunday"), [(2019, "04-21"), (2038, "04-25"), (1981, "04-19"), (1954, "04-18")]
)
def test_easter(year: int, sunday: str) -> None:
    from twin_stats.demo.rhythm import _easter

    assert _easter(year) == date.fromisoformat(f"{year}-{sunday}")
