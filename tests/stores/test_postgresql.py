"""Both stores in one PostgreSQL database: migrations, imports, refused versions."""

from datetime import datetime

import pytest
from sqlalchemy import inspect, text, update

from tests.properties.asking import ask
from tests.unit.source.making import batch, call, new_stores, write
from twin_stats.analytics.filters import Filters
from twin_stats.errors import StoreTooNew, StoreTooOld, StoreUnreachable
from twin_stats.source import books
from twin_stats.source.companies import known
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SCHEMA_VERSION, store
from twin_stats.source.time import Period, zone
from twin_stats.source.writing import rebuild, writing_events

YEAR = Filters(1, zone("UTC"), Period(datetime(2026, 1, 1), datetime(2027, 1, 1)))


def calls_of(stores: Stores, company: int = 1) -> int:
    filters = Filters(company, YEAR.zone, YEAR.period)
    return ask(stores.frame, ["calls"], (), filters)[()][0]


def test_the_books_are_migrated_and_hold_companies(server_stores: Stores) -> None:
    write(server_stores, 1, [call("2026-01-05 10:00")], zone="Europe/Berlin")
    assert [(one.number, one.zone.key) for one in known(server_stores)] == [(1, "Europe/Berlin")]
    assert set(books.books.tables) < set(inspect(server_stores.books).get_table_names())


def test_one_url_is_enough_for_books_and_events(server_stores: Stores) -> None:
    assert not server_stores.is_files
    assert server_stores.settings.events_url == server_stores.settings.database_url
    assert write(server_stores, 1, [call("2026-01-05 10:00")]) == 1
    assert calls_of(server_stores) == 1
    assert not list(server_stores.settings.home.glob("*.duckdb"))


def test_an_empty_server_answers_with_nothing(server_stores: Stores) -> None:
    assert calls_of(server_stores) == 0


def test_the_same_keys_again_are_updated_and_other_companies_stay(server_stores: Stores) -> None:
    first, second = call("2026-01-05 10:00", "BUSY"), call("2026-01-05 11:00", "BUSY")
    write(server_stores, 1, [first, second])
    write(server_stores, 2, [first])
    write(server_stores, 1, [{**first, "status": "ANSWERED"}])
    assert ask(server_stores.frame, ["calls"], ("status",), YEAR) == {("ANSWERED",): (1,), ("BUSY",): (1,)}
    write(server_stores, 1, [call("2026-02-01 10:00")], replaces=True)
    assert (calls_of(server_stores, 1), calls_of(server_stores, 2)) == (1, 1)


def test_events_may_lie_on_a_server_of_their_own(
    empty_postgresql: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    stores = new_stores(tmp_path_factory.mktemp("apart"), TWIN_STATS_EVENTS_URL=empty_postgresql)
    write(stores, 1, [call("2026-01-05 10:00")])
    write(stores, 1, [call("2026-01-06 10:00")])
    assert (calls_of(stores), stores.generation()) == (2, 2)
    assert stores.books.dialect.name == "sqlite"
    stores.close()


def test_a_rebuild_gives_the_same_rows(server_stores: Stores) -> None:
    write(server_stores, 1, [call("2026-01-05 10:00"), call("2026-01-06 10:00", "BUSY")])
    write(server_stores, 1, [call("2026-01-07 10:00")])
    before = ask(server_stores.frame, ["calls"], ("day", "status"), YEAR)
    rebuild(server_stores)
    assert ask(server_stores.frame, ["calls"], ("day", "status"), YEAR) == before


def test_an_import_that_fails_changes_nothing(server_stores: Stores) -> None:
    write(server_stores, 1, [call("2026-01-05 10:00")])
    lines = [batch(server_stores, 1, [call("2026-01-06 10:00")])]

    def fail(_connection: object, _generation: int) -> None:
        raise RuntimeError("killed here")

    with writing_events(server_stores) as writer, pytest.raises(RuntimeError):
        writer.write(lines, fail)
    assert server_stores.generation() == 1
    assert calls_of(server_stores) == 1


@pytest.mark.parametrize(("version", "error"), [(SCHEMA_VERSION + 1, StoreTooNew), (0, StoreTooOld)])
def test_a_store_of_another_version_is_refused(
    server_stores: Stores, version: int, error: type[Exception]
) -> None:
    write(server_stores, 1, [call("2026-01-05 10:00")])
    with server_stores.writing() as connection:
        connection.execute(update(store).values(schema_version=version))
    again = new_stores(
        server_stores.settings.home, TWIN_STATS_DATABASE_URL=server_stores.settings.database_url
    )
    with pytest.raises(error):
        calls_of(again)
    again.close()


def test_a_server_that_is_not_there_is_a_sentence(server_stores: Stores) -> None:
    nowhere = "postgresql+psycopg://nobody@127.0.0.1:9/nothing?connect_timeout=2"
    books = new_stores(server_stores.settings.home, TWIN_STATS_DATABASE_URL=nowhere)
    with pytest.raises(StoreUnreachable, match="The books store"):
        books.generation()
    events = new_stores(server_stores.settings.home, TWIN_STATS_EVENTS_URL=nowhere)
    with pytest.raises(StoreUnreachable, match="The events store"):
        events.frame(text("SELECT 1"))
