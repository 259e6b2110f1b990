"""What the figures were taken on."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

import psutil

PACKAGES = ("duckdb", "duckdb-sqlalchemy", "sqlalchemy", "pyarrow", "pandas", "numpy")


def described(packages: Sequence[str] = PACKAGES) -> str:
    """Date, cores, memory, load and versions, in Markdown."""
    memory = psutil.virtual_memory().total / 2**30
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    return (
        f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, {memory:.0f} GiB of memory, "
        f"{platform.system()} on {platform.machine()}; load over 1, 5 and 15 minutes at the end: {load}.\n"
        f"Python {platform.python_version()}, {versions}, SQLite {sqlite3.sqlite_version}."
    )
