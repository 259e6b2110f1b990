"""The story can be seen: an outage, a campaign, a paused team, changes of the clocks, a state at the end."""

from datetime import datetime

import pandas as pd

from tests.demo.frames import ended, frames
from twin_stats.demo.plan import Plan, plan
from twin_stats.demo.story import Span, story

Frames = dict[str, pd.DataFrame]


def during(frame: pd.DataFrame, column: str, span: Span) -> pd.Series:
    """Which rows lie in a part of the story."""
    start, stop = (pd.Timestamp(at, unit="s") for at in (span.start, span.stop))
    return (frame[column] >= start) & (frame[column] < stop)


def test_the_outage_shows_in_calls_notifications_and_chats(usual: Frames, small_plan: Plan) -> None:
    outage = story(small_plan).outage
    calls = usual["calls"][during(usual["calls"], "started_at", outage)]
    assert calls["status"].isin(["FAILED", "CONGESTION", "CHANUNAVAIL"]).mean() > 0.5
    rows = usual["notifications"][during(usual["notifications"], "created_at", outage)]
    assert rows["status"].isin(["ERROR", "UNDELIVERED"]).mean() > 0.4
    assert (rows["reason"] == "Provider not available").sum() > 10
    talk = usual["messages"][during(usual["messages"], "at", outage)]
    assert (talk["author"] == "operator").mean() < 0.1
    waiting = usual["chats"][during(usual["chats"], "started_at", outage) & usual["chats"]["group"].notna()]
    assert waiting["operator"].isna().mean() > 0.15


def test_the_campaign_is_a_burst_of_calls_and_of_mailings(usual: Frames, small_plan: Plan) -> None:
    campaign = story(small_plan).campaign
    calls = usual["calls"][usual["calls"]["task"] == "Season sale"]
    assert 2200 < len(calls) < 3000
    assert during(calls, "started_at", campaign).all()
    rows = usual["notifications"]
    a_day = during(rows, "created_at", campaign).sum() / 3
    usually = (~during(rows, "created_at", campaign)).sum() / 57
    assert a_day > 4 * usually
    assert rows[during(rows, "created_at", campaign)]["bulk"].nunique() >= 12


def test_the_paused_team_is_paused_for_a_week(usual: Frames, small_plan: Plan) -> None:
    pause = story(small_plan).pause
    assert pause.stop - pause.start == 7 * 86400 - 3600  # the clocks went forward in that week
    rows = usual["operators"][during(usual["operators"], "from", pause)]
    alone = usual["members"].groupby("operator")["group"].agg(list)
    team = alone[[groups == ["Returns"] for groups in alone]].index
    assert len(team) == 3
    assert set(rows.loc[rows["operator"].isin(team), "status"]) == {"paused"}
    assert set(rows.loc[~rows["operator"].isin(team), "status"]) == {"online", "paused"}


def test_both_changes_of_the_clocks_are_in_the_usual_demo() -> None:
    demo = frames(ended(400, scale=0.1))
    local = demo["operators"]["from"].dt.tz_localize("UTC").dt.tz_convert("Europe/Berlin")
    offset = local.dt.tz_localize(None) - demo["operators"]["from"]
    both = offset.groupby(local.dt.date).nunique() == 2
    assert {str(day) for day in both[both].index} >= {"2025-03-30", "2025-10-26", "2026-03-29"}
    nights = local[
        (demo["operators"]["status"] == "online") & (demo["operators"]["operator"] == "Karl Winter")
    ]
    assert nights.dt.hour.isin([21, 22, 23, 0, 1, 2, 3, 4, 5]).all()


def test_a_demo_in_the_middle_of_a_day_stops_there() -> None:
    noon = plan(1001, None, 3, datetime(2026, 4, 14, 12, 40))
    demo = frames(noon)
    assert set(demo["calls"]["status"]) >= {"SCHEDULED"}
    assert demo["calls"]["status"].isin(["DIAL", "INPROGRESS"]).sum() >= 1
    assert (demo["chats"]["status"] == "active").sum() >= 1
    assert (
        demo["chats"].loc[demo["chats"]["status"] == "active", ["closed_at", "rating"]].isna().all(axis=None)
    )
    is_open = demo["operators"]["to"].isna()
    assert is_open.sum() > 3
    assert (demo["operators"].loc[is_open, "last_seen_at"] == pd.Timestamp(noon.end, unit="s")).all()
    assert (
        demo["calls"]
        .loc[demo["calls"]["status"] == "INPROGRESS", ["ended_at", "talk_seconds"]]
        .isna()
        .all(axis=None)
    )
