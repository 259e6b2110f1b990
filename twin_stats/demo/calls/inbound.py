"""Calls that come in: phone menu, queue, operator; some hang up on the way."""

import numpy as np

from twin_stats.demo.calls.vocabulary import (
    ANSWERED,
    BOT,
    CLIENT,
    NOANSWER,
    NOT_DEFINED,
    OPERATOR,
    weights,
)
from twin_stats.demo.clock import Flags, Ints
from twin_stats.demo.columns import Columns
from twin_stats.demo.draws import Random, around, arrivals, clients, fading, happens, pick
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

HAS_MENU, BOT_SOLVES, HANGS_UP_IN_MENU = 0.7, 0.2, 0.055
NO_WAIT, MEAN_WAIT, MEAN_PATIENCE = 0.3, 13.0, 190.0
MENU_SECONDS, TALK_SECONDS, SHORT = 24, 165, 0.02
LINE_DOWN, LINE_TROUBLE = 0.72, 0.004
SUPPORT = 0


def inbound(world: World, piece: Piece) -> Columns:
    """The calls that came in during a piece."""
    random = world.plan.random("inbound", piece.number)
    started = arrivals(random, world.clock, world.paces["inbound"], piece)
    menu = np.where(
        happens(random, HAS_MENU, len(started)), around(random, MENU_SECONDS, 0.5, len(started)), 0
    )
    queue = _queue(random, world, started + menu + 1)
    solved = (menu > 0) & happens(random, BOT_SOLVES, len(started))
    left = happens(random, HANGS_UP_IN_MENU, len(started)) | queue["closed"]
    gone = (queue["wait"] > queue["patience"]) & ~queue["closed"]
    status = np.where(solved | ~(left | gone), ANSWERED, NOANSWER)
    status = np.where(_down(random, world, started), _trouble(random, len(started)), status)
    fate = {"status": status, "solved": solved, "left": left & ~solved, "gone": gone & ~left & ~solved}
    return _columns(random, world, {"started_at": started, "bot_seconds": menu} | queue | fate)


def _queue(random: Random, world: World, queued: Ints) -> Columns:
    """Group, operator and wait of each call that got through the menu; Support takes what others cannot."""
    size = len(queued)
    group = pick(random, world.team.shares, size)
    group = np.where(world.roster.begin(group, queued) > queued, SUPPORT, group)
    pressure = world.load("inbound", group, queued) * world.team.waits[group]
    wait = np.where(happens(random, NO_WAIT, size), 0, fading(random, MEAN_WAIT * pressure, size))
    closed = world.roster.begin(group, queued + wait) > queued + wait + 180
    operator = world.roster.who(random, group, queued + wait)
    patience = fading(random, MEAN_PATIENCE, size)
    return {
        "queued_at": queued, "group": group, "wait": wait,
        "closed": closed, "operator": operator, "patience": patience,
    }  # fmt: skip


def _down(random: Random, world: World, started: Ints) -> Flags:
    chance = np.where(world.story.outage.holds(started), LINE_DOWN, LINE_TROUBLE)
    return happens(random, chance, len(started))


def _trouble(random: Random, size: int) -> Ints:
    return pick(random, weights(words("calls")["outage"]), size)


def _times(random: Random, call: Columns) -> Columns:
    """How long each call waits and is talked, and when it ends."""
    size, status, solved = len(call["status"]), call["status"], call["solved"]
    queued = (status <= NOANSWER) & ~solved & ~call["left"]
    talk = np.where(solved, call["bot_seconds"] * 3, around(random, TALK_SECONDS, 0.72, size))
    short = queued & happens(random, SHORT, size)
    talk = np.where(status == ANSWERED, np.where(short, random.integers(1, 6, size), talk), 0)
    wait = np.where(queued, np.where(call["gone"], call["patience"], call["wait"]), 0)
    at = np.where(queued, call["queued_at"] + wait, call["started_at"] + 1)
    menu = np.where(solved, talk, np.where(status > NOANSWER, 0, call["bot_seconds"]))
    hung_up = np.where(queued, at, call["started_at"] + menu + 3)
    return {
        "answered_at": at,
        "ended_at": np.where(status == ANSWERED, at + talk, hung_up),
        "talk_seconds": talk,
        "wait_seconds": np.where(wait > 0, wait, np.nan),
        "bot_seconds": menu,
        "queued": queued,
    }


def _columns(random: Random, world: World, call: Columns) -> Columns:
    """What became of each call, in our columns."""
    size, solved, answered = len(call["status"]), call["solved"], call["status"] == ANSWERED
    times = _times(random, call)
    queued, served = times.pop("queued"), answered & ~solved
    side = np.where(solved, np.where(happens(random, 0.5, size), BOT, CLIENT), _side(random, size))
    return {
        **times,
        "started_at": call["started_at"],
        "direction": np.zeros(size, dtype=np.int64),
        "status": call["status"],
        "bot": np.where(call["bot_seconds"] > 0, 0, -1),
        "task": np.full(size, -1),
        "group": np.where(queued, call["group"], -1),
        "operator": np.where(served, call["operator"], -1),
        "joined_at": times["answered_at"],
        "client": clients(random, world.progress(call["started_at"]), world.plan.scale),
        "responder": np.where(answered, NOT_DEFINED, -1),
        "transferred": served & (call["bot_seconds"] > 0),
        "hangup_by": np.where(answered, side, np.where(call["status"] == NOANSWER, CLIENT, -1)),
    }


def _side(random: Random, size: int) -> Ints:
    return np.where(happens(random, 0.63, size), CLIENT, OPERATOR)
