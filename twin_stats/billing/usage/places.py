"""Where a line's quantity stands on the pages: which page, which figure, with which filters."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from twin_stats.billing.model import Line
from twin_stats.billing.usage.queries import SENT

FIGURES: Mapping[tuple[str, str], tuple[str, str]] = MappingProxyType(
    {
        ("service.client_message", "unit.message"): ("chats", "client_messages"),
        ("service.bot_message", "unit.message"): ("chats", "bot_messages"),
        ("service.operator_message", "unit.message"): ("chats", "operator_messages"),
        ("service.message", "unit.message"): ("chats", "messages"),
        ("service.chat", "unit.chat"): ("chats", "chats"),
        ("service.call", "unit.call"): ("telephony", "calls"),
        ("service.call", "unit.second"): ("telephony", "talk_time"),
        ("service.call", "unit.minute"): ("telephony", "talk_time"),
        ("service.bot_call", "unit.call"): ("telephony", "calls"),
        ("service.notification", "unit.message"): ("notifications", "notifications"),
        ("service.notification", "unit.part"): ("notifications", "parts"),
    }
)


@dataclass(frozen=True)
class Place:
    """A page and a figure on it; `chosen` values narrow it, `without` names those to leave out."""

    page: str
    metric: str
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    without: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def place(line: Line, lines: tuple[Line, ...]) -> Place | None:
    """The place of a line among all those of its invoice; none for what was not used (a top-up)."""
    found = FIGURES.get((line.service, line.unit))
    if found is None:
        return None
    page, metric = found
    chosen: dict[str, tuple[str, ...]] = {}
    without: dict[str, tuple[str, ...]] = {}
    if line.service == "service.notification":
        chosen["channel"] = (line.detail,)
        if line.unit_price:
            chosen["status"] = SENT
    elif page == "chats" and line.detail:
        chosen["channel"] = (line.detail,)
    elif page == "chats" and any(each.service == line.service and each.detail for each in lines):
        without["channel"] = ("Alice",)
    elif line.service == "service.call" and line.detail:
        chosen["direction"] = (line.detail,)
    elif line.service == "service.bot_call":
        without["bot"] = ("",)
    return Place(page, metric, chosen, without)
