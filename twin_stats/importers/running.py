"""One import's way through the engine: open, resolve, stream, drop duplicates, count."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from math import isfinite
from pathlib import Path

from duckdb import DuckDBPyConnection
from duckdb import Error as DuckDBError

from twin_stats.errors import FileUnreadable
from twin_stats.importers.duplicates import later_wins
from twin_stats.importers.log import Target
from twin_stats.importers.mapping import Mapping
from twin_stats.importers.reading import Source, open_file
from twin_stats.importers.reading.source import Progress, Task
from twin_stats.importers.rejects import Rejects
from twin_stats.importers.report import Report
from twin_stats.importers.sql.engine import engine, name
from twin_stats.importers.sql.query import Query
from twin_stats.importers.sql.resolve import resolve
from twin_stats.importers.staging import Stage


@dataclass(frozen=True)
class Run:
    """What stays the same for all files of one import."""

    mapping: Mapping
    target: Target
    folder: Path
    progress: Progress

    def source(self, path: Path, rejects: Rejects) -> Source:
        """The file, opened by its content."""
        refuse = partial(rejects.malformed, path)
        return open_file(Task(path, self.mapping.file, self.folder, self.progress, refuse))


def staged(run: Run, files: Sequence[Path], stage: Stage, report: Report) -> Report:
    """Stream the files into the stage and count; raise FileProblem, BadMapping and their like."""
    sources = [run.source(path, stage.rejects) for path in files]
    with engine(run.folder, files, run.target.zone) as connection:
        queries = [_query(run, connection, source) for source in sources]
        columns = {column: kind for query in queries for column, kind in query.kinds.items()}
        for source, query in zip(sources, queries, strict=True):
            _stream(source, stage, (query, query.sql(source.relation, columns)))
        stage.close()
        lost = later_wins(connection, run.mapping.subject, stage.path, stage.keys)
        own = _own_counts(connection, sources, queries)
    ignored = dict.fromkeys(header for query in queries for header in query.resolved.ignored)
    return replace(
        report,
        accepted=stage.accepted - lost,
        rejected=stage.rejects.count,
        duplicates=lost,
        skipped=stage.skipped,
        times_in_missing_hour=stage.missing_hour,
        times_in_doubled_hour=stage.doubled_hour,
        ignored_columns=tuple(ignored),
        own=own,
    )


def _query(run: Run, connection: DuckDBPyConnection, source: Source) -> Query:
    resolved = resolve(connection, run.mapping, source.headers)
    return Query(connection, resolved, run.target.zone, run.target.currency)


def _stream(source: Source, stage: Stage, asked: tuple[Query, str]) -> None:
    query, sql = asked
    try:
        found = stage.add(query.connection, source, sql)
    except DuckDBError as error:
        reason = str(error).partition("\n")[0]
        if "space" in reason.lower():
            raise
        raise FileUnreadable(file=source.path, reason=reason) from error
    if not query.resolved.per and found != source.rows:
        raise FileUnreadable(file=source.path, reason=f"{source.rows} rows, of which {found} could be read")


def _own_counts(
    connection: DuckDBPyConnection, sources: Sequence[Source], queries: Sequence[Query]
) -> dict[str, object]:
    """The mapping's own counts, over all rows of all files, the rejected ones too."""
    wanted = queries[0].resolved.mapping.report
    if not wanted:
        return {}
    rows = " UNION ALL BY NAME ".join(
        query.rows(source.relation) for source, query in zip(sources, queries, strict=True)
    )
    counts: dict[str, object] = {}
    for key, expression in wanted.items():
        try:
            found = connection.execute(f"SELECT ({expression}\n) AS {name(key)} FROM ({rows})").fetchone()
        except DuckDBError:
            # One odd cell must not stop an import that is only counted by it.
            found = None
        counts[key] = _told(found[0]) if found else None
    return counts


def _told(value: object) -> object:
    """A count as JSON has it: numbers and texts as they are, all else as text."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float) and isfinite(value):
        return value
    return value.isoformat() if isinstance(value, date) else str(value)
