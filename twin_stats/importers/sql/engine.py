"""A DuckDB that runs expressions written by others: it may read the import's own files and nothing else."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
from duckdb import DuckDBPyConnection

from twin_stats.importers.sql.macros import MACROS
from twin_stats.importers.sql.zones import instant_macro

MEMORY = "400MB"


@contextmanager
def engine(folder: Path, files: Sequence[Path], where: ZoneInfo) -> Iterator[DuckDBPyConnection]:
    """A locked-down connection in memory: it spills to `folder`, and reads below it and these files.

    `where` is the zone of naive times.
    """
    connection = duckdb.connect(config=_settings(folder))
    try:
        for macro in (*MACROS, instant_macro(where)):
            connection.execute(macro)
        _lock(connection, folder, files)
        yield connection
    finally:
        connection.close()


def _settings(folder: Path) -> dict[str, str | bool | int | float | list[str]]:
    return {
        "memory_limit": MEMORY,
        "temp_directory": str(folder / "spill"),
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "python_enable_replacements": False,
    }


def _lock(connection: DuckDBPyConnection, folder: Path, files: Sequence[Path]) -> None:
    connection.execute("SET TimeZone = 'UTC'")
    # Rows must come in the file's order: a row's number is how the rejects know its line.
    connection.execute("SET preserve_insertion_order = true")
    # It would take what two expressions share out of their TRY, and one bad cell would stop the import.
    connection.execute("SET disabled_optimizers = 'common_subexpressions'")
    connection.execute("SET streaming_buffer_size = '60MB'")
    connection.execute(f"SET allowed_directories = [{text(folder)}]")
    connection.execute(f"SET allowed_paths = [{', '.join(text(path) for path in files)}]")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")


def text(value: object) -> str:
    """A SQL literal of a text."""
    return "'" + str(value).replace("'", "''") + "'"


def name(value: str) -> str:
    """A SQL identifier, whatever its letters."""
    return '"' + value.replace('"', '""') + '"'


def ours(column: str) -> str:
    """Our typed column while theirs, which may have the same name, is still at hand."""
    return name(f"§t.{column}")
