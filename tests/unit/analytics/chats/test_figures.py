"""Figures of sessions and messages, each on a few rows with the answer worked out beside them."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.unit.analytics.chats.conftest import Tell
from tests.unit.analytics.chats.telling import Session, Told, message, session


def several(tell: Tell) -> Told:
    """Four sessions: two of one client, one of another, one of nobody known."""
    return tell(
        session("c0 b2 c9 o30 o40", id="a", client="K1", channel="Web", bot="Nora", operator="Ann"),
        session("c0 b2", id="b", client="K1", channel="Web", bot="Nora", closed_at=60),
        session("b0", id="c", client="K2", channel="Line", bot="Emil", closed_at=60, status="closed"),
        session(id="d", channel="Line", status="active", closed_at=60),
        loose=[message("unheard of", "c5"), message(None, "o6")],
    )


def test_sessions_are_counted_once_however_many_messages_they_have(tell: Tell) -> None:
    # b and c are closed; d says of itself that it is active, whatever its close says.
    asked = several(tell)
    assert asked.rows("chats active_chats closed_chats clients handoffs") == [(4, 2, 2, 2, 1)]
    assert asked.rows("chats clients", "channel") == [("Line", 2, 1), ("Web", 2, 1)]


def test_messages_are_counted_by_author_also_those_of_unknown_sessions(tell: Tell) -> None:
    # Clients: a 2, b 1, one of an unknown session. Bots: 1 + 1 + 1. Operators: 2, and one of no session.
    asked = several(tell)
    names = "messages client_messages bot_messages operator_messages"
    assert asked.rows(names) == [(10, 4, 3, 3)]
    assert asked.rows("messages", "author") == [("bot", 3), ("client", 4), ("operator", 3)]
    assert asked.rows("messages", "channel") == [("Line", 1), ("Web", 7), (None, 2)]


def test_messages_count_by_their_own_time_and_sessions_by_their_start(tell: Tell) -> None:
    # Midnight is second 50,400: the session starts on the 2nd, two of its messages come on the 3rd.
    asked = tell(session("c0 o50401 c50402"))
    assert asked.rows("chats messages", "day") == [("2026-02-02", 1, 1), ("2026-02-03", 0, 2)]


def test_every_filter_of_sessions_narrows_messages_and_answers_too(tell: Tell) -> None:
    asked = tell(
        session("c0 o10 c20 o50", channel="Web", bot=None, group="Sales", operator="Ann"),
        session("c0 b5 o10 c20 o25 c30", channel="Line", bot="Nora", group="Support", operator="Bob"),
        session("b0", channel="Line", bot="Nora", closed_at=9),
    )
    names = "chats messages next_response_median"
    assert asked.rows(names, "", asked.filters(channel=["Line"])) == [(2, 7, 5)]
    assert asked.rows(names, "", asked.filters(bot=[""])) == [(1, 4, 30)]
    assert asked.rows(names, "", asked.filters(group=["Sales"])) == [(1, 4, 30)]
    assert asked.rows(names, "", asked.filters(customer_messages=["yes"])) == [(2, 10, 17.5)]
    assert asked.rows(names, "", asked.filters(chat_status=["closed"])) == [(1, 1, None)]


def test_an_operator_s_messages_are_his_others_belong_to_the_session_s(tell: Tell) -> None:
    asked = tell(session("c0 o10 c20 o50", operator="Ann").by("Ann", "Bob"))
    # Ann: the two of the client and her own; Bob: his own, and the answer of 30 seconds.
    assert asked.rows("chats messages next_response_median", "operator") == [
        ("Ann", 1, 3, None),
        ("Bob", 0, 1, 30),
    ]


NEXT = {
    "the first answer is no next one": ("c0 o10", None),
    "from the first unanswered message of the turn": ("c0 o10 c20 c40 o50", 30),
    "a second message of the operator answers nothing": ("c0 o10 c20 o50 o500", 30),
    "two turns: 30 and 50": ("c0 o10 c20 o50 c60 o110", 40),
    "after the handoff a bot's message is no answer": ("c0 o10 c20 b21 o50", 30),
    "a turn without an answer has no time": ("c0 o10 c20", None),
    "a bot alone answers no operator's turn": ("c0 b1 c2 b3", None),
    "an operator's opening is no answer": ("o0 c10 o20 c30 o60", 30),
}


@pytest.mark.parametrize(("said", "expected"), NEXT.values(), ids=NEXT)
def test_the_next_response(tell: Tell, said: str, expected: float | None) -> None:
    assert tell(session(said)).one("next_response_median") == expected


def test_a_reopened_session_begins_with_a_first_response_again(tell: Tell) -> None:
    # Next responses: 20 → 50; what is unanswered at the close stays so; 230 is a first response; 240 → 250.
    asked = tell(session("c0 o10 c20 o50 c60 c200 o230 c240 o250", closed_at=900, reopened_at=190))
    assert asked.rows("first_response_median next_response_median next_response_p90") == [
        (30, 20, pytest.approx(28))
    ]


def test_median_and_p90_of_next_responses_are_over_answers_not_sessions(tell: Tell) -> None:
    # One session answers after 10, 20, 30; another after 40: the median of four is 25, p90 is 30 + 0.7 × 10.
    asked = tell(session("c0 o1 c10 o20 c30 o50 c60 o90"), session("c0 o1 c10 o50"))
    assert asked.rows("next_response_median next_response_p90") == [(25, pytest.approx(37))]


def test_resolution_and_duration(tell: Tell) -> None:
    asked = tell(
        session("b0 c10 o40", closed_at=110),  # resolution 100, duration 110
        session("c20 o30", closed_at=320, status="closed"),  # resolution 300, duration 320
        session("c0 o10", closed_at=500, reopened_at=600),  # open again: its last message, duration 10
        session("c0 o40"),  # open: 40
        session("c0 o70", closed_at=-5),  # a close before the start is no time: 70
        session(),  # nothing known
    )
    # Resolution of 100 and 300: 200. Durations 10, 40, 70, 110, 320: 70.
    assert asked.rows("resolution_median session_median closed_chats") == [(200, 70, 3)]


def test_containment_is_of_closed_sessions_in_which_the_bot_answered(tell: Tell) -> None:
    asked = tell(
        session("c0 b2", closed_at=9),  # contained
        session("c0 b2 c4 b6", closed_at=9),  # contained
        session("c0 b2", closed_at=9, handoff_at=5),  # handed off
        session("c0 b2 o9", closed_at=9),  # an operator after the bot: handed off
        session("c0 b2"),  # open
        session("b0", closed_at=9),  # the client never wrote
        session("b0 c3 o9", closed_at=9),  # the bot only greeted
        session("c0 o9", closed_at=9),  # no bot
    )
    assert asked.frame("containment chats").to_dict("records") == [{"containment": 0.5, "chats": 8}]
    assert asked.one("containment", asked.filters(chat_status=["active"])) == 0.5


def test_rating_and_how_many_rate(tell: Tell) -> None:
    rated = [session(rating=value, closed_at=9) for value in (5, 4, 3, 1)]
    rest = [session(closed_at=9), session(rating=0, closed_at=9), session(rating=4), session()]
    # Five ratings, three of them 4 or 5; of six closed sessions four are rated.
    assert tell(*rated, *rest).rows("rating rating_rate") == [(3 / 5, pytest.approx(4 / 6))]


PRICED: list[tuple[Session, dict[str, str]]] = [
    (session("c0 b1 o2").priced("0.10 EUR", "0.20 EUR"), {"EUR": "0.30"}),
    (session("c0 b1 o2").priced("0.10 EUR", "0.20 USD", "0.05 USD"), {"EUR": "0.10", "USD": "0.25"}),
    (session("c0 b1", price="7 EUR").priced("0.10 EUR"), {"EUR": "0.10"}),
    (session("c0 b1", price="7 EUR"), {"EUR": "7"}),
    (session("c0 b1"), {}),
]


@pytest.mark.parametrize(("told", "expected"), PRICED)
def test_the_price_is_that_of_the_messages_else_the_session_s(
    tell: Tell, told: Session, expected: dict[str, str]
) -> None:
    found = dict(tell(told).rows("chat_price"))
    assert found == {currency: Decimal(amount) for currency, amount in expected.items()}


def test_currencies_stand_apart_also_beside_counts(tell: Tell) -> None:
    asked = tell(
        session("c0", price="7 EUR", channel="Web"),
        session("c0", channel="Web").priced("3 USD"),
        session("c0", price="1 EUR", channel="Line"),
        session("c0", channel="Line"),
    )
    assert asked.rows("chats chat_price", "channel") == [
        ("Line", "EUR", 1, Decimal(1)),
        ("Line", None, 1, None),
        ("Web", "EUR", 1, Decimal(7)),
        ("Web", "USD", 1, Decimal(3)),
    ]


def test_status_is_as_it_came_else_by_the_times(tell: Tell) -> None:
    asked = tell(session(status="odd"), session(closed_at=5), session(), session(status="closed"))
    assert asked.rows("chats", "chat_status") == [("active", 1), ("closed", 2), ("odd", 1)]


def test_no_session_no_figure(tell: Tell) -> None:
    names = "chats messages handoffs unanswered_chats first_response_median sl_first containment rating"
    assert tell().rows(names) == [(0, 0, 0, 0, None, None, None, None)]


def test_where_the_time_of_a_session_goes(tell: Tell) -> None:
    asked = tell(
        session("c0 b2 o50", handoff_at=20, closed_at=110),  # bot 20, queue 30, operator 60
        session("c5 o15", closed_at=35),  # no bot, queue 10, operator 20
        session("c0 b2", closed_at=9),  # no operator: not in it
    )
    assert asked.rows("bot_time queue_time operator_time") == [(10, 20, 40)]


def test_sessions_and_messages_by_calendar_and_bot(tell: Tell) -> None:
    # Monday the 2nd of February, 10:00 UTC, is noon in Helsinki; 12 hours later it is Tuesday there.
    asked = replace(
        tell(session("c0 o30", bot="Nora"), session("c43200 b43260", started_at=43200, bot="Emil")),
        zone="Europe/Helsinki",
    )
    names = "chats messages first_response_median"
    assert asked.rows(names, "weekday hour") == [(1, 12, 1, 2, 30), (2, 0, 1, 2, None)]
    assert asked.rows("chats", "week") == [("2026-W06", 2)] and asked.rows("chats", "month") == [
        ("2026-02", 2)
    ]
    assert asked.rows(names, "bot") == [("Emil", 1, 2, None), ("Nora", 1, 2, 30)]


def test_the_day_of_25_hours_has_the_sessions_of_both_passes(tell: Tell) -> None:
    # From the 2nd of February, 10:00 UTC, to the 24th of October, 22:00 UTC, when Berlin's 25th begins.
    night = 264 * 86400 + 12 * 3600
    hours = [
        session(f"c{night + hour * 3600}", started_at=night + hour * 3600) for hour in (-1, 0, 2, 3, 24, 25)
    ]
    asked = replace(tell(*hours), zone="Europe/Berlin", now=night * 2)
    assert asked.rows("chats messages", "day") == [
        ("2026-10-24", 1, 1),
        ("2026-10-25", 4, 4),
        ("2026-10-26", 1, 1),
    ]
    assert asked.rows("chats", "hour") == [(0, 2), (2, 2), (23, 2)]  # 02:00 came twice
