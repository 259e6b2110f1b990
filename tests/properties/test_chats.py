"""Random sessions, with every kind of disorder: all figures are what reading them one by one gives."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete
from sqlalchemy.pool import StaticPool

from tests.properties.sessions import Row, Seen, figures, parts
from tests.unit.analytics.chats.telling import START, Told, put, second, settled
from tests.unit.source.making import new_stores
from twin_stats.analytics import catalogue
from twin_stats.source.stores import Stores
from twin_stats.source.tables import answers, chat_prices, chats, events, groups, messages

NOW = 40
TABLES = (chats, messages, groups, answers, chat_prices)
seconds = st.integers(-5, 60)
perhaps = st.none() | seconds
LIMITS = {"Sales": (10.0, 20.0), "Support": (30.0, None), "Nobody": None}
prices = st.none() | st.sampled_from([("1.50", "EUR"), ("0.25", "USD"), ("0.000001", "EUR")])


@st.composite
def sessions(draw: st.DrawFn, number: int) -> tuple[Row, list[Row]]:
    """A session and its messages, dense in time, so that many fall on one second."""
    price = draw(prices)
    chat = {
        "id": f"s{number}",
        "started_at": second(draw(st.integers(0, 20))),
        **{name: second(draw(perhaps)) for name in ("assigned_at", "handoff_at", "closed_at", "reopened_at")},
        "status": draw(st.sampled_from(["closed", "active", None, "odd"])),
        "channel": draw(st.sampled_from(["Web", "Line", None])),
        "bot": draw(st.sampled_from(["Nora", None])),
        "group": draw(st.sampled_from(["Sales", "Support", "Nobody", None])),
        "operator": draw(st.sampled_from(["Ann", None])),
        "client": draw(st.sampled_from(["A", "B", None])),
        "rating": draw(st.none() | st.integers(0, 6)),
        "price": Decimal(price[0]) if price else None,
        "currency": price[1] if price else None,
    }
    said = draw(
        st.lists(st.tuples(seconds, st.sampled_from(["client", "bot", "operator"]), prices), max_size=8)
    )
    talk = [
        {
            "id": f"m{number}-{place}",
            "chat": f"s{number}",
            "at": second(at),
            "author": author,
            "price": Decimal(cost[0]) if cost else None,
            "currency": cost[1] if cost else None,
        }
        for place, (at, author, cost) in enumerate(said)
    ]
    return chat, talk


@st.composite
def companies(draw: st.DrawFn) -> list[tuple[Row, list[Row]]]:
    return [draw(sessions(number)) for number in range(draw(st.integers(1, 5)))]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Stores whose events lie in memory, so that an example costs milliseconds."""
    stores = new_stores(tmp_path_factory.mktemp("random-chats"))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield stores
    stores.close()


def write(stores: Stores, chat_rows: list[Row], message_rows: list[Row]) -> None:
    with stores.events(0).begin() as connection:
        put(connection, chats, 1, chat_rows)
        put(connection, messages, 1, message_rows)
        settled(connection, 1)


def fresh(stores: Stores) -> Told:
    with stores.events(0).begin() as connection:
        for table in TABLES:
            connection.execute(delete(table))
        limits = [(name, each) for name, each in LIMITS.items() if each]
        put(
            connection,
            groups,
            1,
            [{"group": name, "first_limit_s": one, "next_limit_s": two} for name, (one, two) in limits],
        )
    return Told(stores, 1, "UTC", NOW)


def seen(company: list[tuple[Row, list[Row]]]) -> list[Seen]:
    return [
        Seen(chat, tuple(said), tuple(parts(chat, said)), LIMITS.get(chat["group"]) or (None, None))
        for chat, said in company
    ]


def check(asked: Told, expected: list[Seen], **chosen: list[str]) -> None:
    now, filters = START + timedelta(seconds=NOW), asked.filters().choosing(chosen)
    wanted = figures(expected, now)
    found = asked.frame(" ".join(wanted), "", filters).iloc[0].to_dict()
    assert {name: None if found[name] != found[name] else found[name] for name in wanted} == pytest.approx(
        wanted
    )
    talk: list[Row] = [m for one in expected for m in one.said]
    names = ("messages", "client_messages", "bot_messages", "operator_messages")
    counts = [len(talk), *(sum(m["author"] == name for m in talk) for name in ("client", "bot", "operator"))]
    assert asked.rows(" ".join(names), "", filters) == [tuple(counts)]
    money: dict[str, Decimal] = defaultdict(Decimal)
    for one in expected:
        for currency, price in one.prices:
            money[currency] += price
    assert dict(asked.rows("chat_price", "", filters)) == dict(money)
    paid: dict[str, Decimal] = defaultdict(Decimal)
    for said in talk:
        if said.get("price") is not None:
            paid[said["currency"]] += Decimal(said["price"])
    assert dict(asked.rows("message_price", "", filters)) == dict(paid)


def narrowed(known: list[Seen], name: str, value: str) -> list[Seen]:
    if name == "customer_messages":
        return [one for one in known if one.wrote == (value == "yes")]
    return [one for one in known if one.chat[name] == (value or None)]


FILTERS = [("customer_messages", "yes"), ("customer_messages", "no"), ("channel", "Web"), ("bot", "")]
FILTERS += [("group", group) for group in (*LIMITS, "")]


@given(company=companies(), chosen=st.sampled_from(FILTERS))
def test_every_metric_equals_reading_the_sessions_one_by_one(
    stores: Stores, company: Any, chosen: tuple[str, str]
) -> None:
    asked = fresh(stores)
    write(stores, [chat for chat, _ in company], [m for _, said in company for m in said])
    check(asked, seen(company))
    check(asked, narrowed(seen(company), *chosen), **{chosen[0]: [chosen[1]]})


@given(company=companies(), split=st.integers(0, 40))
def test_what_comes_in_pieces_is_the_same_as_what_comes_at_once(
    stores: Stores, company: Any, split: int
) -> None:
    asked = fresh(stores)
    talk = [m for _, said in company for m in said]
    write(stores, [], talk[:split])
    write(stores, [chat for chat, _ in company], [])
    write(stores, [], talk[split:])
    check(asked, seen(company))


def test_the_brute_force_knows_every_metric_of_sessions() -> None:
    of_chats = {name for name, one in catalogue.metrics().items() if one.fact.subject == "chats"}
    apart = {
        "messages",
        "client_messages",
        "bot_messages",
        "operator_messages",
        "chat_price",
        "message_price",
    }
    means = {"bot_time", "queue_time", "operator_time"}
    assert of_chats - apart - means == set(figures([], datetime(2026, 1, 1)))
