"""A full disk, whoever notices it first, is one error."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twin_stats.errors import DiskFull
from twin_stats.source.opening import is_full


@contextmanager
def enough_space(folder: Path) -> Iterator[None]:
    """Turn what Python, DuckDB, Arrow or SQLite say of a full disk into DiskFull."""
    try:
        yield
    except Exception as error:
        if is_full(error):
            raise DiskFull(folder=folder) from error
        raise
