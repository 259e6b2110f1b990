"""The event store's files: generations, versions, damage, locks, leftovers, rebuilds."""

import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

import pytest
from filelock import FileLock
from sqlalchemy import create_engine, func, select, update
from sqlalchemy.exc import SQLAlchemyError

from tests.unit.source.making import add_company, batch, call, new_stores, write
from twin_stats.errors import (
    NotWritable,
    StoreBusy,
    StoreDamaged,
    StoreError,
    StoreTooNew,
    StoreTooOld,
    StoreUnreachable,
)
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SCHEMA_VERSION, bots, calls, store
from twin_stats.source.writing import rebuild, writing_events

COUNT = select(func.count().label("rows")).select_from(calls)
AT = "2026-01-05 10:00"


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Books that are up to date and empty: migrating them anew for every test would take seconds."""
    stores = new_stores(tmp_path_factory.mktemp("books"))
    stores.generation()
    stores.close()
    with sqlite3.connect(stores.settings.home / "books.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return connection.serialize()


@pytest.fixture
def stores(books: bytes, tmp_path: Path) -> Stores:
    (tmp_path / "books.sqlite").write_bytes(books)
    return new_stores(tmp_path)


def rows(stores: Stores, generation: int | None = None) -> int:
    return int(stores.frame(COUNT, generation)["rows"].iloc[0])


def files(stores: Stores) -> list[str]:
    return sorted(path.name for path in stores.settings.home.glob("events.*") if path.suffix != ".lock")


def test_before_the_first_import_there_is_nothing_and_no_file(stores: Stores) -> None:
    assert (stores.generation(), rows(stores), files(stores)) == (0, 0, [])


def test_each_import_is_the_next_generation_and_the_one_before_is_kept(stores: Stores) -> None:
    assert [write(stores, 1, [call(AT)]) for _ in range(3)] == [1, 2, 3]
    assert rows(stores) == 3
    assert files(stores) == ["events.000002.duckdb", "events.000003.duckdb"]


def test_a_reader_keeps_its_generation_while_another_comes_into_force(stores: Stores) -> None:
    write(stores, 1, [call(AT)])
    with stores.events().connect() as reader:
        assert reader.scalar(COUNT) == 1
        write(stores, 1, [call(AT)])
        assert reader.scalar(COUNT) == 1
        assert rows(stores) == 2
        write(stores, 1, [call(AT)])
        assert reader.scalar(COUNT) == 1
    assert (rows(stores), rows(stores, generation=2)) == (3, 2)


def test_the_same_key_again_updates_its_row_and_a_replacing_batch_takes_all(stores: Stores) -> None:
    first = call(AT, "BUSY")
    write(stores, 1, [first, call(AT)])
    write(stores, 1, [{**first, "status": "ANSWERED"}])
    statuses = stores.frame(select(calls.c.status))["status"]
    assert statuses.tolist() == ["ANSWERED", "ANSWERED"]
    write(stores, 1, [call(AT, "CANCEL")], replaces=True)
    assert stores.frame(select(calls.c.status))["status"].tolist() == ["CANCEL"]


def test_two_companies_never_mix_even_with_equal_keys(stores: Stores) -> None:
    shared = call(AT, "BUSY", bot="A")
    write(stores, 1, [shared])
    write(stores, 2, [{**shared, "bot": "B"}])
    write(stores, 2, [{**shared, "bot": "C"}], replaces=True)
    found = stores.frame(select(calls.c.company, calls.c.bot).order_by(calls.c.company))
    assert list(found.itertuples(index=False, name=None)) == [(1, "A"), (2, "C")]
    named = stores.frame(select(bots.c.company, bots.c.name).order_by(bots.c.company, bots.c.name))
    assert list(named.itertuples(index=False, name=None)) == [(1, "A"), (2, "B"), (2, "C")]


def test_a_rebuild_gives_the_same_rows_from_the_kept_imports(stores: Stores) -> None:
    first = call(AT, "BUSY", bot="A")
    write(stores, 1, [first, call(AT)])
    write(stores, 2, [call(AT)])
    write(stores, 1, [{**first, "status": "ANSWERED"}])
    everything = select(calls).order_by(calls.c.company, calls.c.id)
    before = stores.frame(everything)
    assert rebuild(stores) == 4
    assert stores.frame(everything).equals(before)


def test_a_write_that_fails_at_its_last_step_leaves_all_as_it_was(stores: Stores) -> None:
    write(stores, 1, [call(AT)])

    def fail(_connection: object, _generation: int) -> None:
        raise RuntimeError("killed here")

    with writing_events(stores) as writer, pytest.raises(RuntimeError):
        writer.write([batch(stores, 1, [call(AT)])], fail)
    assert (stores.generation(), rows(stores)) == (1, 1)
    assert write(stores, 1, [call(AT)]) == 2
    assert files(stores) == ["events.000001.duckdb", "events.000002.duckdb"]


def test_what_a_killed_write_left_behind_is_tidied_away(stores: Stores) -> None:
    write(stores, 1, [call(AT)])
    home = stores.settings.home
    for name in ("events.000002.duckdb", "events.000002.duckdb.part", "events.000002.duckdb.part.wal"):
        (home / name).write_bytes(b"half")
    spilled = home / "events.000002.duckdb.part.tmp"
    spilled.mkdir()
    (spilled / "duckdb_temp_block-1.block").write_bytes(b"half")
    with writing_events(stores):
        assert files(stores) == ["events.000001.duckdb"]
    assert rows(stores) == 1


@pytest.mark.parametrize(("version", "error"), [(SCHEMA_VERSION + 1, StoreTooNew), (0, StoreTooOld)])
def test_a_file_of_another_version_is_refused_and_an_old_one_rebuilt(
    stores: Stores, version: int, error: type[Exception]
) -> None:
    write(stores, 1, [call(AT)])
    stores.close()
    engine = create_engine(f"duckdb:///{stores.events_file(1)}")
    with engine.begin() as connection:
        connection.execute(update(store).values(schema_version=version))
    engine.dispose()
    with pytest.raises(error, match=str(version)):
        rows(stores)
    assert rebuild(stores) == 2
    assert rows(stores) == 1


def test_a_missing_file_is_named_and_can_be_rebuilt(stores: Stores) -> None:
    write(stores, 1, [call(AT)])
    stores.close()
    stores.events_file(1).unlink()
    with pytest.raises(StoreDamaged, match=r"events\.000001\.duckdb is missing"):
        rows(stores)
    rebuild(stores)
    assert rows(stores) == 1


@pytest.mark.parametrize("content", [b"", b"no database at all", b"\0" * 20_000])
def test_a_damaged_file_is_a_sentence_and_can_be_rebuilt(stores: Stores, content: bytes) -> None:
    write(stores, 1, [call(AT)])
    stores.close()
    stores.events_file(1).write_bytes(content)
    with pytest.raises(StoreDamaged):
        rows(stores)
    rebuild(stores)
    assert rows(stores) == 1


def test_a_truncated_file_gives_a_sentence_or_the_right_figure(stores: Stores) -> None:
    write(stores, 1, [call(AT) for _ in range(5000)])
    stores.close()
    path = stores.events_file(1)
    whole = path.read_bytes()
    for length in (len(whole) // 4, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:length])
        with suppress(StoreError):
            assert stores.frame(select(func.count(calls.c.id.distinct()).label("n")))["n"].tolist() == [5000]
        stores.close()


def test_books_of_a_newer_version_are_left_alone(stores: Stores) -> None:
    stores.generation()
    with stores.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    stores.close()
    with pytest.raises(StoreTooNew, match="9999"):
        new_stores(stores.settings.home).generation()


def test_books_that_are_no_database_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "books.sqlite").write_bytes(b"no database at all" * 1000)
    with pytest.raises(StoreUnreachable, match="not a database"):
        new_stores(tmp_path).generation()


def test_a_home_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritable):
        new_stores(tmp_path / "file" / "home").generation()


def test_a_second_writer_waits_and_then_says_who_is_busy(stores: Stores) -> None:
    with (
        FileLock(stores.settings.home / "events.lock"),
        pytest.raises(StoreBusy, match="0 seconds"),
        writing_events(stores, patience=0.05),
    ):
        pytest.fail("two at the same time")
    with writing_events(stores, patience=0.05):
        pass


def test_writers_at_the_same_time_come_one_after_another(stores: Stores) -> None:
    add_company(stores, 1)
    prepared = [batch(stores, 1, [call(AT)]) for _ in range(4)]
    made: list[int] = []

    def put(one: object) -> None:
        with writing_events(new_stores(stores.settings.home), patience=30) as writer:
            made.append(writer.write([one], lambda _connection, _generation: None))

    threads = [threading.Thread(target=put, args=(one,)) for one in prepared]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [1, 2, 3, 4]
    assert rows(stores) == 4


def test_readers_cannot_write(stores: Stores) -> None:
    write(stores, 1, [call(AT)])
    with stores.events().connect() as connection, pytest.raises(SQLAlchemyError):
        connection.exec_driver_sql("DELETE FROM calls")
    assert rows(stores) == 1


def test_stores_can_be_closed_and_used_again(stores: Stores) -> None:
    write(stores, 1, [call(AT)])
    for _ in range(2):
        assert rows(stores) == 1
        stores.close()
