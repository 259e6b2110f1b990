"""What is said in an outbound call: who picks up, how long bot and operator talk, who hangs up."""

import numpy as np

from twin_stats.demo.calls.vocabulary import (
    ANSWERED,
    BOT,
    BUSY,
    CLIENT,
    EXPIRED,
    FAILED,
    HUMAN,
    MACHINE,
    NOANSWER,
    NOT_DEFINED,
    OPERATOR,
    tasks,
)  # fmt: skip
from twin_stats.demo.clock import Flags, Ints
from twin_stats.demo.columns import Columns
from twin_stats.demo.draws import Random, around, happens, pick

RESPONDER = (0.75, 0.17, 0.08)
TO_OPERATOR, BY_HAND_SECONDS, SHORT = 0.12, 150, 0.055
MACHINE_SECONDS, NOBODY_SECONDS = 14, 19
RING_SECONDS, UNANSWERED_SECONDS, EXPIRED_SECONDS, BREAKS_SECONDS = 12, (32, 46), 602, (3, 45)


def talks(random: Random, call: Columns) -> Columns:
    """The calls with ring, bot and operator seconds, responder and side of the hang-up."""
    status, by_hand = call["status"], call["task"] < 0
    size, answered = len(status), call["status"] == ANSWERED
    responder = np.where(by_hand, NOT_DEFINED, pick(random, RESPONDER, size))
    script = _script(random, call["task"], responder)
    joins = (responder == HUMAN) & (script > 5) & call["able"] & happens(random, TO_OPERATOR, size)
    spoken = np.where(by_hand | joins, around(random, BY_HAND_SECONDS, 0.65, size), 0)
    breaks = np.where(status == FAILED, random.integers(*BREAKS_SECONDS, size), 0)
    return {
        **call,
        "ring": _ring(random, status),
        "bot_seconds": np.where(answered & ~by_hand, script, np.where(by_hand, 0, breaks)),
        "operator_seconds": np.where(answered, spoken, np.where(by_hand, breaks, 0)),
        "responder": np.where(answered, responder, -1),
        "hangup_by": np.where(answered, _side(random, responder, by_hand | joins), -1),
    }


def _script(random: Random, task: Ints, responder: Ints) -> Ints:
    """The bot's seconds: the task's script with a human, less with a machine, a moment with who hangs up."""
    lengths = np.array([each["talk"] for each in tasks()])[task]
    median = np.select([responder == HUMAN, responder == MACHINE], [lengths, MACHINE_SECONDS], NOBODY_SECONDS)
    short = (responder != MACHINE) & happens(random, SHORT, len(task))
    return np.where(
        short, random.integers(1, 6, len(task)), np.maximum(6, around(random, median, 0.5, len(task)))
    )


def _ring(random: Random, status: Ints) -> Ints:
    """Seconds from the start to the answer, or to the end of an attempt without one."""
    size = len(status)
    cases = [status == NOANSWER, status == BUSY, status == EXPIRED, (status == ANSWERED) | (status == FAILED)]
    rings = np.clip(around(random, RING_SECONDS, 0.45, size), 2, 40)
    lengths = [
        random.integers(*UNANSWERED_SECONDS, size),
        np.full(size, 4),
        np.full(size, EXPIRED_SECONDS),
        rings,
    ]
    return np.select(cases, lengths, 1)


def _side(random: Random, responder: Ints, with_operator: Flags) -> Ints:
    """Who hangs up."""
    client = happens(random, 0.64, len(responder))
    other = np.where(with_operator, OPERATOR, BOT)
    return np.where(client & (responder != MACHINE), CLIENT, other)
