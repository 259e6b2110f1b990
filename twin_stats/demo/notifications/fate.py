"""What becomes of a message: sent, delivered and read at once, hours later, or never."""

import numpy as np

from twin_stats.demo.clock import Ints
from twin_stats.demo.columns import NEVER, Columns
from twin_stats.demo.draws import Random, around, fading, happens, pick
from twin_stats.demo.notifications.vocabulary import (
    CANCELED,
    ERROR,
    EXPIRED,
    UNDELIVERED,
    channels,
    each,
    reasons,
    weights,
)  # fmt: skip
from twin_stats.demo.vocabulary import words
from twin_stats.demo.world import World

CANCELED_SHARE, PLANNED, PLANNED_SECONDS = 0.0015, 0.012, 9000
SEND_SECONDS, BULK_SECONDS = 1.6, 75
LATE, LATE_SECONDS, VERY_LATE, VERY_LATE_SECONDS = 0.055, 9000, 0.012, 110_000
DELIVERY_SPREAD, READ_SPREAD, BOUNCE_SECONDS = 1.0, 1.7, 40
VALID, SINGLE_VALID, BULK_VALID = (
    np.array([5, 60, 720, 1440, 2880]),
    (0.08, 0.1, 0.1, 0.47, 0.25),
    (0, 0, 0.4, 0.5, 0.1),
)
DOWN = 0.6


def fate(random: Random, world: World, rows: Columns) -> Columns:
    """The messages with all their times, and of the failed ones the status and the reason."""
    rows = _sent(random, world, rows)
    rows = _delivered(random, rows)
    return {**rows, **_failed(random, rows)}


def _sent(random: Random, world: World, rows: Columns) -> Columns:
    """When each is sent; refused ones never are."""
    created, size, bulk = rows["created_at"], len(rows["created_at"]), rows["bulk"] >= 0
    later = np.where(happens(random, PLANNED, size) & ~bulk, fading(random, PLANNED_SECONDS, size), 0)
    sent = created + later + around(random, np.where(bulk, BULK_SECONDS, SEND_SECONDS), 0.8, size)
    down = world.story.outage.holds(sent) & happens(random, DOWN, size)
    canceled = happens(random, CANCELED_SHARE, size)
    refused = happens(random, words("notifications")["refused"]["share"], size) | (
        down & happens(random, 0.5, size)
    )
    valid = VALID[np.where(bulk, pick(random, BULK_VALID, size), pick(random, SINGLE_VALID, size))]
    unsent = refused | canceled
    return {
        **rows,
        "due_at": sent,
        "sent_at": np.where(unsent, NEVER, sent),
        "valid_minutes": valid,
        "down": down,
        "canceled": canceled & ~refused,
    }


def _delivered(random: Random, rows: Columns) -> Columns:
    """When each arrives and is read; most at once, some when the telephone is switched on again."""
    channel, size = rows["channel"], len(rows["channel"])
    to_delivery, to_read = np.array([each["seconds"] for each in channels()]).T
    delay = around(random, to_delivery[channel], DELIVERY_SPREAD, size)
    delay += np.where(happens(random, LATE, size), fading(random, LATE_SECONDS, size), 0)
    delay += np.where(happens(random, VERY_LATE, size), fading(random, VERY_LATE_SECONDS, size), 0)
    luck, sent = random.random(size), rows["sent_at"] < NEVER
    arrives = sent & ~rows["down"] & (luck < each("delivered")[channel])
    in_time = delay <= rows["valid_minutes"] * 60
    delivered = np.where(arrives & in_time, rows["due_at"] + delay, NEVER)
    reads = (delivered < NEVER) & happens(random, each("read")[channel], size)
    bounces = (luck >= each("delivered")[channel]) & (
        luck < (each("delivered") + each("undelivered"))[channel]
    )
    return {
        **rows,
        "delivered_at": delivered,
        "read_at": np.where(
            reads, rows["due_at"] + delay + around(random, to_read[channel], READ_SPREAD, size), NEVER
        ),
        "late": arrives & ~in_time,
        "bounces": sent & (bounces | rows["down"]),
    }


def _failed(random: Random, rows: Columns) -> Columns:
    """When a failure is known, as which status, and why."""
    size, sent = len(rows["channel"]), rows["sent_at"] < NEVER
    cases = [rows["canceled"], ~sent, rows["bounces"], rows["late"]]
    over = rows["due_at"] + rows["valid_minutes"] * 60
    bounced = np.minimum(over, rows["due_at"] + around(random, BOUNCE_SECONDS, 1.2, size))
    times = [rows["due_at"], rows["created_at"] + 1, bounced, over]
    return {
        "failed_at": np.select(cases, times, NEVER),
        "failure": np.select(cases, [CANCELED, ERROR, UNDELIVERED, EXPIRED], -1),
        "reason": np.select([cases[0], rows["down"], *cases[1:]], _reasons(random, rows), -1),
    }


def _reasons(random: Random, rows: Columns) -> list[Ints | int]:
    """The reasons of a cancellation (none), the outage, a refusal, a bounce, and of what came too late."""
    size, channel = len(rows["channel"]), rows["channel"]
    bounced = np.stack([pick(random, weights(each["reasons"]), size) for each in channels()])
    refused = pick(random, weights(words("notifications")["refused"]["reasons"]), size)
    known = words("notifications")["words"]
    outage, expired = (reasons().index(known[name]) for name in ("outage", "expired"))
    return [-1, outage, refused, bounced[channel, np.arange(size)], expired]
