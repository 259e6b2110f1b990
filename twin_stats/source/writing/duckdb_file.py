"""Making one generation's DuckDB file: a copy of the last one, batches merged in, checked by reopening."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, func, insert, literal, select
from sqlalchemy.pool import NullPool

from twin_stats.errors import StoreDamaged
from twin_stats.source.stores import opened_file
from twin_stats.source.tables import SCHEMA_VERSION, SUBJECTS, events, store
from twin_stats.source.writing import settle
from twin_stats.source.writing.batch import Batch
from twin_stats.source.writing.combining import combined
from twin_stats.source.writing.dimensions import name_dimensions
from twin_stats.source.writing.meaning import told

MEMORY = "600MB"


def write(target: Path, current: Path | None, batches: Sequence[Batch]) -> dict[str, int]:
    """Write `target` from `current` and the batches; return how many rows there are, and oddities."""
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    if current:
        shutil.copyfile(current, part)
    with _open(part) as connection:
        events.create_all(connection)
        settle.begin(connection)
        for batch in batches:
            _merge(connection, batch)
        odd = settle.settle(connection)
        connection.execute(store.delete())
        connection.execute(insert(store).values(schema_version=SCHEMA_VERSION, generation=_number(target)))
        rows = _count(connection)
    _check(part, rows)
    _sync(part)
    part.rename(target)
    _sync(target.parent)
    return rows | odd


def _number(target: Path) -> int:
    return int(target.name.split(".")[1])


@contextmanager
def _open(path: Path) -> Iterator[Connection]:
    config = {
        "memory_limit": MEMORY,
        "temp_directory": f"{path}.tmp",
        "preserve_insertion_order": False,
    }
    engine = create_engine(f"duckdb:///{path}", connect_args={"config": config}, poolclass=NullPool)
    try:
        with engine.begin() as connection:
            yield connection
        with engine.connect() as connection:
            connection.exec_driver_sql("CHECKPOINT")
    finally:
        engine.dispose()
        shutil.rmtree(f"{path}.tmp", ignore_errors=True)


def _merge(connection: Connection, batch: Batch) -> None:
    table = SUBJECTS[batch.subject]
    rows = _relation(connection, batch.parquet)
    names: Sequence[str] = [column.name for column in table.columns if column.name in rows]
    source = f"read_parquet({_quoted(batch.parquet)})"
    mine = f"company = {batch.company:d}"
    settle.note(connection, batch, source, rows)
    source, names = combined(connection, batch, source, names)
    if batch.replaces:
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" WHERE {mine}')
    elif connection.scalar(select(literal(1)).where(table.c.company == batch.company).limit(1)):
        same = " AND ".join(f't."{name}" = n."{name}"' for name in table.info["key"])
        connection.exec_driver_sql(f'DELETE FROM "{table.name}" t USING {source} n WHERE t.{mine} AND {same}')
    source, names = told(connection, batch.subject, source, names)
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" (company, {columns}) SELECT {batch.company:d}, {columns} FROM {source}'
    )
    name_dimensions(connection, table, batch.company)


def _relation(connection: Connection, parquet: Path) -> set[str]:
    described = connection.exec_driver_sql(f"DESCRIBE SELECT * FROM read_parquet({_quoted(parquet)})")
    return {row[0] for row in described}


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _count(connection: Connection) -> dict[str, int]:
    counts = {name: select(func.count()).select_from(table) for name, table in SUBJECTS.items()}
    return {name: connection.scalar(count) or 0 for name, count in counts.items()}


def _check(path: Path, rows: dict[str, int]) -> None:
    """Reopen the file as a reader would, and count."""
    engine = opened_file(path)
    try:
        with engine.connect() as connection:
            found = _count(connection)
    finally:
        engine.dispose()
    if found != rows:
        raise StoreDamaged(store="events", reason=f"wrote {rows}, read back {found}")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
