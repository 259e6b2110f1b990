"""What can never be in the demo: answers before questions, operators twice at once, news from the future."""

from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest

from tests.demo.frames import ended, whole
from twin_stats.demo.plan import Plan
from twin_stats.source.tables import SUBJECTS

Frames = dict[str, pd.DataFrame]
ORDER = {
    "calls": ["started_at", "answered_at", "ended_at"],
    "chats": ["started_at", "handoff_at", "closed_at"],
    "notifications": ["created_at", "sent_at", "delivered_at", "read_at"],
    "operators": ["from", "to"],
}


def test_every_subject_has_rows_and_all_its_columns(demo: Frames) -> None:
    assert demo.keys() == SUBJECTS.keys()
    for subject, frame in demo.items():
        assert len(frame) > 5
        given = [column.name for column in SUBJECTS[subject].columns if not column.info.get("computed")]
        # The demo knows when a chat was handed to operators, so it needs no assignment to tell it from.
        assert list(frame.columns) == [name for name in given if name not in ("company", "assigned_at")]


@pytest.mark.parametrize("subject", SUBJECTS)
def test_keys_are_unique_and_known(demo: Frames, subject: str) -> None:
    key = list(SUBJECTS[subject].info["key"])
    assert not demo[subject].duplicated(key).any()
    assert demo[subject][key].notna().all(axis=None)


def test_nothing_lies_outside_the_days(demo: Frames, small_plan: Plan) -> None:
    first, end = (pd.Timestamp(at, unit="s") for at in (small_plan.start, small_plan.end))
    for frame in demo.values():
        times = frame.select_dtypes("datetime")
        assert ((times >= first) & (times <= end) | times.isna()).all(axis=None)
    for subject, table in SUBJECTS.items():
        if table.info["time"]:
            assert (demo[subject][table.info["time"]] < end).all()


@pytest.mark.parametrize("subject", ORDER)
def test_times_come_in_their_order(demo: Frames, subject: str) -> None:
    times = demo[subject][ORDER[subject]].ffill(axis=1)
    for earlier, later in zip(ORDER[subject], ORDER[subject][1:], strict=False):
        assert (times[later] >= times[earlier]).all(), (earlier, later)


def test_messages_lie_in_their_sessions(demo: Frames) -> None:
    chats = demo["chats"].set_index("id")
    messages = demo["messages"].join(chats[["started_at", "closed_at"]], on="chat")
    assert messages["started_at"].notna().all()
    assert (messages["at"] >= messages["started_at"]).all()
    assert ((messages["at"] <= messages["closed_at"]) | messages["closed_at"].isna()).all()
    first = messages.sort_values("at", kind="stable").groupby("chat").head(1).set_index("chat")
    assert first.index.sort_values().equals(chats.index.sort_values())
    assert (first["at"] == chats["started_at"].loc[first.index]).all()
    assert (first["author"] == chats["opened_by"].loc[first.index]).all()


def test_a_chat_costs_what_its_messages_cost() -> None:
    tables = whole(ended(10, scale=0.1))
    messages = tables["messages"].group_by("chat").aggregate([("price", "sum")])
    sums = dict(zip(messages["chat"].to_pylist(), messages["price_sum"].to_pylist(), strict=True))
    chats = tables["chats"].select(["id", "price"]).to_pylist()
    assert {chat["id"]: chat["price"] for chat in chats} == sums
    assert tables["chats"].schema.field("price").type == pa.decimal128(18, 6)


def test_reopened_chats_were_closed_before_and_have_a_message_then(demo: Frames) -> None:
    reopened = demo["chats"].dropna(subset=["reopened_at"])
    assert len(reopened) > 5
    at = demo["messages"].merge(
        reopened[["id", "reopened_at"]], left_on=["chat", "at"], right_on=["id", "reopened_at"]
    )
    assert set(at["chat"]) == set(reopened["id"])
    assert (at["author"] == "client").all()


def test_who_answers_is_in_the_group_and_mostly_online(demo: Frames) -> None:
    members = set(demo["members"].itertuples(index=False, name=None))
    chats = demo["chats"].dropna(subset=["operator"])
    assert set(chats[["operator", "group"]].itertuples(index=False, name=None)) <= members
    assert set(demo["chats"]["group"].dropna()) == set(demo["groups"]["group"])
    messages = demo["messages"][demo["messages"]["author"] == "operator"]
    assert messages["operator"].notna().all()
    assert demo["messages"].loc[demo["messages"]["author"] != "operator", "operator"].isna().all()
    online = demo["operators"].query("status == 'online'").sort_values("from")
    found = pd.merge_asof(messages.sort_values("at"), online, left_on="at", right_on="from", by="operator")
    assert (found["at"] < found["to"]).mean() > 0.95


def test_intervals_of_an_operator_never_overlap(demo: Frames) -> None:
    rows = demo["operators"].sort_values(["operator", "from"])
    before = rows.groupby("operator").shift()
    assert ((rows["from"] >= before["to"].fillna(before["last_seen_at"])) | before["from"].isna()).all()
    assert (rows["last_seen_at"] == rows["to"])[rows["to"].notna()].all()


def test_an_operator_is_hardly_ever_in_two_calls(usual: Frames) -> None:
    calls = usual["calls"].dropna(subset=["operator", "ended_at"])
    start = calls["ended_at"] - pd.to_timedelta(
        calls["talk_seconds"].where(calls["direction"] == "inbound", 0), "s"
    )
    calls = calls.assign(start=start)[calls["direction"] == "inbound"].sort_values(["operator", "start"])
    before = calls.groupby("operator")["ended_at"].shift()
    assert (calls["start"] < before).mean() < 0.01


def test_fees_are_started_minutes(demo: Frames) -> None:
    calls = demo["calls"]
    minutes = -(-calls["talk_seconds"].fillna(0) // 60)
    rate = calls["direction"].map({"inbound": Decimal("0.012"), "outbound": Decimal("0.026")})
    assert (
        calls["call_fee"] == [Decimal(int(n)) * price for n, price in zip(minutes, rate, strict=True)]
    ).all()
    assert (calls["bot_fee"] > 0).equals(calls["bot_seconds"].fillna(0) > 0)


def test_calls_say_what_their_status_says(demo: Frames) -> None:
    calls = demo["calls"]
    answered = calls["status"] == "ANSWERED"
    assert calls.loc[answered, ["answered_at", "ended_at", "hangup_by", "responder"]].notna().all(axis=None)
    assert (calls.loc[answered, "talk_seconds"] > 0).all()
    assert calls.loc[~answered & (calls["status"] != "FAILED"), "answered_at"].dropna().empty or (
        calls.loc[~answered & calls["answered_at"].notna(), "status"].isin(["FAILED", "INPROGRESS"]).all()
    )
    assert (calls["wait_seconds"].dropna() > 0).all()
    assert calls.loc[calls["direction"] == "outbound", "wait_seconds"].isna().all()


def test_notifications_say_what_their_status_says(demo: Frames) -> None:
    rows = demo["notifications"]
    status = rows["status"]
    assert rows["read_at"].notna().equals(status == "READ")
    assert rows["delivered_at"].notna().equals(status.isin(["DELIVERED", "READ"]))
    assert rows.loc[status.isin(["SENT", "UNDELIVERED", "EXPIRED"]), "sent_at"].notna().all()
    assert rows.loc[status.isin(["ERROR", "CANCELED", "CREATED", "PENDING"]), "sent_at"].isna().all()
    assert rows["reason"].notna().equals(status.isin(["UNDELIVERED", "EXPIRED", "ERROR"]))
    assert rows.loc[rows["channel"] == "SMS", "read_at"].isna().all()
    assert (rows.loc[rows["channel"] != "SMS", "parts"] == 1).all()
    late = (rows["delivered_at"] - rows["sent_at"]).dt.total_seconds() / 60
    assert ((late <= rows["valid_minutes"]) | late.isna()).all()
