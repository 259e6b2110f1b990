"""First response: from the start of waiting to the first operator message after it."""

import pytest

from tests.unit.analytics.chats.conftest import Tell
from tests.unit.analytics.chats.telling import Session, session

# Each session with its first response in seconds, None where there is none.
CASES = {
    "an operator alone: from the first client message": (session("c5 o35"), 30),
    "two client messages in a row: from the first of them": (session("c5 c20 o35"), 30),
    "bot before operator: from the handoff": (session("c0 b2 c10 b12 o50", handoff_at=20), 30),
    "the client's words while it waits change nothing": (session("c0 b2 c30 o50", handoff_at=20), 30),
    "a bot's greeting only": (session("b0 c10 o40"), 30),
    "a bot's greeting that comes after the first words": (session("c0 b1 o30"), 30),
    "no handoff known: from the client's last turn before the operator": (session("c0 b2 c10 b12 o40"), 30),
    "no handoff known: the turn begins with its first message": (session("c0 b2 c10 c20 o40"), 30),
    "the first assignment after the bot is a handoff": (session("c0 b2 o50", assigned_at=20), 30),
    "an assignment without a bot is none": (session("c5 o35", assigned_at=20), 30),
    "an assignment before the bot is none": (session("b0 c5 b9 c12 o42", assigned_at=3), 30),
    "an answer before the handoff is no answer": (session("c0 b2 o10 o50", handoff_at=20), 30),
    "an answer in the very second of the handoff is one": (session("c0 b2 o20", handoff_at=20), 0),
    "an operator who opens has not answered": (session("o0 c10 o40"), 30),
    "a message before its session's start counts as it is": (session("c-10 o20"), 30),
    "at one instant the question comes before the answer": (session("o5 c5"), 0),
    "a bot named without a message of it: from the first client message": (session("c5 o35", bot="Nora"), 30),
    "a bot answers alone: nobody was needed": (session("c0 b2 c10 b12"), None),
    "a bot alone greets, the client never wrote": (session("b0"), None),
    "handed off, but the client never wrote": (session("b0 o50", handoff_at=20), None),
    "never answered": (session("c0"), None),
    "never answered after the handoff": (session("c0 b2 o9", handoff_at=20), None),
    "a session without messages": (session(), None),
    "reopened: it starts again": (session("c0 o10 c200 o230", closed_at=300, reopened_at=190), 30),
    "reopened by the client's own message": (session("c0 o10 c200 o230", reopened_at=200), 30),
    "reopened to a bot, handed off again": (
        session("c0 b1 o90 c200 b201 o250", handoff_at=220, reopened_at=200),
        30,
    ),
    "reopened, handed off before: from the new message": (
        session("c0 b1 o90 c200 o230", handoff_at=20, reopened_at=200),
        30,
    ),
    "reopened without a word of the client: nothing new": (session("c0 o30 o250", reopened_at=200), 30),
    "reopened, never answered again": (session("c0 o10 c200", reopened_at=200), None),
    "reopened to a bot that keeps it": (session("c0 o30 c200 b201", reopened_at=200), 30),
}


@pytest.mark.parametrize(("told", "expected"), CASES.values(), ids=CASES)
def test_the_first_response(tell: Tell, told: Session, expected: float | None) -> None:
    assert tell(told).one("first_response_median") == expected


def test_median_and_p90_are_over_sessions(tell: Tell) -> None:
    # 10, 20, 30, 40, 50 and two without an answer: the median is 30; p90 lies 0.9 × 4 = 3.6 steps up, at 46.
    asked = tell(*(session(f"c0 o{wait}") for wait in (50, 10, 30, 20, 40)), session("c0"), session())
    assert asked.rows("first_response_median first_response_p90") == [(30, pytest.approx(46))]


def test_it_counts_by_the_session_s_start(tell: Tell) -> None:
    # The session starts a minute before midnight, the answer comes the day after.
    asked = tell(session("c0 o120", started_at=13 * 3600 + 3540))
    assert asked.rows("first_response_median", "day") == [("2026-02-02", 120)]
