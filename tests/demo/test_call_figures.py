"""No figure of the calls looks absurd: metrics.md worked out in pandas, within what one would believe."""

import pandas as pd

from tests.demo.bounds import within
from tests.demo.frames import ended, frames

Frames = dict[str, pd.DataFrame]
FAILED = ["FAILED", "CHANUNAVAIL", "CONGESTION", "UNAVAILABLE", "EXPIRED"]
ATTEMPTS = ["ANSWERED", "NOANSWER", "BUSY", *FAILED]


def call_figures(calls: pd.DataFrame) -> dict[str, float]:
    status, wait = calls["status"], calls["wait_seconds"]
    answered = calls[status == "ANSWERED"]
    abandoned = (status == "NOANSWER") & (wait > 0)
    kept = len(answered) + abandoned.sum()
    quick = (abandoned & (wait < 5)).sum()
    detected = answered["responder"].isin(["Human", "Answering machine"])
    return {
        "asr": len(answered) / status.isin(ATTEMPTS).sum(),
        "ner": status.isin(["ANSWERED", "FAILED", "BUSY", "NOANSWER"]).sum() / status.isin(ATTEMPTS).sum(),
        "acd": answered["talk_seconds"].mean(),
        "talk_median": answered["talk_seconds"].median(),
        "short": (answered["talk_seconds"] < 6).mean(),
        "abandonment": abandoned.sum() / kept,
        "service_level": (answered["wait_seconds"].fillna(0) <= 20).sum() / (kept - quick),
        "asa": answered["wait_seconds"].fillna(0).mean(),
        "longest_wait": wait.max(),
        "menu_hangups": ((status == "NOANSWER") & ~(wait > 0)).mean(),
        "human": (answered["responder"] == "Human").sum() / max(detected.sum(), 1),
        "transferred": calls["transferred"].mean(),
        "fee_a_call": float(calls["call_fee"].sum() + calls["bot_fee"].sum()) / len(calls),
    }


def test_inbound_calls(demo: Frames) -> None:
    bounds = {
        "asr": (0.85, 0.92),
        "ner": (0.97, 1),
        "acd": (120, 240),
        "talk_median": (90, 180),
        "short": (0.003, 0.04),
        "abandonment": (0.03, 0.08),
        "service_level": (0.74, 0.9),
        "asa": (4, 16),
        "longest_wait": (60, 900),
        "menu_hangups": (0.02, 0.09),
        "transferred": (0.35, 0.6),
        "fee_a_call": (0.02, 0.2),
    }
    within(call_figures(demo["calls"].query("direction == 'inbound'")), bounds)


def test_outbound_calls(demo: Frames) -> None:
    bounds = {
        "asr": (0.58, 0.75),
        "ner": (0.8, 0.97),
        "acd": (45, 120),
        "talk_median": (30, 80),
        "short": (0.01, 0.08),
        "human": (0.7, 0.92),
        "transferred": (0.02, 0.1),
        "fee_a_call": (0.02, 0.2),
    }
    within(call_figures(demo["calls"].query("direction == 'outbound'")), bounds)


def test_the_year_has_its_shapes() -> None:
    calls = frames(ended(400, scale=0.05))["calls"]
    local = calls["started_at"].dt.tz_localize("UTC").dt.tz_convert("Europe/Berlin")
    inbound = calls["direction"] == "inbound"
    days = calls[inbound].groupby(local[inbound].dt.date).size()
    days.index = pd.to_datetime(days.index)
    weekday = days.groupby(days.index.day_of_week).mean()
    assert weekday[0] > weekday[4] > weekday[5] > weekday[6] > 0
    hours = local[inbound].dt.hour.value_counts(normalize=True)
    assert hours[10] > 0.08
    assert hours.reindex([0, 1, 2, 3, 4, 5], fill_value=0).sum() < 0.03
    assert days["2025-12-22":"2025-12-23"].mean() > 1.5 * days["2025-12-24":"2025-12-26"].mean()
    assert not calls[~inbound & (local.dt.day_of_week == 6) & calls["task"].notna()].shape[0]
