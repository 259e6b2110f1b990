"""Calls that go out: bots that work off a task, operators who ring back, and the campaign."""

import numpy as np

from twin_stats.demo.calls.talks import talks
from twin_stats.demo.calls.vocabulary import SCHEDULED, bot_of_task, tasks, weights
from twin_stats.demo.clock import Floats, Ints
from twin_stats.demo.columns import Columns
from twin_stats.demo.draws import Random, arrivals, clients, happens, pick
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

BY_HAND = -1
PLANNED, PLANNED_SECONDS, LINE_DOWN = 0.25, 1800, 0.8


def outbound(world: World, piece: Piece) -> Columns:
    """The calls that went out during a piece."""
    random = world.plan.random("outbound", piece.number)
    started, task = _attempts(random, world, piece)
    group = pick(random, world.team.shares, len(started))
    able = world.roster.begin(group, started) == started
    # Nobody there to ring by hand: then the bot does it.
    task = np.where((task == BY_HAND) & ~able, 0, task)
    call = talks(random, {"task": task, "status": _ends(random, world, started), "able": able})
    return _columns(random, world, call | {"started_at": started, "group": group})


def _attempts(random: Random, world: World, piece: Piece) -> tuple[Ints, Ints]:
    """Start and task of each attempt, in order."""
    usual = arrivals(random, world.clock, world.paces["outbound"], piece)
    extra = arrivals(random, world.clock, _campaign(world), piece)
    shares = [words("calls")["outbound"]["manual"], *(task["share"] for task in tasks()[:-1])]
    task = np.concatenate([pick(random, shares, len(usual)) - 1, np.full(len(extra), len(tasks()) - 1)])
    started = np.concatenate([usual, extra])
    order = np.argsort(started, kind="stable")
    return started[order], task[order]


def _campaign(world: World) -> Floats:
    """The campaign's calls in each hour: over its three days, when calling is allowed."""
    hours = np.array(words("rhythms")["outbound"]["hours"], dtype=float)
    weight = hours[world.clock.hour] * world.story.campaign.holds(world.clock.starts)
    calls = tasks()[-1]["calls"] * world.plan.scale
    each: Floats = weight / max(weight.sum(), 1) * calls
    return each


def _ends(random: Random, world: World, started: Ints) -> Ints:
    """How each attempt ends; of the last half hour, some are only planned."""
    words_of = words("calls")
    usual = pick(random, weights(words_of["outbound"]["ends"]), len(started))
    down = pick(random, weights(words_of["outage"]), len(started))
    is_down = world.story.outage.holds(started) & happens(random, LINE_DOWN, len(started))
    planned = happens(random, PLANNED, len(started)) & (started > world.plan.end - PLANNED_SECONDS)
    return np.where(planned, SCHEDULED, np.where(is_down, down, usual))


def _columns(random: Random, world: World, call: Columns) -> Columns:
    """The calls in our columns."""
    started, task, joins = call["started_at"], call["task"], call["operator_seconds"] > 0
    joined = started + call["ring"] + call["bot_seconds"]
    operator = world.roster.who(random, call["group"], joined)
    return {
        "started_at": started,
        "direction": np.ones_like(started),
        "status": call["status"],
        "wait_seconds": np.full(len(started), np.nan),
        "answered_at": started + call["ring"],
        "ended_at": joined + call["operator_seconds"],
        "talk_seconds": call["bot_seconds"] + call["operator_seconds"],
        "bot_seconds": call["bot_seconds"],
        "bot": np.where(task == BY_HAND, -1, np.array(bot_of_task())[task]),
        "task": task,
        "group": np.where(joins, call["group"], -1),
        "operator": np.where(joins, operator, -1),
        "joined_at": joined,
        "client": clients(random, world.progress(started), world.plan.scale),
        "responder": call["responder"],
        "transferred": joins & (task != BY_HAND),
        "hangup_by": call["hangup_by"],
    }
