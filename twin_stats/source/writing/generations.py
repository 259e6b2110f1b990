"""Writing events: each import makes the next generation beside the one in force, then puts it in force.

A process killed at any moment leaves the generation in force as it was: the new file gets its name in
the books in the last step, in one transaction with the import log.
"""

import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout
from sqlalchemy import Connection, insert, select

from twin_stats.errors import StoreBusy
from twin_stats.source import books
from twin_stats.source.opening import make_folder
from twin_stats.source.stores import Stores, answering
from twin_stats.source.writing import duckdb_file, server_events
from twin_stats.source.writing.batch import Batch
from twin_stats.source.writing.space import enough_space

PATIENCE_SECONDS = 900
Record = Callable[[Connection, int], None]


@dataclass(frozen=True)
class Writer:
    """The right to write events: only one process has it at a time (see `writing_events`)."""

    stores: Stores

    def write(self, batches: Sequence[Batch], record: Record, fresh: bool = False) -> int:
        """Make the next generation with these batches, put it in force, and return its number.

        `record(connection, generation)` runs in the books' transaction that puts it in force; with
        `fresh` the generation starts empty (a rebuild). Raises a StoreError; then nothing has changed.
        """
        number = self.stores.generation() + 1
        with enough_space(self.stores.settings.home):
            rows = self._file(number, batches, fresh) if self.stores.is_files else None
            with self.stores.writing() as connection:
                if rows is None:
                    rows = self._rows_on_server(connection, batches, fresh)
                _put_in_force(connection, number, rows)
                record(connection, number)
                if not fresh:
                    _remember(connection, number, batches)
        self.tidy()
        return number

    def _file(self, number: int, batches: Sequence[Batch], fresh: bool) -> dict[str, int]:
        current = None if fresh or number == 1 else self.stores.events_file(number - 1)
        return duckdb_file.write(self.stores.events_file(number), current, batches)

    def _rows_on_server(
        self, connection: Connection, batches: Sequence[Batch], fresh: bool
    ) -> dict[str, int]:
        """Events beside the books are one transaction with them; elsewhere they have one of their own."""
        if self.stores.settings.events_url == self.stores.settings.database_url:
            return server_events.write(connection, batches, fresh)
        with answering("events", self.stores.settings.events_url), self.stores.events().begin() as apart:
            return server_events.write(apart, batches, fresh)

    def tidy(self) -> None:
        """Delete what a killed process left behind, and generations that nobody reads any more."""
        current = self.stores.generation()
        keep = {self.stores.events_file(n) for n in (current, current - 1)}
        for path in self.stores.settings.home.glob("events.*.duckdb*"):
            if path in keep or path.with_suffix("") in keep:
                continue
            if path.is_dir():  # where DuckDB puts what does not fit into memory
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _put_in_force(connection: Connection, number: int, rows: dict[str, int]) -> None:
    now = datetime.now(UTC).replace(tzinfo=None)
    connection.execute(insert(books.generations).values(generation=number, made_at=now, rows=rows))


def _remember(connection: Connection, number: int, batches: Sequence[Batch]) -> None:
    for batch in batches:
        connection.execute(
            insert(books.parquets).values(
                generation=number,
                company=batch.company,
                subject=batch.subject,
                file=batch.parquet.name,
                replaces=batch.replaces,
            )
        )


@contextmanager
def writing_events(stores: Stores, patience: float = PATIENCE_SECONDS) -> Iterator[Writer]:
    """Wait for the right to write events; raise StoreBusy when another process keeps it too long."""
    make_folder(stores.settings.home)
    lock = FileLock(stores.settings.home / "events.lock")
    try:
        lock.acquire(timeout=patience)
    except Timeout as error:
        raise StoreBusy(seconds=int(patience)) from error
    try:
        writer = Writer(stores)
        writer.tidy()
        yield writer
    finally:
        lock.release()


def parquet_folder(stores: Stores) -> Path:
    """Where each import is kept as Parquet, so that the event store can be rebuilt."""
    folder = stores.settings.home / "imports"
    make_folder(folder)
    return folder


def rebuild(stores: Stores) -> int:
    """Make the event store anew from the kept imports, in their order; return the generation."""
    with writing_events(stores) as writer:
        with stores.reading() as connection:
            kept = connection.execute(select(books.parquets).order_by(books.parquets.c.id)).all()
        folder = parquet_folder(stores)
        batches = [Batch(row.subject, row.company, folder / row.file, row.replaces) for row in kept]
        return writer.write(batches, lambda _connection, _generation: None, fresh=True)
