"""Settings from the environment, frozen at the start of a process."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path

from twin_stats.errors import BadSetting

PROJECT = Path(__file__).resolve().parent.parent
AHEAD_SECONDS = 5


@dataclass(frozen=True)
class Limits:
    """The limits that metrics are measured by, in seconds; the interface prints them."""

    short_call_seconds: int = 6
    service_level_seconds: int = 20
    short_abandon_seconds: int = 5


@dataclass(frozen=True)
class Settings:
    """Where the stores lie, what metrics are measured by, and for how many seconds each look at a page lets
    an idle store work on what may be asked for next."""

    home: Path
    database_url: str
    events_url: str
    limits: Limits = Limits()
    ahead_seconds: int = AHEAD_SECONDS

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Read `TWIN_STATS_*` variables; raise BadSetting for one that cannot be used."""
        home = Path(environment.get("TWIN_STATS_HOME") or PROJECT / "var").expanduser().absolute()
        database = environment.get("TWIN_STATS_DATABASE_URL") or f"sqlite:///{home / 'books.sqlite'}"
        events = environment.get("TWIN_STATS_EVENTS_URL") or _events_beside(database, home)
        limits = {limit.name: _whole(environment, limit.name, limit.default) for limit in fields(Limits)}
        ahead = _whole(environment, "ahead_seconds", AHEAD_SECONDS)
        return cls(home, database, events, Limits(**limits), ahead)


def _events_beside(database: str, home: Path) -> str:
    """One PostgreSQL URL is enough for both stores; else DuckDB files under the home."""
    return database if database.startswith("postgresql") else f"duckdb:///{home}"


def _whole(environment: Mapping[str, str], limit: str, default: object) -> int:
    name = f"TWIN_STATS_{limit.upper()}"
    value = environment.get(name) or str(default)
    if not (value.isascii() and value.isdigit() and len(value) < 7):
        raise BadSetting(name=name, value=value, expected="a whole number of seconds")
    return int(value)
