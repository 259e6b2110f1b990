"""Two rows with the same key in one import: the later one wins, or adds what it knows."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from duckdb import DuckDBPyConnection

from twin_stats.importers.sql.engine import name, text
from twin_stats.source.tables import SUBJECTS
from twin_stats.source.writing.combining import pair


def later_wins(
    connection: DuckDBPyConnection, subject: str, path: Path, keys: Sequence[npt.NDArray[np.uint64]]
) -> int:
    """Rewrite the Parquet file without the rows that a later one replaces; return how many there were.

    News of a notification does not replace what came before it: the writer's own rule makes one row of both.
    `keys` are the hashes of the rows' keys: where none comes twice, the file is left as it is.
    """
    hashes = np.sort(np.concatenate(keys)) if keys else np.array([], np.uint64)
    twice = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if not len(twice):
        return 0
    connection.register("twice", pa.table({"key": pa.array(twice)}))
    lost = _lost(connection, subject, path)
    if lost and subject == "notifications":
        _combine(connection, path)
    elif lost:
        _rewrite(connection, path)
    connection.unregister("twice")
    return lost


def _lost(connection: DuckDBPyConnection, subject: str, path: Path) -> int:
    key = ", ".join(name(column) for column in SUBJECTS[subject].info["key"])
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE lost AS
        SELECT file_row_number AS row FROM read_parquet({text(path)}, file_row_number = true)
        WHERE hash({key}) IN (SELECT key FROM twice)
        QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY file_row_number DESC) > 1""")
    found = connection.execute("SELECT count(*) FROM lost").fetchone()
    return int(found[0]) if found else 0


def _rewrite(connection: DuckDBPyConnection, path: Path) -> None:
    rows = f"read_parquet({text(path)}, file_row_number = true)"
    kept = (
        f"SELECT * EXCLUDE (file_row_number) FROM {rows} WHERE file_row_number NOT IN (SELECT row FROM lost)"
    )
    _replace(connection, path, kept)


def _combine(connection: DuckDBPyConnection, path: Path) -> None:
    """Combine the rows of each key two by two, in their order, until one is left of each."""
    rows = f"(SELECT * FROM read_parquet({text(path)}, file_row_number = true))"
    connection.execute(f"""
        CREATE OR REPLACE TEMP TABLE news AS
        SELECT *, row_number() OVER (PARTITION BY id ORDER BY file_row_number) AS place
        FROM {rows} WHERE hash(id) IN (SELECT key FROM twice)""")
    names = [each[0] for each in connection.execute("SELECT * FROM news LIMIT 0").description or ()]
    both = ", ".join(f"{sql} AS {name(each)}" for each, sql in pair(names).items() if each in names)
    while connection.execute("SELECT 1 FROM news WHERE place > 1 LIMIT 1").fetchone():
        connection.execute(f"""
            CREATE OR REPLACE TEMP TABLE news AS
            SELECT {both}, t.file_row_number, (t.place + 1) // 2 AS place
            FROM news t LEFT JOIN news n ON n.id = t.id AND n.place = t.place + 1 WHERE t.place % 2 = 1""")
    _replace(
        connection,
        path,
        f"SELECT * EXCLUDE (file_row_number) FROM {rows} WHERE hash(id) NOT IN (SELECT key FROM twice) "
        "UNION ALL BY NAME SELECT * EXCLUDE (file_row_number, place) FROM news",
    )


def _replace(connection: DuckDBPyConnection, path: Path, kept: str) -> None:
    fewer = path.with_suffix(".fewer")
    connection.execute(f"COPY ({kept}) TO {text(fewer)} (FORMAT parquet, COMPRESSION snappy)")
    fewer.replace(path)
