"""No figure of chats and operators looks absurd: metrics.md in pandas, within what one would believe."""

import numpy as np
import pandas as pd

from tests.demo.bounds import within

Frames = dict[str, pd.DataFrame]


def waits(demo: Frames) -> pd.DataFrame:
    """Sessions that need an operator (once), with the seconds to the first answer and its limit."""
    chats, messages = demo["chats"].set_index("id"), demo["messages"]
    first = {
        who: messages[messages["author"] == who].groupby("chat")["at"].min() for who in ("client", "operator")
    }
    chats = chats.assign(client_at=first["client"], operator_at=first["operator"])
    needs = chats["handoff_at"].notna() | (chats["client_at"].notna() & chats["bot"].isna())
    chats = chats[needs & chats["reopened_at"].isna() & (chats["opened_by"] != "operator")]
    seconds = (chats["operator_at"] - chats["handoff_at"].fillna(chats["client_at"])).dt.total_seconds()
    limits = demo["groups"].set_index("group")["first_limit_s"]
    return chats.assign(seconds=seconds, limit=chats["group"].map(limits))


def test_first_response(demo: Frames) -> None:
    found = waits(demo)
    assert (found["seconds"].dropna() > 0).all()
    figures = {
        "median": found["seconds"].median(),
        "p90": found["seconds"].quantile(0.9),
        "p99": found["seconds"].quantile(0.99),
        "level": (found["seconds"] <= found["limit"]).mean(),
        "unanswered": found["operator_at"].isna().mean(),
    }
    within(
        figures,
        {
            "median": (22, 60),
            "p90": (70, 420),
            "p99": (900, 90_000),
            "level": (0.68, 0.88),
            "unanswered": (0.01, 0.06),
        },
    )


def test_chats(demo: Frames) -> None:
    chats, messages = demo["chats"], demo["messages"]
    wrote = chats["id"].isin(messages.loc[messages["author"] == "client", "chat"])
    closed = chats[chats["status"] == "closed"]
    with_bot = chats[(chats["status"] == "closed") & chats["bot"].notna() & wrote]
    length = (chats["closed_at"] - chats["started_at"]).dt.total_seconds()
    figures = {
        "containment": with_bot["handoff_at"].isna().mean(),
        "rating_rate": closed["rating"].notna().mean(),
        "csi": (closed["rating"] >= 4).sum() / closed["rating"].notna().sum(),
        "session_median": length.median(),
        "messages_a_chat": len(messages) / len(chats),
        "reopened": chats["reopened_at"].notna().mean(),
        "chats_a_client": len(chats) / chats["client"].nunique(),
        "wrote": wrote.mean(),
        "price_a_chat": float(chats["price"].sum()) / len(chats),
    }
    within(
        figures,
        {
            "containment": (0.35, 0.55),
            "rating_rate": (0.2, 0.32),
            "csi": (0.74, 0.9),
            "session_median": (400, 1500),
            "messages_a_chat": (6, 11),
            "reopened": (0.01, 0.05),
            "chats_a_client": (1.1, 8),
            "wrote": (0.85, 0.97),
            "price_a_chat": (0.02, 0.15),
        },
    )
    assert chats["channel"].nunique() == 13
    assert chats["channel"].value_counts(normalize=True).max() < 0.5


def test_next_response(usual: Frames) -> None:
    talk = usual["messages"].sort_values(["chat", "at"], kind="stable")
    before = talk.groupby("chat")["author"].shift()
    asked = (
        talk["at"].where((talk["author"] == "client") & (before != "client")).groupby(talk["chat"]).ffill()
    )
    seconds = (talk["at"] - asked).dt.total_seconds()[(talk["author"] == "operator") & (before == "client")]
    within({"median": seconds.median(), "p90": seconds.quantile(0.9)}, {"median": (25, 75), "p90": (80, 300)})


def test_operators(demo: Frames) -> None:
    rows = demo["operators"].assign(day=demo["operators"]["from"].dt.date)
    seconds = (rows["to"].fillna(rows["last_seen_at"]) - rows["from"]).dt.total_seconds()
    by_status = seconds.groupby(rows["status"]).sum()
    online = seconds[rows["status"] == "online"].groupby([rows["operator"], rows["day"]]).sum() / 3600
    figures = {
        "pause_share": by_status["paused"] / by_status.sum(),
        "hours": online.median(),
        "longest": online.max(),
        "a_day": rows.groupby("day")["operator"].nunique().median(),
    }
    within(figures, {"pause_share": (0.08, 0.2), "hours": (4.5, 8), "longest": (6, 16), "a_day": (14, 32)})
    assert rows["operator"].nunique() == 40


def test_occupancy(usual: Frames) -> None:
    """Minute by minute: is an online operator with a chat, and with how many."""
    first = usual["operators"]["from"].min()
    minutes = int((usual["operators"]["last_seen_at"].max() - first).total_seconds() // 60) + 1
    shares, sums = [], []
    for name, shifts in usual["operators"].query("status == 'online'").groupby("operator"):
        own = usual["chats"][usual["chats"]["operator"] == name]
        opened, closed = (
            own["handoff_at"].fillna(own["started_at"]),
            own["closed_at"].fillna(own["closed_at"].max()),
        )
        online = covered(first, minutes, shifts["from"], shifts["last_seen_at"]) > 0
        busy = covered(first, minutes, opened, closed)[online]
        shares.append((busy > 0).mean())
        sums.append(busy.sum() / max((busy > 0).sum(), 1))
    within(
        {"occupancy": np.mean(shares), "concurrency": np.mean(sums)},
        {"occupancy": (0.25, 0.75), "concurrency": (1.05, 3)},
    )


def covered(first: pd.Timestamp, minutes: int, start: pd.Series, stop: pd.Series) -> np.ndarray:
    """How many of the ranges cover each minute."""
    steps = np.zeros(minutes + 1, dtype=int)
    for at, step in ((start, 1), (stop, -1)):
        np.add.at(steps, ((at - first).dt.total_seconds() // 60).astype(int).clip(0, minutes), step)
    return steps[:-1].cumsum()
