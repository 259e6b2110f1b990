"""A month of chats and messages as those subjects have them, as they stand at the end."""

from decimal import Decimal

import numpy as np
import pyarrow as pa

from twin_stats.demo.chats.course import course
from twin_stats.demo.chats.sessions import AUTHORS, OPERATOR, bots, channels, sessions
from twin_stats.demo.clock import Ints
from twin_stats.demo.columns import (
    MICRO,
    NEVER,
    Columns,
    Maker,
    chosen,
    ids,
    money,
    names,
    table,
    times,
    whole,
)  # fmt: skip
from twin_stats.demo.draws import Random, happens, pick
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

STATUSES = ("closed", "active")
RATED, CONTENT, ANNOYED = 0.29, (0.03, 0.03, 0.09, 0.27, 0.58), (0.24, 0.17, 0.22, 0.22, 0.15)
SLOW_SECONDS = 420


def rows(world: World, piece: Piece) -> tuple[pa.Table, pa.Table]:
    """The chats that begin in a piece, and their messages."""
    random = world.plan.random("chats", piece.number)
    chats, talk = course(random, world, sessions(random, world, piece))
    known = int(np.searchsorted(chats["started_at"], world.plan.end))
    chats = chosen(_as_of(random, chats, world.plan.end), np.arange(known))
    talk = chosen(talk, np.argsort(talk["at"], kind="stable"))
    talk = chosen(talk, talk["at"] < world.plan.end)
    talk = {**talk, "price": _prices(chats, talk)}
    spent = np.bincount(talk["chat"], weights=talk["price"], minlength=known).astype(np.int64)
    return _chats(world, piece, {**chats, "price": spent}), _messages(world, piece, talk)


def _as_of(random: Random, chats: Columns, end: int) -> Columns:
    """What is known at the end: who was assigned, whether it is closed, and what the client thought of it."""
    returned = chats["returns"] & (chats["reopened_at"] < end)
    closed = np.where(returned, chats["closed_again_at"], chats["closed_at"])
    greeted, answered = chats["opened_by"] == OPERATOR, chats["answered_at"] < end
    again = returned & (chats["again_at"] < end)
    operator = np.where(again, chats["again_operator"], np.where(answered, chats["operator"], -1))
    asked = (chats["needs"] & (chats["asked_at"] < end)) | greeted
    return {
        **chats,
        "group": np.where(asked, chats["group"], -1),
        "operator": np.where(greeted & ~again, chats["greeter"], operator),
        "handoff_at": np.where(chats["hands"], chats["asked_at"], NEVER),
        "closed_at": closed,
        "reopened_at": np.where(returned, chats["reopened_at"], NEVER),
        "status": (closed >= end).astype(np.int64),
        "rating": np.where(closed < end, _ratings(random, chats), -1),
    }


def _ratings(random: Random, chats: Columns) -> Ints:
    """One to five: worse where the answer was long in coming."""
    size = len(chats["needs"])
    slow = chats["needs"] & (chats["answered_at"] - chats["asked_at"] > SLOW_SECONDS)
    value = 1 + np.where(slow, pick(random, ANNOYED, size), pick(random, CONTENT, size))
    return np.where(chats["wrote"] & happens(random, RATED, size), value, -1)


def _prices(chats: Columns, talk: Columns) -> Ints:
    """What each message costs, in millionths: by author and by channel."""
    by_author = np.array([_micros(words("chats")["prices"][author]) for author in AUTHORS])
    by_channel = np.array([_micros(channel["price"]) for channel in channels()])
    price: Ints = by_author[talk["author"]] + by_channel[chats["channel"]][talk["chat"]]
    return price


def _micros(price: str) -> int:
    return int(Decimal(price) * MICRO)


def _chats(world: World, piece: Piece, chats: Columns) -> pa.Table:
    size = len(chats["started_at"])
    extra = {"id": np.arange(1, size + 1), "currency": np.zeros(size, dtype=np.int64)}
    known = times(world.plan.end)
    makers: dict[str, Maker] = {
        "id": ids(f"S-{piece.number}-"),
        "started_at": known,
        "opened_by": names(AUTHORS),
        "channel": names([channel["name"] for channel in channels()]),
        "bot": names(bots()),
        "group": names(world.team.groups),
        "operator": names(world.team.operators),
        "client": ids("K-"),
        "handoff_at": known,
        "closed_at": known,
        "reopened_at": known,
        "status": names(STATUSES),
        "rating": whole,
        "price": money,
        "currency": names([words("company")["currency"]]),
    }
    return table({**chats, **extra}, makers)


def _messages(world: World, piece: Piece, talk: Columns) -> pa.Table:
    size = len(talk["at"])
    extra = {
        "id": np.arange(1, size + 1),
        "chat": talk["chat"] + 1,
        "operator": np.where(talk["author"] == OPERATOR, talk["operator"], -1),
        "currency": np.zeros(size, dtype=np.int64),
    }
    makers: dict[str, Maker] = {
        "id": ids(f"M-{piece.number}-"),
        "chat": ids(f"S-{piece.number}-"),
        "at": times(world.plan.end),
        "author": names(AUTHORS),
        "operator": names(world.team.operators),
        "price": money,
        "currency": names([words("company")["currency"]]),
    }
    return table({**talk, **extra}, makers)
