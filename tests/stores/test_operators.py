"""The same operators in DuckDB, PostgreSQL and ClickHouse give the same figures and charts."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from sqlalchemy import create_engine, insert, make_url, select, text
from sqlalchemy.pool import StaticPool

from tests.stores.clickhouse import created
from tests.stores.drilling import alike
from tests.unit.analytics.chats.telling import Row, put, settled
from tests.unit.analytics.duty import waiting
from tests.unit.source.making import new_stores
from twin_stats.analytics import operators as o
from twin_stats.analytics.answer import answer, coverage
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.sources import newest
from twin_stats.source.facts import operators as fact
from twin_stats.source.stores import Stores
from twin_stats.source.tables import chats, events, members, messages, operator_intervals
from twin_stats.source.time import Period

Everywhere = Mapping[str, Stores]
NIGHT = datetime(2026, 10, 25, 1)
COMPANY = 5
TABLES = (operator_intervals, members, chats, messages)
AROUND = Filters(
    COMPANY,
    ZoneInfo("Europe/Berlin"),
    Period(NIGHT - timedelta(days=2), NIGHT + timedelta(days=2)),
    as_of=NIGHT + timedelta(hours=20),
)
CHARTS = [chart for chart in vars(o).values() if isinstance(chart, Chart)]
PEOPLE, GROUPS = [f"operator {number}" for number in range(6)], ["A", "B", "C"]


def scattered() -> dict[str, list[Row]]:
    """Always the same rows, around the night in which the clock goes back, in whole seconds."""
    dice = Random(7)

    def moment(spread: int = 100_000) -> datetime:
        return NIGHT + timedelta(seconds=dice.randrange(-spread, spread))

    def spell() -> Row:
        start, end = moment(), dice.choice((None, moment(), moment()))
        status = dice.choice(("online", "Online", "paused", "away"))
        seen = dice.choice((None, moment()))
        return {
            "operator": dice.choice(PEOPLE),
            "status": status,
            "from": start,
            "to": end,
            "last_seen_at": seen,
        }

    told = [
        waiting(
            f"10-25 {hour:02d}:{minute:02d}",
            dice.choice((None, f"10-25 {hour:02d}:59")),
            group=dice.choice(GROUPS),
        )
        for hour in range(20)
        for minute in (3, 17, 40)
    ]
    sessions = [
        chat | {"operator": dice.choice([None, *PEOPLE]), "closed_at": dice.choice((None, moment()))}
        for chat, _ in told
    ]
    pairs = {(dice.choice(PEOPLE[:-1]), dice.choice(GROUPS)) for _ in range(8)}
    return {
        "operator_intervals": [spell() for _ in range(60)],
        "members": [{"operator": one, "group": group} for one, group in sorted(pairs)],
        "chats": sessions,
        "messages": [row for _, said in told for row in said],
    }


@pytest.fixture(scope="module")
def everywhere(
    postgresql: str, clickhouse: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Everywhere]:
    """The same rows in each of the stores; what is worked out of sessions is worked out once."""
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    with engine.begin() as connection:
        for table in TABLES:
            put(connection, table, COMPANY, scattered()[table.name])
        settled(connection, COMPANY)
        rows = {
            table: [dict(row) for row in connection.execute(select(table)).mappings()] for table in TABLES
        }
    admin = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text("CREATE DATABASE duty"))
    admin.dispose()
    own = make_url(postgresql).set(database="duty").render_as_string(hide_password=False)
    stores = {
        "duckdb": new_stores(tmp_path_factory.mktemp("files")),
        "postgresql": new_stores(tmp_path_factory.mktemp("pg"), TWIN_STATS_DATABASE_URL=own),
        "clickhouse": new_stores(tmp_path_factory.mktemp("ch"), TWIN_STATS_EVENTS_URL=clickhouse),
    }
    stores["duckdb"]._readers[0] = engine
    _fill(own, rows, made=False)
    _fill(clickhouse, rows, made=True)
    yield stores
    for one in stores.values():
        one.close()


def _fill(url: str, rows: Mapping[object, list[Row]], made: bool) -> None:
    engine = create_engine(url)
    if not made:
        events.create_all(engine)
    with engine.begin() as connection:
        for table in events.sorted_tables if made else ():
            connection.execute(text(created(table)))
        for table, values in rows.items():
            connection.execute(insert(table).values(values))
    engine.dispose()


def same(one: pd.DataFrame, other: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(one, other, check_dtype=False, check_column_type=False)


@pytest.mark.parametrize(
    "by", [(), ("day",), ("hour", "operator"), ("group",), ("month", "group", "operator")], ids="-".join
)
@pytest.mark.parametrize(
    "chosen", [{}, {"group": ["A", ""]}, {"operator": ["operator 1", "operator 5"]}], ids=str
)
def test_every_figure_is_the_same_everywhere(
    everywhere: Everywhere, by: tuple[str, ...], chosen: dict[str, list[str]]
) -> None:
    first, *others = (
        answer(stores.frame, o.COUNTERS, by, AROUND.choosing(chosen)) for stores in everywhere.values()
    )
    assert first["online_time"].sum() > 0 and first["concurrency"].notna().any()
    for other in others:
        same(first, other)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_every_chart_is_the_same_everywhere(everywhere: Everywhere, chart: Chart) -> None:
    for asked in (AROUND, AROUND.choosing({"group": ["B"]}), replace(AROUND, as_of=None)):
        first, *others = (
            chart.data(stores.frame(chart.query(asked)), asked, None) for stores in everywhere.values()
        )
        assert len(first)
        for other in others:
            same(first, other)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_the_newest_event_may_be_known_before(everywhere: Everywhere, chart: Chart) -> None:
    for stores in everywhere.values():
        told = replace(AROUND, newest=newest(stores.frame, AROUND))
        assert told.newest
        first, other = (stores.frame(chart.query(asked)) for asked in (AROUND, told))
        order = list(first)
        same(*(each.sort_values(order, ignore_index=True) for each in (first, other)))


def test_all_the_time_there_is_the_same_everywhere(everywhere: Everywhere) -> None:
    first, *others = (coverage(stores.frame, fact, COMPANY) for stores in everywhere.values())
    assert first and all(other == first for other in others)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_the_intervals_behind_marks_are_the_same_everywhere(everywhere: Everywhere, chart: Chart) -> None:
    assert alike(everywhere, chart, AROUND) or chart is o.first_response_by_coverage
