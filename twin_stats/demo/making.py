"""Making a demo: each subject month by month into a Parquet file, then all of them into one generation."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import Connection

from twin_stats.demo import calls, chats, notifications
from twin_stats.demo.details import check_free, forget_imports, write_details
from twin_stats.demo.people.shifts import intervals_table
from twin_stats.demo.people.team import groups_table, members_table
from twin_stats.demo.plan import Plan
from twin_stats.demo.world import World, world
from twin_stats.source.stores import Stores
from twin_stats.source.writing import Batch, Writer, enough_space, parquet_folder, writing_events

Tables = Iterator[tuple[str, pa.Table]]
Progress = Callable[[float], None]
GENERATING = 0.6  # the rest of the time goes into loading


@dataclass(frozen=True)
class Made:
    """What was made: the rows of each subject, and the generation that has them."""

    rows: Mapping[str, int]
    generation: int


def make(stores: Stores, plan: Plan, progress: Progress) -> Made:
    """Make the company of the plan, or make it anew; no other company is touched.

    Raises NotADemoCompany where the number belongs to a company of somebody's own.
    """
    with stores.reading() as connection:
        check_free(connection, plan.company)
    with writing_events(stores) as writer, enough_space(stores.settings.home):
        name = f"demo-{plan.company}-{stores.generation() + 1:06d}"
        files, rows = _written(tables(plan, progress), parquet_folder(stores) / name)
        batches = [Batch(subject, plan.company, path, replaces=True) for subject, path in files.items()]
        generation = _put_in_force(writer, batches, plan.company)
    return Made(rows, generation)


def tables(plan: Plan, progress: Progress = lambda _done: None) -> Tables:
    """The rows of each subject, in pieces: the same for the same plan."""
    whole = world(plan)
    yield "groups", groups_table()
    yield "members", members_table()
    yield "operators", intervals_table(whole.intervals, whole.team, plan.end)
    yield from _monthly(whole, progress)


def _monthly(whole: World, progress: Progress) -> Tables:
    pieces = whole.plan.pieces()
    for number, piece in enumerate(pieces, 1):
        yield "calls", calls.rows(whole, piece)
        sessions, messages = chats.rows(whole, piece)
        yield "chats", sessions
        yield "messages", messages
        yield "notifications", notifications.rows(whole, piece)
        progress(GENERATING * number / len(pieces))


def _written(tables: Iterable[tuple[str, pa.Table]], name: Path) -> tuple[dict[str, Path], dict[str, int]]:
    """One Parquet file a subject, each piece its row groups; the files and their rows."""
    writers: dict[str, pq.ParquetWriter] = {}
    rows: dict[str, int] = {}
    try:
        for subject, table in tables:
            if subject not in writers:
                writers[subject] = pq.ParquetWriter(_path(name, subject), table.schema)
            writers[subject].write_table(table)
            rows[subject] = rows.get(subject, 0) + table.num_rows
    finally:
        for writer in writers.values():
            writer.close()
    return {subject: _path(name, subject) for subject in writers}, rows


def _path(name: Path, subject: str) -> Path:
    return name.with_name(f"{name.name}-{subject}.parquet")


def _put_in_force(writer: Writer, batches: list[Batch], company: int) -> int:
    """The next generation, with the books' rows in the same transaction; then older files of the demo go."""
    old: list[str] = []

    def record(connection: Connection, _generation: int) -> None:
        write_details(connection, company)
        old.extend(forget_imports(connection, company))

    generation = writer.write(batches, record)
    for file in old:
        (parquet_folder(writer.stores) / file).unlink(missing_ok=True)
    return generation
