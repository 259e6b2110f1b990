"""The three ways: our layer, the same SQL on the bare engine, and SQLite with the same rows."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import TIMESTAMP, Numeric, Table

from benchmarks.home import Home
from benchmarks.pages.asked import Asked
from benchmarks.pages.sqlite_sql import Quantile, sqlite_text
from twin_stats.exports.sql import as_text
from twin_stats.source import tables

READ = ("calls", "chats", "messages", "answers", "chat_prices", "notifications", "operator_intervals")
SMALL = ("groups", "members")
PIECE = 200_000


class Ours:
    """Statement, SQLAlchemy, DuckDB, Arrow, pandas; no cache of results."""

    name = "ours"

    def __init__(self, home: Home) -> None:
        self.stores, self.generation = home.stores, home.stores.generation()

    def ask(self, asked: Asked) -> pd.DataFrame:
        """The frame of a statement."""
        return self.stores.frame(asked.statement, self.generation)


class Engine:
    """DuckDB's own connection to the same open file; the texts are made before."""

    name = "engine, our SQL"

    def __init__(self, home: Home, asked: Sequence[Asked]) -> None:
        engine = home.stores.events()
        self.texts = {each.name: as_text(each.statement, engine) for each in asked}
        self.connection = home.engine()

    def ask(self, asked: Asked) -> Any:
        """An Arrow table."""
        return self.connection.execute(self.texts[asked.name]).to_arrow_table()


class Sqlite:
    """The same rows, clustered by company and time, and the same statements in SQLite's words."""

    name = "SQLite"

    def __init__(self, home: Home, asked: Sequence[Asked]) -> None:
        path = home.folder / "pages.sqlite"
        if not path.exists():
            _make(path, home)
        self.connection = sqlite3.connect(path)
        self.connection.execute("PRAGMA cache_size = -2000000")
        self.connection.execute("PRAGMA mmap_size = 20000000000")
        self.connection.create_aggregate("quantile_cont", 2, Quantile)  # type: ignore[arg-type]
        self.texts = {each.name: sqlite_text(each.statement) for each in asked}

    def ask(self, asked: Asked) -> pd.DataFrame:
        """The rows with their names."""
        cursor = self.connection.execute(self.texts[asked.name])
        return pd.DataFrame(cursor.fetchall(), columns=[column[0] for column in cursor.description])


def _make(path: Path, home: Home) -> None:
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as connection, closing(home.engine()) as engine:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        for name in (*READ, *SMALL):
            _copy(connection, engine, tables.events.tables[name])
        connection.execute("ANALYZE")
        connection.commit()
    part.rename(path)


def _copy(connection: sqlite3.Connection, engine: Any, table: Table) -> None:
    """A table in the order of its company and time, which are its key."""
    time = _time(table)
    key = ["company", time, *([] if "id" not in table.c else ["id"])] if time else []
    clustered = ", PRIMARY KEY ({})".format(", ".join(f'"{name}"' for name in key)) if "id" in key else ""
    names = ", ".join(f'"{column.name}"' for column in table.c)
    rowid = " WITHOUT ROWID" if clustered else ""
    connection.execute(f"CREATE TABLE {table.name} ({names}{clustered}){rowid}")
    order = " ORDER BY " + ", ".join(f'"{name}"' for name in key) if key else ""
    columns = ", ".join(_exported(column) for column in table.c)
    marks = ", ".join("?" * len(table.c))
    for rows in _pieces(engine.execute(f"SELECT {columns} FROM {table.name}{order}")):
        connection.executemany(f"INSERT INTO {table.name} VALUES ({marks})", rows)
    if key and not clustered:
        connection.execute(f'CREATE INDEX {table.name}_time ON {table.name} (company, "{time}")')
    connection.commit()


def _time(table: Table) -> str:
    return str(table.info.get("time") or ("started_at" if "started_at" in table.c else ""))


def _exported(column: Any) -> str:
    if isinstance(column.type, TIMESTAMP):
        return f'epoch_us("{column.name}")'
    return f'CAST("{column.name}" AS DOUBLE)' if isinstance(column.type, Numeric) else f'"{column.name}"'


def _pieces(cursor: Any) -> Iterator[list[Any]]:
    while rows := cursor.fetchmany(PIECE):
        yield rows
