"""The same calls in DuckDB, PostgreSQL and ClickHouse give the same answers, and those of plain Python."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import create_engine, insert, make_url, text

from tests.properties import oracle
from tests.properties.asking import MONEY, ask, check
from tests.properties.strategies import CHOICES, NAMES, ODD, scattered
from tests.stores.clickhouse import created
from tests.stores.drilling import alike
from tests.unit.source.making import new_stores, write
from twin_stats.analytics import catalogue
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores
from twin_stats.source.tables import calls, events
from twin_stats.source.time import FIRST, LAST, Period

ROWS = scattered(seed=7, count=400)
Everywhere = Mapping[str, Stores]
TIMES = ("day", "week", "month", "hour", "weekday")


def filled(stores: Stores) -> Stores:
    """Stores with the calls of both companies, written as an import writes them."""
    for company in (1, 2):
        mine = [
            {name: row[name] for name in row if name != "company"}
            for row in ROWS
            if row["company"] == company
        ]
        write(stores, company, mine)
    return stores


@pytest.fixture(scope="module")
def everywhere(
    postgresql: str, clickhouse: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Everywhere]:
    """The same calls in each of the stores."""
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("CREATE DATABASE equal"))
    engine.dispose()
    equal = make_url(postgresql).set(database="equal").render_as_string(hide_password=False)
    engine = create_engine(clickhouse)
    with engine.begin() as connection:
        for table in events.sorted_tables:
            connection.execute(text(created(table)))
        connection.execute(insert(calls).values(ROWS))
    engine.dispose()
    stores = {
        "duckdb": filled(new_stores(tmp_path_factory.mktemp("files"))),
        "postgresql": filled(new_stores(tmp_path_factory.mktemp("pg"), TWIN_STATS_DATABASE_URL=equal)),
        "clickhouse": new_stores(tmp_path_factory.mktemp("ch"), TWIN_STATS_EVENTS_URL=clickhouse),
    }
    yield stores
    for one in stores.values():
        one.close()


def equal(everywhere: Everywhere, by: tuple[str, ...], filters: Filters) -> None:
    """Every metric of calls in every store, against plain Python."""
    for names in (oracle.NAMES, MONEY):
        expected = oracle.answer(ROWS, names, by, filters)
        for stores in everywhere.values():
            check(ask(stores.frame, names, by, filters), expected, names)


def around(place: int, **chosen: list[str]) -> Filters:
    zone, at = ODD[place]
    period = Period(at - timedelta(days=2), at + timedelta(days=2))
    return Filters(1, ZoneInfo(zone), period).choosing(chosen)


@pytest.mark.parametrize("by", [(), *((name,) for name in (*TIMES, *CHOICES))], ids=lambda by: "-".join(by))
def test_every_metric_by_every_dimension_is_the_same_everywhere(
    everywhere: Everywhere, by: tuple[str, ...]
) -> None:
    equal(everywhere, by, around(0))


@pytest.mark.parametrize("place", range(len(ODD)), ids=[f"{zone} {at:%Y-%m-%d}" for zone, at in ODD])
def test_local_days_and_hours_are_the_same_around_every_change(everywhere: Everywhere, place: int) -> None:
    equal(everywhere, ("day", "hour"), around(place))


@pytest.mark.parametrize(
    "chosen",
    [{"status": ["BUSY", ""]}, {"direction": ["inbound"], "bot": [""]}, {"status": ["none"]}],
    ids=str,
)
def test_filters_mean_the_same_everywhere(everywhere: Everywhere, chosen: dict[str, list[str]]) -> None:
    equal(everywhere, ("status",), around(1, **chosen))
    equal(everywhere, (), around(1, **chosen))


@pytest.mark.parametrize("name", [name for name in NAMES if name])
def test_text_is_never_sql(everywhere: Everywhere, name: str) -> None:
    equal(everywhere, ("bot",), around(0, bot=[name]))


def test_all_the_time_there_is_can_be_asked_for(everywhere: Everywhere) -> None:
    whole = Filters(1, ZoneInfo("Europe/Berlin"), Period(FIRST - timedelta(hours=1), LAST))
    for stores in everywhere.values():
        found = ask(stores.frame, ["calls"], (), whole)
        assert found == {(): (sum(row["company"] == 1 for row in ROWS),)}


@pytest.mark.parametrize(
    "name", [name for name, chart in catalogue.charts().items() if chart.subject == "calls"]
)
def test_every_chart_of_calls_shows_the_same_everywhere(everywhere: Everywhere, name: str) -> None:
    chart, filters = catalogue.charts()[name], around(1)
    drawn = {
        store: chart.data(stores.frame(chart.query(filters)), filters, None).to_json(double_precision=9)
        for store, stores in everywhere.items()
    }
    assert drawn["postgresql"] == drawn["duckdb"] == drawn["clickhouse"]


@pytest.mark.parametrize(
    "name", [name for name, chart in catalogue.charts().items() if chart.subject == "calls"]
)
def test_the_rows_behind_marks_of_calls_are_the_same_everywhere(everywhere: Everywhere, name: str) -> None:
    alike(everywhere, catalogue.charts()[name], around(1))
