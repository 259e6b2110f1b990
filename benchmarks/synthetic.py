"""Synthetic calls: the same for the same number of rows, as skewed and as varied as a contact centre's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, TypeAlias

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.random import Generator
from numpy.typing import NDArray

from twin_stats.demo.columns import ids, names

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]
Cells: TypeAlias = "pa.Array[Any]"

DAYS, ZONE = 400, "Europe/Berlin"
END = datetime(2026, 3, 8, 23)  # a midnight of the zone: the last of the days is a whole one
CHUNK = 500_000
CONNECTED = ("ANSWERED", "FAILED")
STATUSES = {
    "ANSWERED": 520, "NOANSWER": 210, "BUSY": 70, "FAILED": 40, "CANCEL": 35, "UNAVAILABLE": 30,
    "CONGESTION": 25, "CHANUNAVAIL": 20, "REJECTED": 15, "EXPIRED": 12, "INVALID": 9, "BLACKLIST": 6,
    "SCHEDULED": 4, "DIAL": 2, "INPROGRESS": 2,
}  # fmt: skip
RESPONDERS = {"Human": 60, "Answering machine": 25, "Not defined": 15}
HANGUPS = {"client": 55, "operator": 25, "bot": 15, "network": 5}
HOURS = (1, 1, 1, 1, 1, 2, 6, 20, 55, 80, 92, 95, 85, 78, 84, 90, 86, 75, 52, 35, 20, 10, 5, 2)
WEEKDAYS = (11, 10, 10, 10, 9, 4, 2)


@dataclass(frozen=True)
class Firm:
    """A company's number, and how many calls it has."""

    number: int
    rows: int


def tables(firm: Firm) -> Iterator[pa.Table]:
    """The firm's calls in order of their start, in pieces."""
    for first in range(0, firm.rows, CHUNK):
        yield _table(firm, first, min(CHUNK, firm.rows - first))


def _table(firm: Firm, first: int, rows: int) -> pa.Table:
    random = np.random.default_rng([firm.number, firm.rows, first])
    connected, inbound = random.random(rows) < 0.56, random.random(rows) < 0.45
    start = _starts(random, firm, first, rows)
    columns = {
        "id": ids("C-")(np.arange(first, first + rows)),
        "direction": names(("outbound", "inbound"))(inbound.astype(int)),
        "status": _status(random, connected),
        **_course(random, start, connected, inbound),
        **_parties(random, firm, rows),
        **_money(random, rows),
    }
    return pa.table(columns)


def _starts(random: Generator, firm: Firm, first: int, rows: int) -> Numbers:
    """Milliseconds since 1970, in order: each hour has its share of the whole."""
    begin = END - timedelta(days=DAYS)
    weekdays = (np.arange(DAYS) + begin.weekday()) % 7
    weights = np.outer(np.array(WEEKDAYS)[weekdays], HOURS).ravel()
    bounds = np.concatenate(([0.0], np.cumsum(weights)))
    place = np.sort(first + rows * random.random(rows)) / firm.rows * bounds[-1]
    hours = np.interp(place, bounds, np.arange(len(bounds)))
    origin = (begin - datetime(1970, 1, 1)) // timedelta(milliseconds=1)
    starts: Numbers = origin + (hours * 3_600_000).astype(np.int64)
    return starts


def _status(random: Generator, connected: Flags) -> Cells:
    """Connected calls are answered or failed later; the others have all the rest."""
    places = np.arange(len(STATUSES))
    talks = np.isin(list(STATUSES), CONNECTED)
    weights = np.array(list(STATUSES.values()), float)
    drawn = [
        random.choice(places, len(connected), p=part / part.sum())
        for part in (weights * talks, weights * ~talks)
    ]
    return names(list(STATUSES))(np.where(connected, *drawn))


def _course(random: Generator, start: Numbers, connected: Flags, inbound: Flags) -> dict[str, Cells]:
    """Waits, talks and a bot's part, in tenths of a second; some were never logged."""
    rows = len(start)
    wait = np.where(random.random(rows) < 0.35, 0.0, np.round(random.exponential(25, rows), 1))
    talk = np.where(connected, np.round(random.lognormal(4.3, 1.1, rows), 1), 0.0)
    answered = start + (wait * 1000).astype(np.int64)
    end = np.where(connected, answered + (talk * 1000).astype(np.int64), start + 20_000)
    queued = inbound & (random.random(rows) < 0.9)
    return {
        "started_at": _times(start, np.zeros(rows, bool)),
        "wait_seconds": pa.array(wait, mask=~queued),
        "answered_at": _times(answered, ~connected),
        "ended_at": _times(end, random.random(rows) < 0.02),
        "talk_seconds": pa.array(talk, mask=random.random(rows) < 0.01),
        "bot_seconds": pa.array(np.minimum(talk, np.round(random.exponential(30, rows), 1))),
    }


def _times(milliseconds: Numbers, unknown: Flags) -> Cells:
    return pa.array(milliseconds * 1000, pa.timestamp("us"), mask=unknown)


def _parties(random: Generator, firm: Firm, rows: int) -> dict[str, Cells]:
    """Who took part; a third as many clients as calls, of which 30 % of the calls are distinct ones."""
    return {
        "bot": _numbered(random, rows, ("Bot", 12), 0.2),
        "task": _numbered(random, rows, ("Task", 8), 0.1),
        "group": _numbered(random, rows, ("Group", 6), 0.05),
        "operator": _numbered(random, rows, ("Operator", 40), 0.45),
        "client": ids("K-")(random.integers(0, 1 + firm.rows // 3, rows)),
        "responder": _weighted(random, RESPONDERS, rows),
        "transferred": pa.array(random.random(rows) < 0.12, mask=random.random(rows) < 0.01),
        "hangup_by": _weighted(random, HANGUPS, rows),
    }


def _numbered(random: Generator, rows: int, names_of: tuple[str, int], unknown: float) -> Cells:
    """Names with a number, the lower ones more often."""
    kind, most = names_of
    weights = {f"{kind} {number}": 1 / (number + 2) for number in range(1, most + 1)}
    return _weighted(random, weights, rows, unknown)


def _weighted(random: Generator, weights: Mapping[str, float], rows: int, unknown: float = 0) -> Cells:
    shares = np.array(list(weights.values()), float)
    codes = random.choice(len(shares), rows, p=shares / shares.sum())
    return names(list(weights))(np.where(random.random(rows) < unknown, -1, codes))


def _money(random: Generator, rows: int) -> dict[str, Cells]:
    """Fees in ten-thousandths of two currencies; a call without a currency has none."""
    currency = random.choice(3, rows, p=[0.93, 0.05, 0.02])
    free = currency == 2
    fees = {name: _fee(random.integers(0, 90_000, rows), free) for name in ("call_fee", "bot_fee")}
    return {**fees, "currency": names(("EUR", "USD"))(np.where(free, -1, currency))}


def _fee(amounts: Numbers, free: Flags) -> Cells:
    whole = pa.array(amounts, mask=free).cast(pa.decimal128(19, 0))
    return pc.multiply(whole, pa.scalar(Decimal("0.000100"))).cast(pa.decimal128(18, 6))
