"""Sessions as they begin: where, who opens, whether the client writes, and who is to answer."""

from typing import Any

import numpy as np

from twin_stats.demo.clock import Flags, Ints
from twin_stats.demo.columns import Columns
from twin_stats.demo.draws import Random, arrivals, clients, happens, pick
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

AUTHORS = ("client", "bot", "operator")
CLIENT, BOT, OPERATOR = range(3)
OPENERS = (0.73, 0.23, 0.04)
# How many of the clients write back, by who has opened the session.
WRITES = np.array([1.0, 0.62, 0.75])
HANDED_OFF = 0.55
SUPPORT, PASSED_ON, SOON_SECONDS = 0, 0.85, 120


def channels() -> list[dict[str, Any]]:
    """The channels with their shares, bots and prices."""
    listed: list[dict[str, Any]] = words("chats")["channels"]
    return listed


def bots() -> list[str]:
    """Every chat bot."""
    return list(dict.fromkeys(channel["bot"] for channel in channels()))


def sessions(random: Random, world: World, piece: Piece) -> Columns:
    """The sessions that begin in a piece: `needs` an operator, was handed off (`hands`), `wrote` at all."""
    started = arrivals(random, world.clock, world.paces["chats"], piece)
    size = len(started)
    channel = pick(random, [each["share"] for each in channels()], size)
    has_bot = happens(random, np.array([each["bots"] for each in channels()])[channel], size)
    group = _group(random, world, started)
    opener = _opener(random, has_bot, world.roster.begin(group, started) == started)
    wrote = happens(random, WRITES[opener], size)
    hands = has_bot & wrote & (opener != OPERATOR) & happens(random, HANDED_OFF, size)
    return {
        "started_at": started,
        "channel": channel,
        "bot": np.where(has_bot, np.array([bots().index(each["bot"]) for each in channels()])[channel], -1),
        "opened_by": opener,
        "wrote": wrote,
        "hands": hands,
        "needs": hands | (wrote & ~has_bot),
        "group": group,
        "greeter": world.roster.who(random, group, started),
        "client": clients(random, world.progress(started), world.plan.scale),
    }


def _group(random: Random, world: World, started: Ints) -> Ints:
    """Each session's group; what comes while nobody of it is there goes mostly to Support."""
    group = pick(random, world.team.shares, len(started))
    later = world.roster.begin(group, started) > started + SOON_SECONDS
    return np.where(later & happens(random, PASSED_ON, len(started)), SUPPORT, group)


def _opener(random: Random, has_bot: Flags, able: Flags) -> Ints:
    """Bots open only what they take part in, operators only what bots do not, while they are there."""
    opener = pick(random, OPENERS, len(has_bot))
    by_operator = ~has_bot & able & (opener != CLIENT)
    return np.where(by_operator, OPERATOR, np.where(has_bot & (opener != CLIENT), BOT, CLIENT))
