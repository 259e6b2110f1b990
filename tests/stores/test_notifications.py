"""The same notifications in DuckDB, PostgreSQL and ClickHouse give the same answers; late news too."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, make_url, select, text

from tests.properties.asking import ask
from tests.properties.sendings import CHANNELS, CHOICES, MONEY, NAMES, REASONS, STATUSES, expected
from tests.properties.test_notifications import compare
from tests.stores.clickhouse import created
from tests.stores.drilling import alike
from tests.unit.source.making import CAME, new_stores, put_notifications, sending, write
from twin_stats.analytics import catalogue
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores
from twin_stats.source.tables import events, notifications
from twin_stats.source.time import Period

Everywhere = Mapping[str, Stores]
NIGHT = datetime(2026, 10, 25, 1)
AROUND = Filters(3, ZoneInfo("Europe/Berlin"), Period(NIGHT - timedelta(days=2), NIGHT + timedelta(days=2)))


def scattered(count: int) -> list[dict[str, Any]]:
    """Always the same notifications, around the night in which the clock goes back.

    Whole seconds: ClickHouse's driver writes no others into an INSERT.
    """
    dice = Random(11)
    times = [None, *(NIGHT + timedelta(seconds=dice.randrange(10**5)) for _ in range(9))]
    return [
        {
            "id": str(number),
            "created_at": NIGHT + timedelta(seconds=dice.randrange(-(10**5), 10**5)),
            **{name: dice.choice(times) for name in ("sent_at", "delivered_at", "read_at")},
            "status": dice.choice(STATUSES),
            "channel": dice.choice(CHANNELS),
            "reason": dice.choice(REASONS),
            "currency": dice.choice(("EUR", "RUB", None)),
            "parts": dice.choice((None, 1, 2)),
            "price": dice.choice((None, Decimal(dice.randrange(10**7)).scaleb(-6))),
        }
        for number in range(count)
    ]


ROWS = scattered(400)


@pytest.fixture(scope="module")
def everywhere(
    postgresql: str, clickhouse: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Everywhere]:
    """The same notifications in each of the stores."""
    for url, statements in (
        (postgresql, ["CREATE DATABASE sendings"]),
        (clickhouse, [created(table) for table in (*events.sorted_tables, CAME)]),
    ):
        engine = create_engine(url, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            for statement in statements:
                connection.execute(text(statement))
            if url == clickhouse:
                put_notifications(connection, [{"company": 3, **row} for row in ROWS])
        engine.dispose()
    own = make_url(postgresql).set(database="sendings").render_as_string(hide_password=False)
    stores = {
        "duckdb": new_stores(tmp_path_factory.mktemp("files")),
        "postgresql": new_stores(tmp_path_factory.mktemp("pg"), TWIN_STATS_DATABASE_URL=own),
        "clickhouse": new_stores(tmp_path_factory.mktemp("ch"), TWIN_STATS_EVENTS_URL=clickhouse),
    }
    for name in ("duckdb", "postgresql"):
        write(stores[name], 3, ROWS, subject="notifications")
    yield stores
    for one in stores.values():
        one.close()


@pytest.mark.parametrize(
    "by", [(), ("day", "hour"), *((name,) for name in CHOICES)], ids=lambda by: "-".join(by)
)
@pytest.mark.parametrize("chosen", [{}, {"status": ["READ", ""], "channel": ["SMS", "Viber", ""]}], ids=str)
def test_every_metric_is_the_same_everywhere(
    everywhere: Everywhere, by: tuple[str, ...], chosen: dict[str, list[str]]
) -> None:
    filters = AROUND.choosing(chosen)
    rows = [{"company": 3, **row} for row in ROWS]
    for names in (NAMES, MONEY):
        for stores in everywhere.values():
            compare(ask(stores.frame, names, by, filters), expected(rows, names, by, filters))


@pytest.mark.parametrize(
    "name", [name for name, chart in catalogue.charts().items() if chart.subject == "notifications"]
)
def test_every_chart_shows_the_same_everywhere(everywhere: Everywhere, name: str) -> None:
    chart = catalogue.charts()[name]
    drawn = {
        store: chart.data(stores.frame(chart.query(AROUND)), AROUND, NIGHT).to_json(double_precision=9)
        for store, stores in everywhere.items()
    }
    assert drawn["postgresql"] == drawn["duckdb"] == drawn["clickhouse"]


def test_late_news_is_combined_in_both_stores_that_are_written(everywhere: Everywhere) -> None:
    at = "2026-01-05 09:00"
    told = [
        sending(at, "READ", "viber", read_at="2026-01-05 09:03", price="0.05", currency="USD"),
        sending(at, "ERROR", None, sent_at="2026-01-05 09:01", reason="late", currency="EUR"),
        sending(at, None, "Viber", delivered_at="2026-01-05 09:02", parts=2),
    ]
    columns = [column for column in notifications.columns if column.name != "company"]
    found = []
    for stores in (everywhere["duckdb"], everywhere["postgresql"]):
        for row in told:
            write(stores, 4, [{**row, "id": "one"}], subject="notifications")
        frame = stores.frame(select(*columns).where(notifications.c.company == 4)).astype(object)
        found.append(frame.where(frame.notna(), None).to_dict("records"))
    assert found[0] == found[1]
    assert len(found[0]) == 1
    row = found[0][0]
    assert (row["status"], row["channel"], row["reason"], row["parts"]) == ("READ", "Viber", "late", 2)
    assert (row["price"], row["currency"]) == (Decimal("0.05"), "USD")
    assert [f"{row[name]:%M}" for name in ("sent_at", "delivered_at", "read_at")] == ["01", "02", "03"]


@pytest.mark.parametrize(
    "name", [name for name, chart in catalogue.charts().items() if chart.subject == "notifications"]
)
def test_the_rows_behind_marks_are_the_same_everywhere(everywhere: Everywhere, name: str) -> None:
    alike(everywhere, catalogue.charts()[name], AROUND)
