"""The words that calls are made of, and their numbers."""

from decimal import Decimal
from typing import Any

from twin_stats.demo.columns import MICRO
from twin_stats.demo.vocabulary import words

DIRECTIONS = ("inbound", "outbound")
RESPONDERS = ("Human", "Answering machine", "Not defined")
HUMAN, MACHINE, NOT_DEFINED = range(3)
HANGUPS = ("client", "operator", "bot")
CLIENT, OPERATOR, BOT = range(3)
STATUSES = (
    "ANSWERED", "NOANSWER", "BUSY", "UNAVAILABLE", "CONGESTION", "FAILED", "CHANUNAVAIL", "EXPIRED", "CANCEL",
    "BLACKLIST", "INVALID", "REJECTED", "SCHEDULED", "DIAL", "INPROGRESS",
)  # fmt: skip
ANSWERED, NOANSWER, BUSY = range(3)
FAILED, EXPIRED, SCHEDULED, DIAL, INPROGRESS = (
    STATUSES.index(name) for name in ("FAILED", "EXPIRED", "SCHEDULED", "DIAL", "INPROGRESS")
)


def tasks() -> list[dict[str, Any]]:
    """The tasks that ring out; the campaign is the last."""
    outbound = words("calls")["outbound"]
    return [*outbound["tasks"], outbound["campaign"]]


def bots() -> list[str]:
    """Every voice bot; the one of the phone menu is the first."""
    return list(dict.fromkeys([words("calls")["inbound"]["bot"], *(task["bot"] for task in tasks())]))


def bot_of_task() -> list[int]:
    """The number of each task's bot."""
    return [bots().index(task["bot"]) for task in tasks()]


def fee(name: str) -> int:
    """A fee a minute, in millionths."""
    return int(Decimal(words("calls")["fees"][name]) * MICRO)


def weights(section: dict[str, float]) -> list[float]:
    """The weight of each status, in the order of STATUSES."""
    return [section.get(status, 0.0) for status in STATUSES]
