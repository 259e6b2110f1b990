"""Messages by turns: ragged vectors, one row a message, in order within each session."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from twin_stats.demo.chats.sessions import CLIENT
from twin_stats.demo.clock import Floats, Ints
from twin_stats.demo.columns import Columns, joined
from twin_stats.demo.draws import Random, around, happens

SPREAD = 0.75
TWICE, TWICE_SECONDS = 0.1, (4, 15)


@dataclass(frozen=True, eq=False)
class Voices:
    """Who writes the messages of even and of odd places, the operator's number, and seconds by author."""

    even: Ints
    odd: Ints
    operator: Ints
    seconds: Sequence[Floats]


def turns(random: Random, start: Ints, counts: Ints, voices: Voices) -> Columns:
    """So many messages of each session from `start` on, by turns: session, at, author, operator."""
    chat = np.repeat(np.arange(len(start)), counts)
    first = np.repeat(np.cumsum(counts) - counts, counts)
    place = np.arange(len(chat)) - first
    author = np.where(place % 2 == 0, voices.even[chat], voices.odd[chat])
    median = np.stack(voices.seconds)[author, chat]
    gap = np.where(place == 0, 0, around(random, median, SPREAD, len(chat)))
    passed = np.cumsum(gap)
    return {
        "chat": chat,
        "at": start[chat] + passed - passed[first],
        "author": author,
        "operator": voices.operator[chat],
    }


def single(chat: Ints, at: Ints) -> Columns:
    """One message of the client in each of these sessions."""
    return {"chat": chat, "at": at, "author": np.full_like(chat, CLIENT), "operator": np.full_like(chat, -1)}


def doubled(random: Random, talk: Columns) -> Columns:
    """The same messages, some of the client's followed by a second one before anybody answers."""
    after = talk["at"] + random.integers(*TWICE_SECONDS, len(talk["at"]))
    following = np.append(talk["at"][1:], 0)
    fits = (following > after) & (np.append(talk["chat"][1:], -1) == talk["chat"])
    rows = np.flatnonzero(fits & (talk["author"] == CLIENT) & happens(random, TWICE, len(after)))
    return joined(talk, single(talk["chat"][rows], after[rows]))


def last_of(talk: Columns, begin: Ints) -> Ints:
    """The time of each session's last message, or its `begin` where the talk has none of it."""
    last = begin.copy()
    np.maximum.at(last, talk["chat"], talk["at"])
    return last
