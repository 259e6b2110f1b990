"""A month of notifications as that subject has them, as they stand at the end."""

import numpy as np
import pyarrow as pa

from twin_stats.demo.clock import Ints
from twin_stats.demo.columns import Columns, Maker, chosen, ids, money, names, table, times, whole
from twin_stats.demo.draws import Random, pick
from twin_stats.demo.notifications.fate import fate
from twin_stats.demo.notifications.mailings import created
from twin_stats.demo.notifications.vocabulary import (
    CREATED,
    DELAYED,
    DELIVERED,
    PENDING,
    READ,
    SENDING,
    SENT,
    STATUSES,
    channels,
    prices,
    reasons,
)  # fmt: skip
from twin_stats.demo.plan import Piece
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

SMS_PARTS, DELAYED_SECONDS = (0.56, 0.33, 0.11), 600


def rows(world: World, piece: Piece) -> pa.Table:
    """The notifications that are created in a piece."""
    random = world.plan.random("notifications", piece.number)
    messages, mailings = created(random, world, piece)
    messages = fate(random, world, messages)
    parts = 1 + np.where(_is("SMS", messages), pick(random, SMS_PARTS, len(messages["channel"])), 0)
    messages = _as_of(random, {**messages, "parts": parts}, world.plan.end)
    messages = chosen(messages, messages["created_at"] < world.plan.end)
    size = len(messages["created_at"])
    extra = {"id": np.arange(1, size + 1), "currency": np.zeros(size, dtype=np.int64)}
    return table({**messages, **extra}, _makers(world, piece, mailings))


def _is(name: str, messages: Columns) -> Ints:
    listed = np.array([channel["name"] == name for channel in channels()])
    mask: Ints = listed[messages["channel"]]
    return mask


def _as_of(random: Random, messages: Columns, end: int) -> Columns:
    """Status, reason and price by what is known at the end."""
    size = len(messages["created_at"])
    known = {name: messages[f"{name}_at"] < end for name in ("read", "delivered", "failed", "sent")}
    waits = np.where(
        messages["due_at"] - messages["created_at"] > DELAYED_SECONDS, DELAYED, _on_the_way(random, size)
    )
    status = np.select(list(known.values()), [READ, DELIVERED, messages["failure"], SENT], waits)
    on_delivery = np.array([channel["charged"] == "delivered" for channel in channels()])[messages["channel"]]
    charged = np.where(on_delivery, known["delivered"], known["sent"])
    return {
        **messages,
        "status": status,
        "reason": np.where(known["failed"], messages["reason"], -1),
        "price": charged * prices()[messages["channel"]] * messages["parts"],
    }


def _on_the_way(random: Random, size: int) -> Ints:
    return np.array([CREATED, PENDING, SENDING])[pick(random, (0.3, 0.4, 0.3), size)]


def _makers(world: World, piece: Piece, mailings: list[str]) -> dict[str, Maker]:
    known = times(world.plan.end)
    return {
        "id": ids(f"N-{piece.number}-"),
        "created_at": known,
        "sent_at": known,
        "delivered_at": known,
        "read_at": known,
        "status": names(STATUSES),
        "reason": names(reasons()),
        "channel": names([channel["name"] for channel in channels()]),
        "parts": whole,
        "price": money,
        "currency": names([words("company")["currency"]]),
        "bulk": names(mailings),
        "client": ids("K-"),
        "valid_minutes": whole,
    }
