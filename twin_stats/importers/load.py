"""The load: files become one generation, or nothing at all.

All of it happens while this process has the right to write events: a second import waits, and what a
killed one left behind belongs to nobody.
"""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, select

from twin_stats.errors import NothingAccepted, RowsRejected
from twin_stats.importers import log
from twin_stats.importers.mapping import Mapping
from twin_stats.importers.reading.opening import first_bytes
from twin_stats.importers.reading.source import Progress
from twin_stats.importers.rejects import Rejects
from twin_stats.importers.report import Report
from twin_stats.importers.running import Run, staged
from twin_stats.importers.staging import Stage
from twin_stats.source.books import parquets
from twin_stats.source.stores import Stores
from twin_stats.source.writing import Batch, Writer, enough_space, parquet_folder, writing_events


@dataclass(frozen=True)
class Request:
    """What is asked for: files of one subject, by one mapping, for one company, all or nothing."""

    files: Sequence[Path]
    mapping: Mapping
    company: int | None = None
    zone: str | None = None
    currency: str | None = None
    strict: bool = False


def load(stores: Stores, request: Request, progress: Progress = lambda _step, _share: None) -> Report:
    """Import the files; return what was done. Raises a TwinStatsError, and then nothing has changed."""
    for path in request.files:
        first_bytes(path)
    log.target(stores, request.company, request.mapping, (request.zone, request.currency))
    with writing_events(stores) as writer, enough_space(stores.settings.home):
        return _load(writer, request, progress)


def _load(writer: Writer, request: Request, progress: Progress) -> Report:
    stores, mapping = writer.stores, request.mapping
    where = log.target(stores, request.company, mapping, (request.zone, request.currency))
    entries, known = _entries(stores, request, where)
    report = Report(company=where.company, unchanged_files=known, generation=stores.generation())
    if not entries:
        return report
    with _folder(stores) as folder:
        rejects = Rejects(folder / "rejects.csv")
        stage = Stage(folder / "rows.parquet", rejects, progress)
        try:
            paths = [entry.path for entry in entries]
            report = staged(Run(mapping, where, folder, progress), paths, stage, report)
        except BaseException:
            stage.abandon()
            raise
        report = _judged(stores, request, rejects, report)
        return _written(writer, stage.path, report, (entries, where)) if report.accepted else report


def _entries(stores: Stores, request: Request, where: log.Target) -> tuple[list[log.Entry], int]:
    """The files that are news, each once, and how many are not."""
    how = log.how(request.mapping, where)
    subject = request.mapping.subject
    named = [path.absolute() for path in request.files]
    entries = [log.Entry(path, log.digest(path), subject, how, where.company) for path in named]
    with stores.reading() as connection:
        news = {entry.sha256: entry for entry in entries if not log.is_known(connection, entry)}
    return list(news.values()), len(entries) - len(news)


def _judged(stores: Stores, request: Request, rejects: Rejects, report: Report) -> Report:
    """Keep the rejects where there are some; raise RowsRejected or NothingAccepted if that ends it."""
    if not report.rejected:
        return report
    name = f"{request.mapping.subject}-{report.company}"
    path = rejects.keep(stores.settings.home / "rejects", name)
    facts = {"rejected": report.rejected, "reason": rejects.commonest(), "rejects": path}
    if request.strict:
        raise RowsRejected(**facts)
    if not report.accepted:
        raise NothingAccepted(**facts)
    return replace(report, rejects=path)


def _written(
    writer: Writer, staged_rows: Path, report: Report, done: tuple[Sequence[log.Entry], log.Target]
) -> Report:
    """Keep the Parquet file, and put its rows in force together with the log's entries."""
    entries, where = done
    subject = entries[0].subject
    kept = parquet_folder(writer.stores) / f"import-{subject}-{where.company}-{uuid4().hex[:12]}.parquet"
    _sync(staged_rows)
    staged_rows.rename(kept)
    told = report

    def record(connection: Connection, generation: int) -> None:
        nonlocal told
        log.make_company(connection, where)
        changed = log.updated(connection, generation, subject, report.accepted)
        odd = log.odd(connection, generation)
        told = replace(report, updated=changed, generation=generation, odd=odd)
        log.remember(connection, entries, generation, told.flat())

    writer.write([Batch(subject, where.company, kept)], record)
    return told


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())


@contextmanager
def _folder(stores: Stores) -> Iterator[Path]:
    """A folder for this import; what killed imports left goes: their folders, Parquet of no generation."""
    home = parquet_folder(stores)
    with stores.reading() as connection:
        in_force = set(connection.scalars(select(parquets.c.file)))
    for path in home.glob("stage-*"):
        shutil.rmtree(path, ignore_errors=True)
    for path in home.glob("import-*.parquet"):
        if path.name not in in_force:
            path.unlink(missing_ok=True)
    folder = home / f"stage-{uuid4().hex[:12]}"
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
