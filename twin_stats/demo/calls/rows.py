"""A month of calls as the subject `calls` has them: in order, with fees, as they stand at the end."""

import numpy as np
import pyarrow as pa

from twin_stats.demo.calls.colleagues import one_at_a_time
from twin_stats.demo.calls.inbound import inbound
from twin_stats.demo.calls.outbound import outbound
from twin_stats.demo.calls.vocabulary import (
    ANSWERED,
    DIAL,
    DIRECTIONS,
    FAILED,
    HANGUPS,
    INPROGRESS,
    RESPONDERS,
    SCHEDULED,
    STATUSES,
    bots,
    fee,
    tasks,
)  # fmt: skip
from twin_stats.demo.clock import Ints
from twin_stats.demo.columns import (
    NEVER,
    Column,
    Columns,
    Maker,
    chosen,
    flags,
    ids,
    joined,
    money,
    names,
    numbers,
    table,
    times,
)  # fmt: skip
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World


def rows(world: World, piece: Piece) -> pa.Table:
    """The calls of a piece."""
    calls = joined(inbound(world, piece), outbound(world, piece))
    calls = chosen(calls, np.argsort(calls["started_at"], kind="stable"))
    calls = one_at_a_time(world, piece, calls)
    calls = chosen(calls, calls["started_at"] < world.plan.end)
    calls = _priced(_as_of(calls, world.plan.end))
    size = len(calls["status"])
    extra: dict[str, Column] = {"id": np.arange(1, size + 1), "currency": np.zeros(size, dtype=np.int64)}
    return table({**calls, **extra}, _makers(world, piece))


def _as_of(calls: Columns, end: int) -> Columns:
    """What is known at the end: calls that ring or talk then have no end yet, planned ones no beginning."""
    status = calls["status"]
    connects, waits = np.isin(status, (ANSWERED, FAILED)), status == SCHEDULED
    rings = ~waits & (calls["ended_at"] >= end) & (~connects | (calls["answered_at"] >= end))
    speaks = connects & (calls["ended_at"] >= end) & ~rings
    over = ~(rings | speaks | waits)
    state = np.where(rings, DIAL, np.where(speaks, INPROGRESS, status))
    return {
        **calls,
        "status": state,
        "wait_seconds": np.where(rings, np.nan, calls["wait_seconds"]),
        "answered_at": np.where(connects & (calls["talk_seconds"] > 0) & ~rings, calls["answered_at"], NEVER),
        "ended_at": np.where(over, calls["ended_at"], NEVER),
        "talk_seconds": np.where(over, calls["talk_seconds"], np.nan),
        "bot_seconds": np.where(over & (calls["bot"] >= 0), calls["bot_seconds"], np.nan),
        "hangup_by": np.where(over, calls["hangup_by"], -1),
        "responder": np.where(rings, -1, calls["responder"]),
        "operator": np.where(rings, -1, calls["operator"]),
        "transferred": calls["transferred"] & ~rings,
    }


def _priced(calls: Columns) -> Columns:
    """Both fees: each started minute, once the call is over."""
    rate = np.array([fee(name) for name in DIRECTIONS])[calls["direction"]]
    return {
        **calls,
        "call_fee": _minutes(calls["talk_seconds"]) * rate,
        "bot_fee": _minutes(calls["bot_seconds"]) * fee("bot"),
    }


def _minutes(seconds: Column) -> Ints:
    started: Ints = -(-np.nan_to_num(seconds).astype(np.int64) // 60)
    return started


def _makers(world: World, piece: Piece) -> dict[str, Maker]:
    known = times(world.plan.end)
    return {
        "id": ids(f"C-{piece.number}-"),
        "started_at": known,
        "direction": names(DIRECTIONS),
        "status": names(STATUSES),
        "wait_seconds": numbers,
        "answered_at": known,
        "ended_at": known,
        "talk_seconds": numbers,
        "bot_seconds": numbers,
        "bot": names(bots()),
        "task": names([task["name"] for task in tasks()]),
        "group": names(world.team.groups),
        "operator": names(world.team.operators),
        "client": ids("K-"),
        "responder": names(RESPONDERS),
        "transferred": flags,
        "hangup_by": names(HANGUPS),
        "call_fee": money,
        "bot_fee": money,
        "currency": names([words("company")["currency"]]),
    }
