"""The course of a session: the bot's part, the wait, the operator's part, the close, perhaps once more."""

import numpy as np

from twin_stats.demo.chats.sessions import BOT, CLIENT, OPERATOR
from twin_stats.demo.chats.turns import Voices, doubled, last_of, single, turns
from twin_stats.demo.clock import Floats, Ints
from twin_stats.demo.columns import NEVER, Columns, joined
from twin_stats.demo.draws import Random, around, fading, happens
from twin_stats.demo.world import World

BOT_TURNS, OPERATOR_TURNS, AGAIN_TURNS = 1.5, 2.9, 0.9
CLIENT_SECONDS, BOT_SECONDS, OPERATOR_SECONDS = 34.0, 2.0, 46.0
FIRST_SECONDS, FIRST_SPREAD = 27.0, 0.85
IGNORED, IMPATIENT, PATIENCE_SECONDS, STAYS_SECONDS = 0.018, 0.5, 2400, 3 * 86400
THANKS, NUDGE = 0.06, 0.3
IDLE_SECONDS, BOT_IDLE_SECONDS, GIVEN_UP_SECONDS = 660, 480, 5400
AGAIN, AGAIN_SECONDS, NEXT_DAY, NEXT_DAY_SECONDS = 0.035, 2400, 0.12, 72000


def course(random: Random, world: World, chats: Columns) -> tuple[Columns, Columns]:
    """The sessions with all their times, and their messages."""
    opening = _opening(random, chats)
    ended = last_of(opening, chats["started_at"])
    asked = ended + np.where(chats["hands"], random.integers(1, 6, len(ended)), 0)
    answer = _answer(random, world, {**chats, "asked_at": asked})
    served = _served(random, world, answer)
    waiting = _waiting(random, answer)
    talk = joined(opening, waiting, served)
    closed = _closed(random, answer, last_of(talk, asked))
    again = _again(random, world, {**answer, "closed_at": closed})
    second = _second(random, world, again)
    final = last_of(second, again["reopened_at"])
    over = np.where(again["returns"], final + around(random, IDLE_SECONDS, 0.7, len(final)), NEVER)
    return {**again, "closed_again_at": over}, joined(talk, second)


def _opening(random: Random, chats: Columns) -> Columns:
    """What comes before anybody waits for an operator."""
    opener, bot, size = chats["opened_by"], chats["bot"] >= 0, len(chats["bot"])
    pairs = np.where(bot & chats["wrote"], 1 + random.poisson(BOT_TURNS, size), 0)
    counts = np.where(bot, 2 * pairs + (opener == BOT), 1 + ((opener == OPERATOR) & chats["wrote"]))
    odd = np.where(bot & (opener == CLIENT), BOT, CLIENT)
    return turns(random, chats["started_at"], counts, Voices(opener, odd, chats["greeter"], _seconds(size)))


def _seconds(size: int, pressure: Floats | float = 1.0) -> list[Floats]:
    """Usual seconds to an answer by client, bot and operator."""
    return [np.full(size, each) for each in (CLIENT_SECONDS, BOT_SECONDS)] + [
        np.full(size, OPERATOR_SECONDS) * pressure
    ]


def _answer(random: Random, world: World, chats: Columns) -> Columns:
    """When the first answer comes, if it does, and from whom."""
    size, asked, group = len(chats["asked_at"]), chats["asked_at"], chats["group"]
    pressure = world.load("chats", group, asked) ** 0.8
    wait = around(random, FIRST_SECONDS * pressure * world.team.waits[group], FIRST_SPREAD, size)
    when, operator = world.roster.seat(random, group, asked + wait)
    patient = np.where(
        happens(random, IMPATIENT, size), fading(random, PATIENCE_SECONDS, size) + 600, STAYS_SECONDS
    )
    greeted = chats["opened_by"] == OPERATOR
    lost = (happens(random, IGNORED, size) | (when - asked > patient)) & ~greeted
    return {
        **chats,
        "answered_at": np.where(chats["needs"] & ~lost, np.where(greeted, asked + wait, when), NEVER),
        "operator": np.where(greeted, chats["greeter"], operator),
        "pressure": np.sqrt(pressure),
    }


def _served(random: Random, world: World, chats: Columns) -> Columns:
    """The operator's part, from the first answer on."""
    answered = chats["answered_at"] < NEVER
    size = len(answered)
    counts = 1 + 2 * random.poisson(OPERATOR_TURNS, size) + happens(random, THANKS, size)
    talk = _operators_part(random, chats, np.where(answered, counts, 0))
    return doubled(random, talk)


def _operators_part(random: Random, chats: Columns, counts: Ints) -> Columns:
    size = len(counts)
    even, odd = np.full(size, OPERATOR), np.full(size, CLIENT)
    seconds = _seconds(size, chats["pressure"])
    return turns(random, chats["answered_at"], counts, Voices(even, odd, chats["operator"], seconds))


def _waiting(random: Random, chats: Columns) -> Columns:
    """Some write once more while they wait."""
    waits = np.minimum(chats["answered_at"] - chats["asked_at"], 1800)
    rows = np.flatnonzero(chats["needs"] & (waits > 20) & happens(random, NUDGE, len(waits)))
    return single(
        rows, chats["asked_at"][rows] + (waits[rows] * random.uniform(0.3, 0.9, len(rows))).astype(np.int64)
    )


def _closed(random: Random, chats: Columns, last: Ints) -> Ints:
    """When the session is closed for the first time: a while after its last message."""
    size = len(last)
    lost = chats["needs"] & (chats["answered_at"] == NEVER)
    idle = np.where(
        chats["needs"], around(random, IDLE_SECONDS, 0.7, size), around(random, BOT_IDLE_SECONDS, 0.4, size)
    )
    return last + np.where(lost, around(random, GIVEN_UP_SECONDS, 0.6, size), idle)


def _again(random: Random, world: World, chats: Columns) -> Columns:
    """Some come back after the close: the session is opened once more, and somebody answers."""
    size = len(chats["closed_at"])
    returns = (chats["answered_at"] < NEVER) & happens(random, AGAIN, size)
    later = np.where(happens(random, NEXT_DAY, size), NEXT_DAY_SECONDS, 0)
    at = np.where(
        returns, chats["closed_at"] + fading(random, AGAIN_SECONDS, size) + 30 + later, chats["closed_at"]
    )
    asked = at + around(random, FIRST_SECONDS, FIRST_SPREAD, size)
    when, operator = world.roster.seat(random, chats["group"], asked)
    return {**chats, "returns": returns, "reopened_at": at, "again_at": when, "again_operator": operator}


def _second(random: Random, world: World, chats: Columns) -> Columns:
    """The messages after the session was opened again."""
    rows = np.flatnonzero(chats["returns"])
    second = {**chats, "answered_at": chats["again_at"], "operator": chats["again_operator"]}
    counts = np.where(
        chats["returns"] & (chats["again_at"] < NEVER),
        1 + 2 * random.poisson(AGAIN_TURNS, len(chats["returns"])),
        0,
    )
    return joined(single(rows, chats["reopened_at"][rows]), _operators_part(random, second, counts))
