"""Events on a PostgreSQL server: the same batches, in the transaction of their import."""

from collections.abc import Iterator, Sequence
from typing import cast

import psycopg
import pyarrow.parquet as pq
from sqlalchemy import Connection, delete, func, insert, select

from twin_stats.source.tables import SCHEMA_VERSION, SUBJECTS, events, store
from twin_stats.source.writing import settle
from twin_stats.source.writing.batch import Batch
from twin_stats.source.writing.combining import combined
from twin_stats.source.writing.dimensions import name_dimensions
from twin_stats.source.writing.meaning import told


def write(connection: Connection, batches: Sequence[Batch], fresh: bool) -> dict[str, int]:
    """Merge the batches in the connection's transaction; return how many rows there are, and oddities."""
    events.create_all(connection)
    if fresh:
        for table in events.sorted_tables:
            connection.execute(delete(table))
    settle.begin(connection)
    for number, batch in enumerate(batches):
        _merge(connection, batch, f"incoming_{number}")
    odd = settle.settle(connection)
    connection.execute(delete(store))
    connection.execute(insert(store).values(schema_version=SCHEMA_VERSION))
    return {name: _count(connection, name) for name in SUBJECTS} | odd


def _count(connection: Connection, subject: str) -> int:
    return connection.scalar(select(func.count()).select_from(SUBJECTS[subject])) or 0


def _merge(connection: Connection, batch: Batch, incoming: str) -> None:
    table = SUBJECTS[batch.subject]
    names: Sequence[str] = [name for name in pq.read_schema(batch.parquet).names if name in table.c]
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(
        f'CREATE TEMP TABLE {incoming} ON COMMIT DROP AS SELECT {columns} FROM "{table.name}" WHERE false'
    )
    _copy(connection, f"COPY {incoming} ({columns}) FROM STDIN", batch, names)
    settle.note(connection, batch, incoming, names)
    incoming, names = combined(connection, batch, incoming, names)
    mine = f"t.company = {batch.company:d}"
    same = " AND ".join(f't."{name}" = n."{name}"' for name in table.info["key"])
    replaced = mine if batch.replaces else f"{mine} AND EXISTS (SELECT 1 FROM {incoming} n WHERE {same})"
    connection.exec_driver_sql(f'DELETE FROM "{table.name}" t WHERE {replaced}')
    incoming, names = told(connection, batch.subject, incoming, names)
    columns = ", ".join(f'"{name}"' for name in names)
    connection.exec_driver_sql(
        f'INSERT INTO "{table.name}" (company, {columns}) SELECT {batch.company:d}, {columns} FROM {incoming}'
    )
    name_dimensions(connection, table, batch.company)


def _copy(connection: Connection, statement: str, batch: Batch, names: Sequence[str]) -> None:
    driver = cast("psycopg.Connection", connection.connection.dbapi_connection)
    with driver.cursor() as cursor, cursor.copy(statement) as copy:
        for row in _rows(batch, names):
            copy.write_row(row)


def _rows(batch: Batch, names: Sequence[str]) -> Iterator[tuple[object, ...]]:
    with pq.ParquetFile(batch.parquet) as file:
        for part in file.iter_batches(columns=list(names)):
            yield from zip(*(part.column(name).to_pylist() for name in names), strict=True)
