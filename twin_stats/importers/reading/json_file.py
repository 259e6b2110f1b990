"""JSON: a list of objects, an object on each line, or an answer of an API with such a list in it.

Every object is a row, every name in it a column; a list or an object within is the text of its JSON.
"""

from collections.abc import Sequence
from itertools import islice

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from twin_stats.errors import FileEmpty
from twin_stats.importers.reading.bytes_in import START, blocks, encoding_of, unpacked
from twin_stats.importers.reading.json_text import Found, objects
from twin_stats.importers.reading.source import Lines, Source, Stretch, Task, tidy_headers
from twin_stats.importers.sql.engine import name, text

ROWS = 50_000


def is_json(task: Task) -> bool:
    """Whether the file begins as JSON does, and no table."""
    with unpacked(task) as file:
        start = file.read(START)
    told = "".join(start[:2000].decode(encoding_of(task, start).name, "ignore").replace("\ufeff", "").split())
    return told.startswith(('{"', "[{")) or told in ("[]", "{}")


def open_json(task: Task) -> Source:
    """A relation over a copy of the rows; raise FileUnreadable, FileTruncated, FileEmpty or FileEncoding."""
    places: dict[str, int] = {}
    lines: list[int] = []
    files: list[str] = []
    with unpacked(task) as file:
        encoding = encoding_of(task, file.read(START))
        file.seek(0)
        found = objects(task, (block.decode() for block in blocks(task, file, encoding)))
        while part := list(islice(found, ROWS)):
            files.append(f"{task.copy}.{len(files)}.parquet")
            pq.write_table(_table(part, places), files[-1])
            lines += [line for line, _ in part]
    if not places:
        raise FileEmpty(file=task.path)
    headers = tidy_headers(tuple(places))
    stretches = [Stretch(0, 0, np.array(lines, dtype=np.int64))]
    return Source(task.path, _relation(files, headers, task), headers, len(lines), Lines(stretches))


def _table(part: Sequence[Found], places: dict[str, int]) -> pa.Table:
    """A column for each name met so far, under the number by which it was first met."""
    for _, row in part:
        if not row.keys() <= places.keys():
            for key in row:
                places.setdefault(key, len(places))
    columns = {f"c{place}": [row.get(key) for _, row in part] for key, place in places.items()}
    return pa.table({key: pa.array(values, pa.string()) for key, values in columns.items()})


def _relation(files: Sequence[str], headers: Sequence[str], task: Task) -> str:
    listed = ", ".join(text(file) for file in files)
    columns = ", ".join(_column(place, header, task) for place, header in enumerate(headers))
    return f"(SELECT {columns} FROM read_parquet([{listed}], union_by_name = true))"


def _column(place: int, header: str, task: Task) -> str:
    told = f"nullif(c{place}, '')"
    for missing in task.shape.missing:
        told = f"nullif({told}, {text(missing)})"
    return f"{told} AS {name(header)}"
