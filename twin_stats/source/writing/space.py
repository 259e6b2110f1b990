"""A full disk, whoever notices it first, is one error."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twin_stats.errors import DiskFull

SIGNS = ("no space left", "max_temp_directory_size", "disk is full", "disk full")


@contextmanager
def enough_space(folder: Path) -> Iterator[None]:
    """Turn what Python, DuckDB, Arrow or SQLite say of a full disk into DiskFull."""
    try:
        yield
    except Exception as error:
        full = isinstance(error, OSError) and error.errno == errno.ENOSPC
        words = f"{error} {error.__cause__ or ''}".lower()
        if full or any(sign in words for sign in SIGNS):
            raise DiskFull(folder=folder) from error
        raise
