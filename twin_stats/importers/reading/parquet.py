"""Parquet: read where it lies, every column as text."""

import pyarrow as pa
import pyarrow.parquet as pq

from twin_stats.errors import FileTruncated, FileUnreadable
from twin_stats.importers.reading.source import Lines, Source, Stretch, Task, tidy_headers
from twin_stats.importers.sql.engine import name, text


def open_parquet(task: Task) -> Source:
    """A relation over the file; raise FileTruncated or FileUnreadable."""
    with task.path.open("rb") as file:
        file.seek(-4, 2)
        if file.read(4) != b"PAR1":
            raise FileTruncated(file=task.path)
    try:
        meta = pq.read_metadata(task.path)
    except (pa.ArrowException, OSError) as error:
        raise FileUnreadable(file=task.path, reason=str(error).partition("\n")[0]) from error
    found = meta.schema.to_arrow_schema().names
    headers = tidy_headers(found)
    columns = ", ".join(_column(old, new, task) for old, new in zip(found, headers, strict=True))
    relation = f"(SELECT {columns} FROM read_parquet({text(task.path)}))"
    return Source(task.path, relation, headers, meta.num_rows, Lines([Stretch(0, 1)]))


def _column(old: str, new: str, task: Task) -> str:
    told = f"nullif(CAST({name(old)} AS VARCHAR), '')"
    for missing in task.shape.missing:
        told = f"nullif({told}, {text(missing)})"
    return f"{told} AS {name(new)}"
