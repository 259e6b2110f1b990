"""Limits of groups: who was answered in time, who never was, and who has no limit at all."""

from tests.unit.analytics.chats.conftest import Tell
from tests.unit.analytics.chats.telling import Told, group, put, session, settled
from twin_stats.source.stores import Stores
from twin_stats.source.tables import groups

GROUPS = [group("Sales", 30, 60), group("Support", 100, None), group("Idle")]


def eight(tell: Tell) -> Told:
    """Eight sessions, of three groups and none."""
    return tell(
        session("c0 o30", group="Sales"),  # in time, to the second
        session("c0 o31", group="Sales"),  # too late for Sales
        session("c0 o31", group="Support"),  # in time for Support
        session("c0", group="Sales"),  # never answered
        session("c0 b1", group="Sales"),  # the bot answered: nothing due
        session("b0 o9", group="Sales", handoff_at=5),  # the client never wrote: nothing due
        session("c0 o1", group="Idle"),  # a group without limits: left out
        session("c0 o1"),  # no group: left out
        groups=GROUPS,
    )


def test_each_group_by_its_own_limit_and_the_never_answered_once_it_has_passed(tell: Tell) -> None:
    # At second 30 the limit of the fourth has not passed: 2 of 3; just after it has, 2 of 4.
    asked = eight(tell)
    assert asked.at(30).rows("sl_first sl_first_left_out") == [(2 / 3, 2)]
    assert asked.at(30.5).rows("sl_first sl_first_left_out") == [(2 / 4, 2)]
    assert asked.rows("sl_first", "group") == [("Idle", None), ("Sales", 1 / 3), ("Support", 1), (None, None)]


def test_the_handoff_starts_the_clock(tell: Tell) -> None:
    told = session("c0 b1 o80", group="Sales", handoff_at=50)
    assert tell(told, groups=GROUPS).one("sl_first") == 1


def test_next_responses_by_the_second_limit(tell: Tell) -> None:
    asked = tell(
        session("c0 o10 c20 o80 c100 o161", group="Sales"),  # 60 in time, 61 not
        session("c0 o10 c20", group="Sales"),  # never
        session("c0 o10 c20 o30", group="Support"),  # no next limit: left out
        session("c0 o10 c20 o30"),  # no group: left out
        groups=GROUPS,
    )
    assert asked.at(80).rows("sl_next sl_next_left_out") == [(1 / 2, 2)]
    assert asked.at(81).rows("sl_next sl_next_left_out") == [(1 / 3, 2)]


def test_unanswered_once_closed_or_beyond_the_limit(tell: Tell) -> None:
    asked = tell(
        session("c0", group="Sales"),  # open: counts from second 30 on
        session("c0", group="Sales", closed_at=5),  # closed: counts
        session("c0"),  # open, without a limit: never
        session("c0", closed_at=5),  # closed: counts
        session("c0 b2", closed_at=5),  # the bot answered
        session("b0 c2", closed_at=5),  # a greeting is no answer: counts
        session("b0", closed_at=5),  # the client never wrote
        session("c0 o2", closed_at=5),  # answered
        groups=GROUPS,
    )
    assert asked.at(30).one("unanswered_chats") == 3
    assert asked.at(31).one("unanswered_chats") == 4


def test_a_reopened_session_waits_again(tell: Tell) -> None:
    told = session("c0 o10 c200", group="Sales", reopened_at=200)
    asked = tell(told, groups=GROUPS)
    assert asked.at(230).rows("unanswered_chats sl_first") == [(0, None)]
    assert asked.at(231).rows("unanswered_chats sl_first") == [(1, 0)]


def test_a_changed_limit_takes_effect_at_once(tell: Tell, in_memory: Stores) -> None:
    asked = tell(session("c0 o50 c60 o110", group="Sales"))
    assert asked.rows("sl_first sl_first_left_out sl_next_left_out") == [(None, 1, 1)]
    with in_memory.events(0).begin() as connection:
        put(connection, groups, asked.company, [group("Sales", 50, 49)])
    assert asked.rows("sl_first sl_next sl_first_left_out sl_next_left_out") == [(1, 0, 0, 0)]


def test_a_limit_beside_the_rows_doubles_none_of_them(tell: Tell, in_memory: Stores) -> None:
    # Another company has a group of the same name.
    tell(session("c0 o5", group="Sales"), groups=GROUPS)
    asked = tell(session("c0", group="Sales", closed_at=1), groups=GROUPS)
    with in_memory.events(0).begin() as connection:
        settled(connection, asked.company)
    assert asked.rows("chats unanswered_chats", "group") == [("Sales", 1, 1)]
