"""No operator is in two calls at once: colleagues help, and else the earlier call is kept short."""

import numpy as np

from twin_stats.demo.calls.inbound import SUPPORT
from twin_stats.demo.clock import Flags, Ints
from twin_stats.demo.columns import Columns
from twin_stats.demo.plan import Piece
from twin_stats.demo.world import World

OWN_GROUP, SUPPORT_HELPS = 4, 5


def one_at_a_time(world: World, piece: Piece, calls: Columns) -> Columns:
    """The calls of a piece, with operators who are free: of the group, then of Support."""
    random = world.plan.random("colleagues", piece.number)
    operator = calls["operator"].copy()
    support = np.full_like(operator, SUPPORT)
    for group in [calls["group"]] * OWN_GROUP + [support] * SUPPORT_HELPS:
        order = _by_operator(calls, operator)
        clash = order[1:][_overlaps(calls, operator, order)]
        operator[clash] = world.roster.who(random, group[clash], calls["joined_at"][clash])
    return _cut_short({**calls, "operator": operator})


def _by_operator(calls: Columns, operator: Ints) -> Ints:
    """The calls that an operator took part in, each operator's in order."""
    own = np.flatnonzero(operator >= 0)
    order: Ints = own[np.lexsort((calls["joined_at"][own], operator[own]))]
    return order


def _overlaps(calls: Columns, operator: Ints, order: Ints) -> Flags:
    """Which calls begin before their operator's earlier one has ended."""
    same = operator[order[1:]] == operator[order[:-1]]
    overlaps: Flags = same & (calls["joined_at"][order[1:]] <= calls["ended_at"][order[:-1]])
    return overlaps


def _cut_short(calls: Columns) -> Columns:
    """The operator hangs up before the next call, where there still is one."""
    order = _by_operator(calls, calls["operator"])
    clash = _overlaps(calls, calls["operator"], order)
    earlier, later = order[:-1][clash], order[1:][clash]
    ended = calls["ended_at"].copy()
    ended[earlier] = np.maximum(calls["joined_at"][later] - 1, calls["joined_at"][earlier] + 1)
    talk = calls["talk_seconds"].copy()
    talk[earlier] = ended[earlier] - calls["answered_at"][earlier]
    return {**calls, "ended_at": ended, "talk_seconds": talk}
