"""SQLite with the same rows, clustered by company and time; times are milliseconds, money millionths."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from benchmarks.home import Home
from benchmarks.questions import Question
from benchmarks.rivals.by_hand import PEAKS, QUESTIONS
from benchmarks.rivals.dialects import SQLITE
from benchmarks.rivals.peaks import peaks
from twin_stats.analytics.filters import Filters

TIMES, FEES, DATES = (
    ("started_at", "answered_at", "ended_at"),
    ("call_fee", "bot_fee", "fees"),
    ("day", "week"),
)
COLUMNS = (
    "company", "started_at", "id", "direction", "status", "wait_seconds", "answered_at", "ended_at",
    "talk_seconds", "bot", "task", "group", "operator", "client", "responder", "transferred", "hangup_by",
    "call_fee", "bot_fee", "currency",
)  # fmt: skip
PIECE = 200_000


class Sqlite:
    """A connection with a large cache, and SQL by hand."""

    name = "SQLite"

    def __init__(self, home: Home, filters: Filters) -> None:
        path = home.folder / "rival.sqlite"
        if not path.exists():
            _make(path, home)
        self.filters = filters
        self.connection = sqlite3.connect(path)
        self.connection.execute("PRAGMA cache_size = -2000000")
        self.connection.execute("PRAGMA mmap_size = 20000000000")
        self.texts = {name: asked.text(SQLITE, filters) for name, asked in QUESTIONS.items()}
        self.texts |= dict.fromkeys(PEAKS, SQLITE.intervals(filters))

    def begin(self) -> None:
        """Nothing."""

    def ask(self, question: Question) -> Any:
        """The rows with their names; peaks by numpy."""
        cursor = self.connection.execute(self.texts[question.name])
        if question.buckets is None:
            return cursor.fetchall(), [column[0] for column in cursor.description]
        pieces = [np.array(rows, dtype=np.int64) * 1000 for rows in _pieces(cursor)]
        both = np.concatenate(pieces) if pieces else np.empty((0, 2), np.int64)
        return peaks(both[:, 0], both[:, 1], self.filters, bool(question.buckets))

    def read(self, question: Question, answer: Any) -> pd.DataFrame:
        """Numbers of days become dates, millionths money."""
        if question.buckets is not None:
            peak: pd.DataFrame = answer
            return peak
        frame = pd.DataFrame(answer[0], columns=answer[1])
        dates = {name: pd.to_datetime(frame[name], unit="D") for name in DATES if name in frame}
        fees = {name: frame[name] / 1e6 for name in FEES if name in frame}
        return frame.assign(**dates, **fees)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()


def _pieces(cursor: Any) -> Iterator[list[Any]]:
    while rows := cursor.fetchmany(PIECE):
        yield rows


def _make(path: Path, home: Home) -> None:
    """The rows of the event store, in the order of the cluster."""
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("PRAGMA synchronous = OFF")
        kinds = ", ".join(f'"{name}"' for name in COLUMNS)
        connection.execute(
            f"CREATE TABLE calls ({kinds}, PRIMARY KEY (company, started_at, id)) WITHOUT ROWID"
        )
        marks = ", ".join("?" * len(COLUMNS))
        for rows in _rows(home):
            connection.executemany(f"INSERT INTO calls VALUES ({marks})", rows)
            connection.commit()
        connection.execute("ANALYZE")
    part.rename(path)


def _rows(home: Home) -> Iterator[list[tuple[Any, ...]]]:
    columns = ", ".join(_exported(name) for name in COLUMNS)
    with closing(home.engine()) as engine:
        yield from _pieces(engine.execute(f"SELECT {columns} FROM calls ORDER BY company, started_at, id"))


def _exported(name: str) -> str:
    if name in TIMES:
        return f"epoch_ms({name})"
    return f"CAST({name} * 1000000 AS BIGINT)" if name in FEES else f'"{name}"'
