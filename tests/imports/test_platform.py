"""The platform's own vocabulary, by ready-made mappings: objects of its API, tables of them, reports."""

import json

import pytest

from tests.imports.command import Typed
from tests.imports.trial import Trial
from twin_stats.importers import find
from twin_stats.importers.mapping import ready_made

MOSCOW = ("--company", "1", "--zone", "Europe/Moscow")

# Three hours ahead of UTC: the first session starts on the 1st of February there.
SESSIONS = [
    {
        "id": "s1",
        "chatId": "c1",
        "messengerType": "TELEGRAM",
        "status": "CLOSED",
        "startedAt": "2026-01-31T22:30:00.000Z",
        "operatorId": 18,
        "operatorName": "Boris",
        "operatorAssignedAt": "2026-01-31T22:40:00Z",
        "operators": [
            {"id": 17, "name": "Anna", "type": "operator", "assigned_at": "2026-01-31T22:31:30Z"},
            {"id": 18, "name": "Boris", "type": "operator", "assigned_at": "2026-01-31T22:40:00Z"},
        ],
        "clientId": "k1",
        "closedAt": 1769900400000,  # 23:00 UTC
    },
    {"id": "s2", "messengerType": "web", "status": "active", "startedAt": 1769896800, "clientId": ""},
    {
        "id": "s3",
        "messengerType": "PIGEON",
        "status": "No operator response",
        "startedAt": "01.02.2026 12:00",
    },
]
MESSAGES = """id,sessionId,authorId,authorType,authorName,type,body,readAt,createdAt,price,replyTo
m1,s1,k1,CLIENT,Ivan,text,"Hello, ""you""
there",,2026-01-31T22:30:30Z,,
m2,s1,b,Bot,Nora,text,Yes?,,2026-02-01T01:31:00+03:00,"0,10",
m3,s1,17,operator,Anna,text,Good day,,2026-01-31 22:32:00Z,0.25,m1
m4,s1,k1,user,Ivan,text,Thanks,,2026-02-01T01:33:00+0300,null,
m5,s2,,system,,event,joined,,2026-01-31T22:00:00Z,,
"""


def test_sessions_and_their_messages_as_the_api_gives_them(typed: Typed) -> None:
    report = typed.load("chats", json.dumps({"items": SESSIONS}), "--mapping", "platform_chats", *MOSCOW)
    assert (report["accepted"], report["rejected"]) == (3, 0)
    report = typed.load("messages", MESSAGES, "--mapping", "platform_messages")
    assert (report["accepted"], report["rejected"]) == (5, 0)
    # Handed off with the first assignment after the bot, at 22:31:30; answered half a minute later;
    # closed after 30 minutes, 29.5 after the client's first message.
    names = "chats handoffs first_response_median session_median resolution_median chat_price"
    assert typed.query(names, "day channel chat_status operator") == [
        ("2026-02-01", "PIGEON", "No operator response", "", "", "1", "0", "", "", "", ""),
        ("2026-02-01", "Telegram", "closed", "Boris", "EUR", "1", "1", "30", "1800", "1770", "0.35"),
        ("2026-02-01", "Web", "active", "", "", "1", "0", "", "0", "", ""),
    ]
    assert typed.query("messages", "author operator") == [
        ("bot", "Boris", "1"),
        ("client", "Boris", "2"),
        ("operator", "Anna", "1"),
        ("system", "", "1"),
    ]


def test_the_monthly_report_of_chats(typed: Typed) -> None:
    heads = (
        "Chat session identifier;Chat identifier;Chat name;Messenger type;Started chat session;Last message"
    )
    rows = "s1;c;Shop;WHATSAPP;31.01.2026 23:30:00;01.02.2026 00:10:00;3;1 234,5;1;+7\n"
    rows += "s2;c;Shop;VK;01.02.2026 00:00;;;-;1;\n"
    heads += ";Number of paid messages;Price;Company identifier;Whatsapp phone\n"
    typed.load("chats", heads + rows, "--mapping", "platform_chats", *MOSCOW, "--currency", "RUB")
    assert typed.query("chats clients chat_price", "day channel") == [
        ("2026-01-31", "Whatsapp", "RUB", "1", "1", "1234.50"),
        ("2026-02-01", "Vkontakte", "", "1", "0", ""),
    ]


HEADS = "id;bulkId;status;statusCode;statusDescription;partCount;channel;destination;createdAt;sentAt"
NOTIFICATIONS = """;deliveredAt;expiredAt
n1;b1;PENDING;2;;1;SMS;"{""phone"": ""+7""}";2026-02-01T10:00:00Z;2026-02-01T10:00:01Z;;2026-02-01T12:00:00Z
n2;b1;;6;;2;viber;+7999;01.02.2026 13:00;;;
n3;b1;;17;odd;;MAX;;1769940000;;;
n4;;Undelivered;7;Absent;1;EMAIL;a@b.c;2026-02-01 13:00:00.5;2026-02-01 13:00:01;;
n5;;;2.0;;1;whatsapp;;1769940000000;;;
"""


def test_notifications_by_names_and_codes_of_their_statuses_and_news_of_the_webhook(typed: Typed) -> None:
    words = ("--mapping", "platform_notifications")
    assert typed.load("notifications", HEADS + NOTIFICATIONS, *words, *MOSCOW)["rejected"] == 0
    assert typed.query("notifications sent parts", "status channel") == [
        ("17", "MAX", "1", "0", "0"),
        ("DELIVERED", "Viber", "1", "1", "2"),
        ("PENDING", "SMS", "1", "1", "1"),
        ("PENDING", "WhatsApp", "1", "0", "1"),
        ("UNDELIVERED", "Email", "1", "1", "1"),
    ]
    assert typed.query("failed", "reason")[0] == ("Absent", "1")
    # The webhook tells the status, the price, and when the news came: no message is younger for it.
    news = [
        {
            "id": "n1",
            "oldStatusCode": 2,
            "newStatusCode": 6,
            "price": "0.0700",
            "receivedAt": "2026-02-02T09:00:00Z",
        },
        {"id": "n3", "newStatus": "Delivered", "newStatusCode": 6, "receivedAt": "2026-02-02T09:00:00Z"},
        {"id": "n4", "newStatus": "SOMETHING", "price": "1.10", "receivedAt": "2026-02-02T09:00:00Z"},
    ]
    lines = "\n".join(map(json.dumps, news))
    assert typed.load("notifications", lines, *words, "--currency", "RUB")["updated"] == 3
    assert typed.query("notifications delivered notification_price", "day status") == [
        ("2026-02-01", "DELIVERED", "RUB", "1", "1", "0.07"),
        ("2026-02-01", "DELIVERED", "", "2", "2", ""),
        ("2026-02-01", "PENDING", "", "1", "0", ""),
        ("2026-02-01", "UNDELIVERED", "RUB", "1", "0", "1.10"),
    ]


def test_the_monthly_report_of_messages(typed: Typed) -> None:
    heads = "Message ID,Date of shipment,Date of charge,Type of service,Status,Send Channel,Recipient"
    heads += ",Cellular network operator,Scope of service (parts)\n"
    rows = "n1,31.01.2026 23:59:59,01.02.2026,SMS,Delivered,SMS,+7999,MTS,2\n"
    typed.load("notifications", heads + rows, "--mapping", "platform_notifications", *MOSCOW)
    found = typed.query("sent delivered parts", "day channel status")
    assert found == [("2026-01-31", "SMS", "DELIVERED", "1", "1", "2")]


def test_operators_their_groups_and_who_is_in_them(typed: Typed) -> None:
    spells = [
        {"operatorId": 17, "operatorName": "Anna", "status": "ONLINE", "startedAt": "2026-02-01T06:00:00Z"},
        {"operatorId": 18, "status": "Pause", "startedAt": 1769925600000, "endedAt": 1769927400000},
    ]
    spells[0] |= {"endedAt": None, "lastSeenAt": "2026-02-01T07:30:00Z"}
    typed.load("operators", json.dumps(spells), "--mapping", "platform_operators", *MOSCOW)
    groups = "name,SL of the first response (sec),SL of subsequent responses (sec)\nSales,30,60\n"
    assert typed.load("groups", groups, "--mapping", "platform_groups")["accepted"] == 1
    members = "operatorName,operatorId,groupName\nAnna,17,Sales\n,18,Sales\n"
    assert typed.load("members", members, "--mapping", "platform_members")["accepted"] == 2
    assert typed.query("online_time paused_time operators", "group operator") == [
        ("Sales", "18", "0", "1800", "1"),
        ("Sales", "Anna", "5400", "0", "1"),
    ]


def test_amounts_times_and_parts_of_json_however_they_are_written(trial: Trial) -> None:
    toml = """subject = "calls"
[columns]
id = "id"
started_at = "any_time(at)"
call_fee = "amount(fee)"
client = { coalesce = ["field(who, '$.phone')", "phone", "nobody"] }
"""
    rows = [
        'a;2026-01-05T10:00:00Z;1 234,5;"{""phone"": ""+1""}";+2',
        "b;1767607200;1,234.5;;+2",
        "c;1767607200000.0;1.234,5;no json;",
        "d;5.1.2026 11:00;0.000001;{};",
        "d2;20260105110000;2;;",
        "e;soon;1;;",
        "f;;1;;",
        "g;2026-01-05;one;;",
    ]
    report = trial.mapped("id;at;fee;who;phone\n" + "\n".join(rows) + "\n", toml, zone="Europe/Berlin")
    found = [tuple(map(str, row)) for row in trial.rows("calls", "started_at", "call_fee", "client")]
    assert found == [
        ("2026-01-05 10:00:00", "1234.500000", "+1"),
        ("2026-01-05 10:00:00", "1234.500000", "+2"),
        ("2026-01-05 10:00:00", "1234.500000", "None"),
        ("2026-01-05 10:00:00", "0.000001", "None"),
        ("2026-01-05 10:00:00", "2.000000", "None"),
    ]
    assert report.rejected == 3


@pytest.mark.parametrize("name", ready_made())
def test_every_ready_made_mapping_is_short_and_understood(name: str) -> None:
    mapping = find(name)
    assert mapping.columns and mapping.name == name
