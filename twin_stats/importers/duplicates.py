"""Two rows with the same key in one import: the later one wins."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
from duckdb import DuckDBPyConnection

from twin_stats.importers.sql.engine import name, text
from twin_stats.source.tables import SUBJECTS


def later_wins(
    connection: DuckDBPyConnection, subject: str, path: Path, keys: Sequence[npt.NDArray[np.uint64]]
) -> int:
    """Rewrite the Parquet file without the rows that a later one replaces; return how many there were.

    `keys` are the hashes of the rows' keys: where none comes twice, the file is left as it is.
    """
    hashes = np.sort(np.concatenate(keys)) if keys else np.array([], np.uint64)
    twice = np.unique(hashes[1:][hashes[1:] == hashes[:-1]])
    if not len(twice):
        return 0
    connection.register("twice", pa.table({"key": pa.array(twice)}))
    lost = _lost(connection, subject, path)
    if lost:
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
    fewer = path.with_suffix(".fewer")
    connection.execute(f"""
        COPY (SELECT * EXCLUDE (file_row_number) FROM read_parquet({text(path)}, file_row_number = true)
              WHERE file_row_number NOT IN (SELECT row FROM lost))
        TO {text(fewer)} (FORMAT parquet, COMPRESSION snappy)""")
    fewer.replace(path)
