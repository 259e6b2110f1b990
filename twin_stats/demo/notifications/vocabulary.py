"""The words that notifications are made of, and their numbers."""

from decimal import Decimal
from typing import Any

import numpy as np

from twin_stats.demo.clock import Floats, Ints
from twin_stats.demo.columns import MICRO
from twin_stats.demo.vocabulary import words

STATUSES = (
    "CREATED", "PENDING", "PAUSED", "DELAYED", "SENDING", "SENT", "DELIVERED", "READ",
    "UNDELIVERED", "EXPIRED", "ERROR", "CANCELED",
)  # fmt: skip
CREATED, PENDING, PAUSED, DELAYED, SENDING, SENT, DELIVERED, READ, UNDELIVERED, EXPIRED, ERROR, CANCELED = (
    range(12)
)


def channels() -> list[dict[str, Any]]:
    """The channels with their figures."""
    listed: list[dict[str, Any]] = words("notifications")["channels"]
    return listed


def each(name: str) -> Floats:
    """A figure of every channel."""
    return np.array([channel[name] for channel in channels()], dtype=float)


def prices() -> Ints:
    """The price of a part on every channel, in millionths."""
    return np.array([int(Decimal(channel["price"]) * MICRO) for channel in channels()], dtype=np.int64)


def reasons() -> list[str]:
    """Every reason of a failure."""
    listed = [channel["reasons"] for channel in channels()] + [words("notifications")["refused"]["reasons"]]
    return list(
        dict.fromkeys(
            [*words("notifications")["words"].values(), *(reason for each in listed for reason in each)]
        )
    )


def weights(section: dict[str, float]) -> Floats:
    """The weight of each reason, in the order of `reasons()`."""
    return np.array([section.get(reason, 0.0) for reason in reasons()])
