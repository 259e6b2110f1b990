"""Odd chats, notifications and operators through `import` and `query`: told in a line, and nothing lost."""

from csv import DictReader
from pathlib import Path

from tests.imports.command import Typed

UTC = ("--company", "1", "--zone", "UTC")
CHATS = "id,started_at,channel,group,operator,closed_at,status\n"
MESSAGES = "id,chat,at,author,operator\n"
SPELLS = "operator,status,from,to,last_seen_at\n"


def test_messages_of_an_unknown_session_are_kept_and_settled_when_it_comes(typed: Typed) -> None:
    rows = "m1,s1,2026-01-05 10:00,client,\nm2,s1,2026-01-05 10:02,operator,Ann\nm3,,2026-01-05 10:03,bot,\n"
    report = typed.load("messages", MESSAGES + rows, *UTC)
    assert (report["accepted"], report["messages_of_unknown_sessions"]) == (3, 3)
    assert typed.query("messages chats", "channel") == [("", "3", "0")]
    report = typed.load("chats", CHATS + "s1,2026-01-05 10:00,Web,Sales,Ann,,\n")
    assert "messages_of_unknown_sessions" not in report
    assert typed.query("messages chats first_response_median", "channel") == [
        ("Web", "2", "1", "120"),
        ("", "1", "0", ""),
    ]
    # The client's word and the answer that come late in their turn.
    rows = "m4,s1,2026-01-05 09:59,client,\nm5,s2,2026-01-05 10:00,client,\n"
    report = typed.load("messages", MESSAGES + rows)
    assert (report["messages_of_unknown_sessions"], report["messages_before_their_session"]) == (1, 1)
    assert typed.query("messages first_response_median", "channel") == [("Web", "3", "180"), ("", "2", "")]


def test_a_session_without_messages_and_one_that_is_closed_before_it_starts(typed: Typed) -> None:
    rows = "s1,2026-01-05 10:00,Web,,,,\ns2,2026-01-05 10:00,Web,,,2026-01-05 09:00,\n"
    report = typed.load("chats", CHATS + rows, *UTC)
    assert (report["accepted"], report["rejected"], report["sessions_closed_before_start"]) == (2, 0, 1)
    typed.load("messages", MESSAGES + "m1,s2,2026-01-05 10:00,client,\nm2,s2,2026-01-05 10:05,bot,\n")
    # s1 is open and silent; s2 is closed, nobody knows when, so it lasted up to its last message.
    assert typed.query(
        "chats closed_chats client_messages session_median resolution_median unanswered_chats"
    ) == [("2", "1", "1", "300", "", "0")]
    assert typed.query("chats", "", "--where", "customer_messages=no") == [("1",)]


def test_operators_in_no_group_or_in_five_and_sessions_of_groups_that_they_are_not_in(typed: Typed) -> None:
    spells = "Ann,online,2026-01-05 08:00,2026-01-05 12:00,\nBob,online,2026-01-05 08:00,2026-01-05 10:00,\n"
    typed.load("operators", SPELLS + spells, *UTC)
    typed.load("members", "operator,group\n" + "".join(f"Ann,G{number}\n" for number in range(1, 6)))
    typed.load("groups", "group,first_limit_s,next_limit_s\nG1,60,\nG9,,\n")
    chats = (
        "s1,2026-01-05 09:00,Web,G1,Bob,2026-01-05 10:00,\n"  # Bob is in no group
        "s2,2026-01-05 09:00,Web,G9,Ann,2026-01-05 10:00,\n"  # Ann is not in G9, which has no limits
    )
    typed.load("chats", CHATS + chats)
    talk = "{0}a,{0},2026-01-05 09:00,client,\n{0}b,{0},2026-01-05 09:01,operator,\n"
    typed.load("messages", MESSAGES + talk.format("s1") + talk.format("s2"))
    assert typed.query("chats sl_first sl_first_left_out operator_messages", "group operator") == [
        ("G1", "Bob", "1", "1", "0", "1"),
        ("G9", "Ann", "1", "", "1", "1"),
    ]
    hours = [(f"G{number}", "14400", "0.25", "1") for number in range(1, 6)]
    assert typed.query("online_time occupancy operators", "group") == [*hours, ("", "7200", "0.5", "1")]
    assert typed.query("online_time operators") == [("21600", "2")]


def test_spells_that_overlap_are_open_or_end_before_they_begin(typed: Typed) -> None:
    spells = (
        "Ann,online,2026-01-05 08:00,2026-01-05 10:00,\n"
        "Ann,online,2026-01-05 09:00,2026-01-05 11:00,\n"  # overlaps: 3 hours in all
        "Bob,online,2026-01-05 08:00,,2026-01-05 08:30\n"  # open, last seen after half an hour
        "Cid,paused,2026-01-05 10:00,,\n"  # open: up to the newest event, which is a message at 14:00
        "Dan,online,2026-01-05 12:00,2026-01-05 11:00,\n"
    )
    report = typed.load("operators", SPELLS + spells, *UTC)
    assert (report["accepted"], report["rejected"]) == (4, 1)
    with Path(report["rejects"]).open(encoding="utf-8") as file:
        told = [(row["line"], row["column"], row["value"], row["reason"]) for row in DictReader(file)]
    assert told == [("6", "to", "2026-01-05 11:00", "before the start")]
    typed.load("messages", MESSAGES + "m1,,2026-01-05 14:00,client,\n")
    assert typed.query("online_time paused_time", "operator") == [
        ("Ann", "10800", "0"),
        ("Bob", "1800", "0"),
        ("Cid", "0", "14400"),
    ]


def test_statuses_that_go_backwards_and_channels_that_nobody_has_heard_of(typed: Typed) -> None:
    heads, at = "id,created_at,status,channel,price,currency\n", "2026-01-05 10:00"
    first = f"n1,{at},READ,Viber,0.10,EUR\nn2,{at},DELIVERED,Pigeon post,0.20,USD\nn3,{at},ODD,SMS,,\n"
    typed.load("notifications", heads + first, *UTC)
    later = f"n1,{at},SENT,,,\nn1,{at},DELIVERED,,,\nn2,{at},UNDELIVERED,,,\nn3,{at},CREATED,,,\n"
    typed.load("notifications", heads + later)
    assert typed.query("notifications", "status channel") == [
        ("DELIVERED", "Pigeon post", "1"),
        ("ODD", "SMS", "1"),
        ("READ", "Viber", "1"),
    ]
    typed.load("chats", CHATS + f"s1,{at},Carrier pigeon,,,,\ns2,{at},WHATSAPP,,,,\n")
    assert typed.query("chats", "channel") == [("Carrier pigeon", "1"), ("Whatsapp", "1")]
    # Two currencies are never added up.
    assert typed.query("notification_price") == [("EUR", "0.10"), ("USD", "0.20")]
    assert typed.query("notification_price delivered", "channel") == [
        ("Pigeon post", "USD", "0.20", "1"),
        ("SMS", "", "", "0"),
        ("Viber", "EUR", "0.10", "1"),
    ]


def test_two_currencies_of_one_session_stand_apart(typed: Typed) -> None:
    typed.load("chats", CHATS + "s1,2026-01-05 10:00,Web,,,,\n", *UTC)
    talk = "m1,s1,2026-01-05 10:00,bot,0.10,EUR\nm2,s1,2026-01-05 10:01,bot,0.20,USD\n"
    talk += "m3,s1,2026-01-05 10:01,bot,5,\n"
    typed.load("messages", "id,chat,at,author,price,currency\n" + talk, "--currency", "RUB")
    assert typed.query("chat_price") == [("EUR", "0.10"), ("RUB", "5.00"), ("USD", "0.20")]


def test_a_hundred_thousand_operators(typed: Typed) -> None:
    names = range(100_000)
    spells = "".join(
        f"operator {n},online,2026-01-{n % 28 + 1:02} 08:00,2026-01-{n % 28 + 1:02} 09:00,\n" for n in names
    )
    assert typed.load("operators", SPELLS + spells, *UTC)["accepted"] == 100_000
    members = "".join(f"operator {n},group {n % 7}\n" for n in names)
    assert typed.load("members", "operator,group\n" + members)["accepted"] == 100_000
    assert len(typed.query("online_time", "operator")) == 100_000
    assert typed.query("online_time operators", "group")[0] == ("group 0", str(14286 * 3600), "14286")
    assert typed.query("online_time occupancy operators") == [("360000000", "0", "100000")]
