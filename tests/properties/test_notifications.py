"""Random notifications, zones and filters: every figure is what plain Python makes of the same rows."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, delete
from sqlalchemy.pool import StaticPool

from tests.properties import sendings
from tests.properties.asking import Answer, ask, same
from tests.properties.sendings import DEAD, LADDER, MONEY, NAMES, cases
from tests.properties.strategies import Case
from tests.unit.source.making import CAME, new_stores, put_notifications
from twin_stats.analytics import catalogue
from twin_stats.source.stores import Stores
from twin_stats.source.tables import events, notifications
from twin_stats.source.writing.combining import pair

RANKS = {**{name: rank for rank, name in enumerate(LADDER[:6], 1)}, **dict.fromkeys(DEAD, 8)}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Stores whose events lie in memory, so that an example costs milliseconds."""
    stores = new_stores(Path(tmp_path_factory.mktemp("random")))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    CAME.create(engine)
    stores._readers[0] = engine
    yield stores
    stores.close()


@given(case=cases())
def test_every_metric_equals_a_recomputation_in_plain_python(stores: Stores, case: Case) -> None:
    with stores.events(0).begin() as connection:
        connection.execute(delete(notifications))
        if case.rows:
            put_notifications(connection, case.rows)
    read = lambda statement: stores.frame(statement, 0)  # noqa: E731
    for names in (NAMES, MONEY):
        found = ask(read, names, case.by, case.filters)
        compare(found, sendings.expected(case.rows, names, case.by, case.filters))


def compare(found: Answer, expected: Answer) -> None:
    assert found.keys() == expected.keys()
    for key, line in expected.items():
        assert all(map(near, found[key], line)), f"{key}: {found[key]} instead of {line}"


def near(one: Any, two: Any) -> bool:
    """Sums of money are exact; the price of one delivered is rounded to a millionth."""
    if isinstance(one, Decimal) and isinstance(two, Decimal):
        return abs(one - two) <= Decimal("0.000001")
    return same(one, two)


def test_the_recomputation_knows_every_metric_of_notifications() -> None:
    ours = {name for name, one in catalogue.metrics().items() if one.fact.subject == "notifications"}
    assert {*NAMES, *MONEY} == ours


news = st.fixed_dictionaries(
    {
        "status": st.sampled_from((*LADDER, *DEAD, "Held back", None)),
        "parts": st.none() | st.integers(1, 9),
        "reason": st.sampled_from((None, "Absent", "Late")),
        "price": st.none() | st.sampled_from((Decimal("0.01"), Decimal("0.02"))),
        "currency": st.sampled_from(("EUR", "RUB", None)),
    }
)


@given(history=st.lists(news, min_size=1, max_size=6))
def test_news_one_after_another_equal_the_whole_history(
    stores: Stores, history: list[dict[str, Any]]
) -> None:
    last = dict.fromkeys(history[0])
    for one in history:
        last = combined(stores, last, one)
    known = {name: [one[name] for one in history if one[name] is not None] for name in last}
    assert last["parts"] == (known["parts"] or [None])[-1]
    assert last["reason"] == (known["reason"] or [None])[-1]
    best = max(map(rank, known["status"]), default=None)
    assert last["status"] == ([one for one in known["status"] if rank(one) == best] or [None])[-1]
    priced = [one for one in history if one["price"] is not None]
    assert last["price"] == (priced[-1]["price"] if priced else None)
    if priced and priced[-1]["currency"]:
        assert last["currency"] == priced[-1]["currency"]


def rank(status: str) -> int:
    return RANKS.get(status, {"DELIVERED": 9, "READ": 10}.get(status, 7))


def combined(stores: Stores, earlier: dict[str, Any], later: dict[str, Any]) -> dict[str, Any]:
    """Two rows as the rule of the writer makes one of them."""
    names = sorted(later)
    rules = pair(names)
    columns = ", ".join(f'{rules[name]} AS "{name}"' for name in names)
    kinds = {"parts": "INTEGER", "price": "DECIMAL(18, 6)"}
    t, n = (
        ", ".join(f'CAST(? AS {kinds.get(name, "VARCHAR")}) AS "{name}"' for name in names) for _ in range(2)
    )
    sql = f"SELECT {columns} FROM (SELECT {n}) n, (SELECT {t}) t"
    with stores.events(0).connect() as connection:
        row = connection.exec_driver_sql(
            sql, tuple(row[name] for row in (later, earlier) for name in names)
        ).one()
    return dict(zip(names, row, strict=True))
