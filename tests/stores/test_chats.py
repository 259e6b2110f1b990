"""Chats as imports write them, in DuckDB files and on PostgreSQL: late, repeated, moved and replaced."""

import random
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.unit.analytics.chats.telling import Session, Told, group, message, second, session
from tests.unit.source.making import add_company, batch, new_stores, numbers
from twin_stats.source.stores import Stores
from twin_stats.source.writing import rebuild, settle, writing_events

NAMES = "chats messages handoffs first_response_median next_response_median"
TALK = "c0 b2 o50 c60 o90"


@pytest.fixture(params=["files", pytest.param("postgresql", marks=pytest.mark.needs("postgresql"))])
def stores(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    if request.param == "postgresql":
        yield request.getfixturevalue("server_stores")
        return
    files = new_stores(tmp_path_factory.mktemp("files"))
    yield files
    files.close()


def imported(
    stores: Stores, *parts: tuple[str, list[dict[str, Any]]], company: int = 0, **more: bool
) -> Told:
    """One import of rows of several subjects."""
    company = company or next(numbers)
    add_company(stores, company)
    with writing_events(stores) as writer:
        batches = [batch(stores, company, rows, subject, **more) for subject, rows in parts]
        writer.write(batches, lambda _connection, _generation: None)
    return Told(stores, company, "UTC")


def told(one: Session) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    return [one.row], list(one.said)


def test_messages_of_a_later_import_settle_their_session_again(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20))
    asked = imported(stores, ("chats", chats), ("messages", talk[:2]))
    assert asked.rows(NAMES) == [(1, 2, 1, None, None)]
    imported(stores, ("messages", talk[2:]), company=asked.company)
    assert asked.rows(NAMES) == [(1, 5, 1, 30, 30)]


def test_the_order_of_subjects_makes_no_difference(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, channel="Web"))
    asked = imported(stores, ("messages", talk))
    assert asked.rows(NAMES) == [(0, 5, 0, None, None)]
    assert asked.rows("messages", "channel") == [(None, 5)]
    imported(stores, ("chats", chats), company=asked.company)
    assert asked.rows(NAMES, "channel") == [("Web", 1, 5, 1, 30, 30)]


def test_the_same_rows_again_change_nothing_and_changed_ones_do(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, group="Sales"))
    asked = imported(stores, ("chats", chats), ("messages", talk), ("groups", [group("Sales", 10, 40)]))
    for _ in range(2):
        imported(stores, ("chats", chats), ("messages", talk), company=asked.company)
        assert asked.rows(NAMES) == [(1, 5, 1, 30, 30)]
    assert asked.rows("sl_first sl_next", "group") == [("Sales", 0, 1)]
    imported(
        stores, ("chats", [chats[0] | {"handoff_at": second(45), "group": "VIP"}]), company=asked.company
    )
    assert asked.rows(NAMES, "group") == [("VIP", 1, 5, 1, 5, 30)]


def test_limits_of_a_later_import_hold_for_sessions_already_there(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, group="Sales"))
    asked = imported(stores, ("chats", chats), ("messages", talk))
    assert asked.rows("sl_first sl_first_left_out") == [(None, 1)]
    imported(stores, ("groups", [group("Sales", 30, 29)]), company=asked.company)
    assert asked.rows("sl_first sl_next sl_first_left_out") == [(1, 0, 0)]


def test_a_message_that_moves_settles_both_sessions(stores: Stores) -> None:
    one, other = session("c0 o30", id="one"), session("c0", id="other")
    asked = imported(stores, ("chats", [one.row, other.row]), ("messages", [*one.said, *other.said]))
    assert asked.rows("first_response_median unanswered_chats") == [(30, 0)]
    moved = one.said[1] | {"chat": "other", "at": second(40)}
    imported(stores, ("messages", [moved]), company=asked.company)
    assert asked.rows("chats messages first_response_median") == [(2, 3, 40)]


def test_replaced_sessions_leave_their_messages_to_nobody(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, channel="Web", id="old"))
    asked = imported(stores, ("chats", chats), ("messages", talk))
    imported(stores, ("chats", [session(id="new").row]), company=asked.company, replaces=True)
    assert asked.rows(NAMES, "channel") == [(None, 1, 5, 0, None, None)]


def test_replaced_messages_leave_their_sessions_silent(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20).priced("1 EUR"))
    asked = imported(stores, ("chats", chats), ("messages", talk))
    imported(stores, ("messages", [message(None, "c9")]), company=asked.company, replaces=True)
    assert asked.rows(NAMES) == [(1, 1, 1, None, None)]
    assert asked.rows("chat_price") == []


def test_another_company_s_session_of_the_same_name_is_left_alone(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, id="same"))
    asked = imported(stores, ("chats", chats), ("messages", talk))
    others = [message("same", "c0"), message("same", "o1")]
    other = imported(stores, ("chats", [session(id="same").row]), ("messages", others))
    assert asked.rows(NAMES) == [(1, 5, 1, 30, 30)]
    assert other.rows(NAMES) == [(1, 2, 0, 1, None)]


def test_a_rebuilt_store_says_the_same(stores: Stores) -> None:
    chats, talk = told(session(TALK, handoff_at=20, price="3 EUR"))
    asked = imported(stores, ("chats", chats), ("messages", talk[3:]))
    imported(stores, ("messages", talk[:3]), company=asked.company)
    before = asked.rows(NAMES), asked.rows("chat_price")
    rebuild(stores)
    assert (replace(asked).rows(NAMES), asked.rows("chat_price")) == before
    assert before[0] == [(1, 5, 1, 30, 30)]


FIGURES = NAMES + " closed_chats clients client_messages operator_messages unanswered_chats sl_first sl_next"
FIGURES += " session_median resolution_median containment"


def random_chat(dice: random.Random, number: int) -> dict[str, Any]:
    times = {name: dice.choice([None, None, dice.randrange(900)]) for name in ("handoff_at", "closed_at")}
    times |= {
        name: dice.choice([None] * 4 + [dice.randrange(900)]) for name in ("assigned_at", "reopened_at")
    }
    more = {"channel": dice.choice(["Web", "Line"]), "group": dice.choice(["Sales", None])}
    bot = dice.choice(["Nora", None])
    row = session(id=f"s{number}", started_at=dice.randrange(60), bot=bot, client="K", **more, **times).row
    return {"status": None, **row}


def random_message(dice: random.Random, number: int) -> dict[str, Any]:
    at, chat = dice.randrange(90) * 10, dice.choice(["s0", "s1", "s2", "s3", "gone", None])
    return message(chat, f"{dice.choice('ccbo')}{at}") | {"id": f"m{number}"}


@pytest.mark.parametrize("seed", range(3))
def test_however_rows_come_the_figures_are_those_of_one_import(stores: Stores, seed: int) -> None:
    dice = random.Random(seed)
    chats = [random_chat(dice, number) for number in range(4)]
    talk = [random_message(dice, number) for number in range(24)]
    limits = ("groups", [group("Sales", 100, 60)])
    at_once = imported(stores, limits, ("chats", chats), ("messages", talk))
    # Other versions of some rows come first; then the true ones, in any order and several imports.
    steps = [("messages", [random_message(dice, number)]) for number in range(0, 24, 3)]
    steps += [("chats", [random_chat(dice, number)]) for number in (1, 2)]
    dice.shuffle(steps)
    later = [("chats", [row]) for row in chats] + [("messages", talk[part::4]) for part in range(4)]
    dice.shuffle(later)
    bit_by_bit = imported(stores, limits)
    for part in (steps, *(later[start : start + 3] for start in range(0, 8, 3))):
        imported(stores, *part, company=bit_by_bit.company)
    for by in ("", "channel", "group", "chat_status"):
        assert bit_by_bit.rows(FIGURES, by) == at_once.rows(FIGURES, by)


def test_sessions_worked_out_in_parts_say_what_they_say_at_once(
    stores: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    dice = random.Random(7)
    parts = (
        ("groups", [group("Sales", 100, 60)]),
        ("chats", [random_chat(dice, number) for number in range(4)]),
        ("messages", [random_message(dice, number) for number in range(24)]),
    )
    at_once = imported(stores, *parts)
    monkeypatch.setattr(settle, "MOST_ROWS", 6)
    in_parts = imported(stores, *parts)
    for by in ("", "channel", "group", "chat_status"):
        assert in_parts.rows(FIGURES, by) == at_once.rows(FIGURES, by)
