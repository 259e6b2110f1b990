"""The two stores: books (SQLAlchemy engine) and events (a new DuckDB file for each generation)."""

import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from sqlalchemy import (
    TIMESTAMP,
    ColumnElement,
    Connection,
    Date,
    Engine,
    Executable,
    Result,
    Select,
    String,
    create_engine,
    func,
    make_url,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import QueuePool

from twin_stats.errors import StoreDamaged, StoreTooNew, StoreTooOld
from twin_stats.settings import Settings
from twin_stats.source import opening
from twin_stats.source.books import generations
from twin_stats.source.tables import SCHEMA_VERSION, events, store

# Frames are small, so the copy that DuckDB warns of costs less than a second way to run statements.
warnings.filterwarnings("ignore", message="Arrow output on a DB-API result")
# For the same reason text is kept as Python's own: Arrow's is built for millions of rows, and costs the
# thirty small frames of a page a quarter of their time.
pd.set_option("mode.string_storage", "python")


@dataclass(frozen=True)
class Stores:
    """Both stores of one installation; opened on first use, safe to share between threads."""

    settings: Settings
    _readers: dict[int, Engine] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @cached_property
    def books(self) -> Engine:
        """The books' engine, with its schema brought up to date."""
        return opening.open_books(self.settings)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to the books for reading; raise StoreUnreachable if they do not answer."""
        with answering("books", self.settings.database_url), self.books.connect() as connection:
            yield connection.execution_options(reading=True)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction on the books."""
        with answering("books", self.settings.database_url), self.books.begin() as connection:
            yield connection

    @property
    def is_files(self) -> bool:
        """Whether events lie in DuckDB files (else on a server that several processes may write to)."""
        return self.settings.events_url.startswith("duckdb:")

    def events_file(self, generation: int) -> Path:
        """The path of a generation's file: always a new name, so that open readers keep theirs."""
        return self.settings.home / f"events.{generation:06d}.duckdb"

    def generation(self) -> int:
        """The number of the generation in force; 0 while nothing was ever imported."""
        with self.reading() as books:
            return books.scalar(select(func.max(generations.c.generation))) or 0

    def events(self, generation: int | None = None) -> Engine:
        """A read-only engine of the generation in force (or of the one named)."""
        number = self.generation() if generation is None else generation
        if not self.is_files:
            number = 0
        with self._lock:
            if number not in self._readers:
                with answering("events", self.settings.events_url):
                    self._readers[number] = self._open(number)
                for old in [n for n in self._readers if n < number - 1]:
                    self._readers.pop(old).dispose()
            return self._readers[number]

    def frame(self, statement: Select[Any], generation: int | None = None) -> pd.DataFrame:
        """The rows of a statement on the events, a column for each label, as the store typed them."""
        with answering("events", self.settings.events_url), self.events(generation).connect() as connection:
            return _frame(connection, statement)

    def batches(self, statement: Select[Any], size: int, generation: int | None = None) -> Iterator[pa.Table]:
        """The same rows, so many at a time: the store holds what has not been read yet."""
        with answering("events", self.settings.events_url), self.events(generation).connect() as connection:
            yield from _batches(connection, statement, size)

    def close(self) -> None:
        """Let go of every connection."""
        for engine in self._readers.values():
            engine.dispose()
        self._readers.clear()
        if "books" in self.__dict__:
            self.books.dispose()

    def _open(self, generation: int) -> Engine:
        if not self.is_files:
            return _server(self.settings.events_url)
        if generation == 0:
            return _nothing()
        return opened_file(self.events_file(generation))


def _nothing() -> Engine:
    """An event store without a row: what is read before the first import; by its name all threads find it."""
    engine = create_engine("duckdb:///:memory:nothing", poolclass=QueuePool)
    events.create_all(engine)
    return engine


def _server(url: str) -> Engine:
    """An engine on a server's events; on PostgreSQL, which we may write to, the tables are made."""
    engine = create_engine(
        url, pool_pre_ping=True, connect_args=SESSION.get(make_url(url).get_backend_name(), {})
    )
    if engine.dialect.name == "postgresql":
        events.create_all(engine)
        _check_version(engine)
    return engine


# ClickHouse's CAST would fail on what is unknown, and its sum of nothing would be 0.
SESSION = {"clickhousedb": {"cast_keep_nullable": "1", "aggregate_functions_null_for_empty": "1"}}


def opened_file(path: Path) -> Engine:
    """A read-only engine on a generation's file; raise a StoreError for one that is not ours to read."""
    if not path.exists():
        raise StoreDamaged(store="events", reason=f"{path.name} is missing")
    # A statement that only reads needs no transaction: two round trips less for each of a page's thirty.
    settings = {"read_only": True}
    engine = create_engine(
        f"duckdb:///{path}", connect_args=settings, isolation_level="AUTOCOMMIT", pool_reset_on_return=None
    )
    try:
        _check_version(engine)
    except SQLAlchemyError as error:
        engine.dispose()
        raise StoreDamaged(store="events", reason=opening.first_line(error)) from error
    return engine


def _check_version(engine: Engine) -> None:
    """Raise StoreTooNew or StoreTooOld for a schema that this program does not write."""
    with engine.connect() as connection:
        version = connection.scalar(select(store.c.schema_version).limit(1))
    if version not in (None, SCHEMA_VERSION):
        engine.dispose()
        wrong = StoreTooNew if version > SCHEMA_VERSION else StoreTooOld
        raise wrong(store="events", found=version, known=SCHEMA_VERSION)


def _frame(connection: Connection, statement: Executable) -> pd.DataFrame:
    result = connection.execute(statement)
    cursor = result.cursor
    if connection.dialect.name == "duckdb":
        table: pa.Table = cursor.to_arrow_table()
        return table.to_pandas(date_as_object=False)
    return _typed(result, list(statement.selected_columns)) if isinstance(statement, Select) else _any(result)


def _any(result: Result[Any]) -> pd.DataFrame:
    return pd.DataFrame(result.fetchall(), columns=list(result.keys()))


def _typed(result: Result[Any], columns: Sequence[ColumnElement[Any]]) -> pd.DataFrame:
    """The rows of a driver without Arrow: text and dates keep their types where no value is known."""
    return _table(result.fetchall(), list(result.keys()), columns).to_pandas(date_as_object=False)


def _table(rows: Sequence[Any], names: Sequence[str], columns: Sequence[ColumnElement[Any]]) -> pa.Table:
    lists = [list(values) for values in zip(*rows, strict=True)] or [[] for _ in columns]
    kinds = [next((kind for sql, kind in ARROW if isinstance(column.type, sql)), None) for column in columns]
    arrays = [pa.array(values, kind) for values, kind in zip(lists, kinds, strict=True)]
    return pa.table(arrays, names=list(names))


def _batches(connection: Connection, statement: Select[Any], size: int) -> Iterator[pa.Table]:
    if connection.dialect.name == "duckdb":
        result = connection.execute(statement)
        for batch in result.cursor.to_arrow_reader(size):
            yield pa.Table.from_batches([batch])
        return
    result = connection.execution_options(yield_per=size).execute(statement)
    for rows in result.partitions(size):
        yield _table(rows, list(result.keys()), list(statement.selected_columns))


ARROW = ((String, pa.string()), (Date, pa.date32()), (TIMESTAMP, pa.timestamp("us")))


@contextmanager
def answering(name: str, url: str) -> Iterator[None]:
    """Turn a database's own errors into StoreUnreachable, which names the store, or DiskFull."""
    try:
        yield
    except SQLAlchemyError as error:
        raise opening.trouble(name, url, error) from error
