"""Chats by brute force: a session is read message by message, as a person would."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

Row = dict[str, Any]
RANK = {"client": 0, "bot": 1, "operator": 2}
Waits = list[tuple[datetime, float | None]]


@dataclass
class Part:
    """A stretch of a session that begins anew: who wrote what, and when it was passed on."""

    begun: datetime
    said: list[Row]
    passed: datetime | None = None
    bot: datetime | None = None
    needs: bool = False
    start: datetime | None = None
    answer: datetime | None = None
    asked: Waits = field(default_factory=list)
    taken: datetime | None = None

    def read(self, assigned: datetime | None, silent_bot: bool) -> None:
        """Find out what happened."""
        first = next((m["at"] for m in self.said if m["author"] == "client"), None)
        turn, in_turn, guess = None, False, None
        for one in self.said:
            if one["author"] == "client":
                turn, in_turn = (turn if in_turn else one["at"]), True
            elif one["author"] == "bot":
                in_turn = False
                self.bot = self.bot or (one["at"] if turn else None)
            elif guess is None and turn:
                guess = turn
        guess = guess or turn
        if silent_bot and not self.bot:
            self.bot = first
        if not self.passed and assigned and self.bot and assigned >= self.bot:
            self.passed = assigned
        operators = [m["at"] for m in self.said if m["author"] == "operator"]
        self.taken = next((at for at in operators if self.bot and at >= self.bot), None)
        self.needs = bool(self.passed or self.taken or (first and not self.bot))
        self.start = self.passed or guess
        self.answer = next((at for at in operators if self.start and at >= self.start), None)
        if self.needs and self.answer:
            self.asked = list(self.turns(self.answer))

    def turns(self, since: datetime) -> Iterable[tuple[datetime, float | None]]:
        """The client's turns after the first answer, and how long until an operator wrote."""
        open_since = None
        for one in self.said:
            if one["author"] == "client" and one["at"] > since:
                open_since = open_since or one["at"]
            elif one["author"] == "operator" and open_since:
                yield open_since, (one["at"] - open_since).total_seconds()
                open_since = None
        if open_since:
            yield open_since, None


def parts(chat: Row, said: Sequence[Row]) -> list[Part]:
    """The session's stretches: two where somebody wanted something after it was opened again."""
    again, handoff = chat["reopened_at"], chat["handoff_at"]
    ordered = sorted(said, key=lambda m: (m["at"], RANK[m["author"]]))
    wanted = [m["at"] for m in said if m["author"] == "client"] + [handoff] * bool(handoff)
    split = again is not None and any(at >= again for at in wanted)
    found = [Part(chat["started_at"], [m for m in ordered if not split or m["at"] < again])]
    if split:
        found.append(Part(again, [m for m in ordered if m["at"] >= again]))
    if handoff:
        found[-1 if split and handoff >= again else 0].passed = handoff
    silent = chat["bot"] is not None and all(m["author"] != "bot" for m in said)
    assigned = None if handoff else chat["assigned_at"]
    late = split and assigned is not None and assigned >= again
    for place, part in enumerate(found):
        part.read(assigned if late == bool(place) else None, silent and place == 0)
    return found


@dataclass(frozen=True)
class Seen:
    """All that is known of a session."""

    chat: Row
    said: tuple[Row, ...]
    parts: tuple[Part, ...]
    limits: tuple[float | None, float | None]

    @property
    def waiting(self) -> Part | None:
        """The last stretch in which somebody needed an operator."""
        return next((part for part in reversed(self.parts) if part.needs), None)

    @property
    def wrote(self) -> bool:
        """Whether there are customer messages."""
        return any(m["author"] == "client" for m in self.said)

    @property
    def closed(self) -> bool:
        """Whether it is closed now."""
        chat = self.chat
        if chat["status"] in ("closed", "active"):
            return bool(chat["status"] == "closed")
        again = chat["reopened_at"]
        return chat["closed_at"] is not None and (again is None or again <= chat["closed_at"])

    @property
    def closed_at(self) -> datetime | None:
        """The last close, if it can be true."""
        at: datetime | None = self.chat["closed_at"]
        return at if self.closed and at and at >= self.chat["started_at"] else None

    @property
    def ended(self) -> datetime | None:
        """The last close, or the last message."""
        return self.closed_at or max((m["at"] for m in self.said), default=None)

    @property
    def handed(self) -> bool:
        """Whether it was passed on to operators."""
        return any(part.passed or part.taken for part in self.parts)

    @property
    def first_response(self) -> float | None:
        """Seconds from the start of waiting to the answer."""
        part = self.waiting
        if not (part and part.answer and part.start and self.wrote):
            return None
        return (part.answer - part.start).total_seconds()

    @property
    def prices(self) -> list[tuple[str, Decimal]]:
        """What it cost."""
        of = [m for m in self.said if m["price"] is not None] or [self.chat]
        return [(m["currency"], m["price"]) for m in of if m["price"] is not None]


def figures(sessions: Sequence[Seen], now: datetime) -> dict[str, Any]:
    """Every metric of sessions and answers."""
    waits = [(one, one.waiting) for one in sessions if one.waiting]
    firsts = [one.first_response for one in sessions if one.first_response is not None]
    due, met, left, silent = 0, 0, 0, 0
    nexts: list[tuple[float | None, datetime, float | None]] = [
        (one.limits[1], at, wait) for one in sessions for part in one.parts for at, wait in part.asked
    ]
    for one, part in waits:
        limit, response = one.limits[0], one.first_response
        late = limit is not None and part.start is not None and part.start + timedelta(seconds=limit) < now
        if one.wrote and limit is None:
            left += 1
        elif one.wrote and limit is not None and (response is not None or late):
            due, met = due + 1, met + (response is not None and response <= limit)
        silent += all(m["author"] != "operator" for m in part.said) and (one.closed or late)
    answered = [(limit, wait) for limit, _, wait in nexts if wait is not None]
    missed = [
        at
        for limit, at, wait in nexts
        if limit is not None and wait is None and at + timedelta(seconds=limit) < now
    ]
    limited = [(limit, wait) for limit, wait in answered if limit is not None]
    rated = [one for one in sessions if one.chat["rating"] in range(1, 6)]
    closed = [one for one in sessions if one.closed]
    tried = [one for one in closed if one.wrote and any(part.bot for part in one.parts)]
    return {
        "chats": len(sessions),
        "active_chats": len(sessions) - len(closed),
        "closed_chats": len(closed),
        "clients": len({one.chat["client"] for one in sessions} - {None}),
        "handoffs": sum(one.handed for one in sessions),
        "unanswered_chats": silent,
        "first_response_median": quantile(firsts, 0.5),
        "first_response_p90": quantile(firsts, 0.9),
        "next_response_median": quantile([wait for _, wait in answered], 0.5),
        "next_response_p90": quantile([wait for _, wait in answered], 0.9),
        "sl_first": ratio(met, due),
        "sl_first_left_out": left,
        "sl_next": ratio(sum(wait <= limit for limit, wait in limited), len(limited) + len(missed)),
        "sl_next_left_out": sum(limit is None for limit, _, _ in nexts),
        "resolution_median": quantile(between(sessions, "first client"), 0.5),
        "session_median": quantile(between(sessions, "start"), 0.5),
        "containment": ratio(sum(not one.handed for one in tried), len(tried)),
        "rating": ratio(sum(one.chat["rating"] >= 4 for one in rated), len(rated)),
        "rating_rate": ratio(sum(one.closed for one in rated), len(closed)),
    }


def between(sessions: Sequence[Seen], start: str) -> list[float]:
    """Seconds from the first client message to the close, or from the start to the end."""
    pairs = [
        (min((m["at"] for m in one.said if m["author"] == "client"), default=None), one.closed_at)
        if start == "first client"
        else (one.chat["started_at"], one.ended)
        for one in sessions
    ]
    return [(end - begin).total_seconds() for begin, end in pairs if begin and end and end >= begin]


def quantile(values: Iterable[float], fraction: float) -> float | None:
    """By linear interpolation between the two nearest."""
    ordered = sorted(values)
    if not ordered:
        return None
    place = fraction * (len(ordered) - 1)
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def ratio(part: int, whole: int) -> float | None:
    """A rate, unknown without a base."""
    return part / whole if whole else None
