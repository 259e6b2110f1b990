"""Random calls, zones, periods and filters, crowded around the changes of the clock."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from twin_stats.analytics.filters import Filters
from twin_stats.settings import Limits
from twin_stats.source.time import Period

# A zone, and an instant (UTC) at which something odd happens there.
ODD = (
    ("Europe/Berlin", datetime(2026, 3, 29, 1)),
    ("Europe/Berlin", datetime(2026, 10, 25, 1)),
    ("Europe/Berlin", datetime(2026, 12, 31, 23)),
    ("America/St_Johns", datetime(2010, 11, 7, 2, 31)),
    ("America/Havana", datetime(2020, 11, 1, 5)),
    ("America/Asuncion", datetime(2022, 10, 2, 4)),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 15)),
    ("Asia/Kolkata", datetime(2026, 1, 31, 18, 30)),
    ("Asia/Kathmandu", datetime(1985, 12, 31, 18, 30)),
    ("Pacific/Apia", datetime(2011, 12, 30, 10)),
    ("UTC", datetime(2024, 2, 29)),
)
STATUSES = (
    *("ANSWERED", "ANSWERED", "ANSWERED", "NOANSWER", "NOANSWER", "BUSY", "FAILED", "CONGESTION"),
    *("CHANUNAVAIL", "UNAVAILABLE", "EXPIRED", "CANCEL", "BLACKLIST", "INVALID", "SCHEDULED", "REJECTED"),
    *("DIAL", "INPROGRESS", "answered", "NEW", None),
)
NAMES = (None, "A", "B", "O'Neil; --", "100 %(x)s :y \\ Ω")
CHOICES: dict[str, tuple[Any, ...]] = {
    "status": STATUSES,
    "direction": ("inbound", "inbound", "outbound", None),
    "bot": NAMES,
    "task": NAMES,
    "group": NAMES,
    "operator": NAMES,
    "responder": ("Human", "Answering machine", "Not defined", None),
    "hangup_by": ("client", "operator", None),
    "currency": ("EUR", "RUB", None),
}


@dataclass(frozen=True)
class Case:
    """Calls of several companies, and what is asked of one of them."""

    rows: list[dict[str, Any]]
    filters: Filters
    by: tuple[str, ...]


# Whole milliseconds: every store holds them exactly.
seconds = st.one_of(
    st.none(),
    st.sampled_from([0.0, 1.0, 4.999, 5.0, 5.999, 6.0, 20.0, 20.001, 60.0, 3600.0]),
    st.integers(0, 20_000_000).map(lambda value: value / 1000),
)
money = st.none() | st.integers(0, 10**9).map(lambda value: Decimal(value).scaleb(-6))


@st.composite
def moments(draw: st.DrawFn, around: datetime) -> datetime:
    """An instant near a given one; often a round one, so that there are ties."""
    shift = draw(
        st.one_of(
            st.integers(-8, 8).map(lambda value: timedelta(minutes=30 * value)),
            st.integers(-60, 60).map(lambda value: timedelta(seconds=value)),
            st.integers(-1, 1).map(lambda value: timedelta(microseconds=value)),
            st.integers(-3 * 86_400_000, 3 * 86_400_000).map(lambda value: timedelta(milliseconds=value)),
        )
    )
    return around + shift


@st.composite
def calls(draw: st.DrawFn, around: datetime) -> dict[str, Any]:
    start = draw(moments(around))
    after = st.none() | st.integers(-10, 5000).map(lambda value: start + timedelta(milliseconds=1500 * value))
    return {
        "company": draw(st.sampled_from([1, 1, 1, 2])),
        "id": "",
        "started_at": start,
        "wait_seconds": draw(seconds),
        "talk_seconds": draw(seconds),
        "answered_at": draw(after),
        "ended_at": draw(after),
        "client": draw(st.sampled_from([None, "x", "y", "z"])),
        "transferred": draw(st.sampled_from([None, True, False])),
        "call_fee": draw(money),
        "bot_fee": draw(money),
        **{name: draw(st.sampled_from(values)) for name, values in CHOICES.items()},
    }


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Calls around one odd instant, and a period there."""
    name, around = draw(st.sampled_from(ODD))
    rows = draw(st.lists(calls(around), max_size=24))
    rows = [{**row, "id": str(number)} for number, row in enumerate(rows)]
    bounds = sorted({draw(moments(around)), draw(moments(around))})
    whole = around - timedelta(days=4), around + timedelta(days=4)
    start, end = bounds if len(bounds) == 2 and draw(st.booleans()) else whole
    names = st.sampled_from(sorted(CHOICES))
    picked = {
        one: draw(st.lists(st.sampled_from([value or "" for value in CHOICES[one]]), max_size=3))
        for one in draw(st.lists(names, max_size=2, unique=True))
    }
    limits = draw(st.sampled_from([Limits(), Limits(1, 0, 21), Limits(60, 3600, 1)]))
    filters = Filters(1, ZoneInfo(name), Period(start, end), limits=limits).choosing(picked)
    every = (*CHOICES, "day", "week", "month", "hour", "weekday")
    by = tuple(draw(st.lists(st.sampled_from(every), max_size=3, unique=True)))
    return Case(rows, filters, by)


def scattered(seed: int, count: int) -> list[dict[str, Any]]:
    """Always the same calls for a seed: around every odd instant, of both companies."""
    dice = Random(seed)
    span = [None, 0.0, 4.999, 5.0, 20.0, 20.001]
    return [
        {
            "id": str(number),
            "company": dice.choice([1, 1, 1, 2]),
            "started_at": (
                start := dice.choice(ODD)[1] + timedelta(milliseconds=dice.randrange(-(10**7), 10**7))
            ),
            "answered_at": start + timedelta(milliseconds=dice.randrange(10**5))
            if dice.random() < 0.5
            else None,
            "ended_at": start + timedelta(milliseconds=dice.randrange(10**6))
            if dice.random() < 0.5
            else None,
            "wait_seconds": dice.choice([*span, dice.randrange(10**5) / 1000]),
            "talk_seconds": dice.choice([*span, dice.randrange(10**6) / 1000]),
            "client": dice.choice([None, *"vwxyz"]),
            "transferred": dice.choice([None, True, False]),
            "call_fee": dice.choice([None, Decimal(dice.randrange(10**9)).scaleb(-6)]),
            "bot_fee": dice.choice([None, Decimal(dice.randrange(10**9)).scaleb(-6)]),
            **{name: dice.choice(values) for name, values in CHOICES.items()},
        }
        for number in range(count)
    ]
