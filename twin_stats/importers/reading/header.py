"""The header of a text file: its names, its delimiter, and on how many lines it stands."""

import csv
from dataclasses import dataclass
from io import StringIO

from twin_stats.errors import FileUnreadable
from twin_stats.importers.reading.source import Task, tidy_headers

DELIMITERS = "\t;,|"


@dataclass(frozen=True)
class Header:
    """`lines`: how many lines lie before the first row; `is_first_line`: nothing else lies there."""

    names: tuple[str, ...]
    delimiter: str
    lines: int
    is_first_line: bool


def header_of(task: Task, start: str) -> Header:
    """The header that stands in the file or in the mapping; raise FileUnreadable if there is none."""
    lines = start.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    before = task.shape.skip
    while before < len(lines) - 1 and _is_nothing(lines[before]):
        before += 1
    delimiter = task.shape.delimiter or _said(lines[:before]) or _likely(lines[before])
    if task.shape.header:
        return Header(tidy_headers(task.shape.header), delimiter, task.shape.skip, task.shape.skip == 0)
    rows = csv.reader(StringIO("\n".join(lines[before:])), delimiter=delimiter)
    try:
        names = next(rows)
    except (csv.Error, StopIteration) as error:
        raise FileUnreadable(file=task.path, reason=str(error) or "no header") from error
    return Header(tidy_headers(names), delimiter, before + rows.line_num, before + rows.line_num == 1)


def _is_nothing(line: str) -> bool:
    """A blank line, or the one by which spreadsheets name their delimiter."""
    return not line.strip() or (line.lower().startswith("sep=") and len(line.strip()) <= 5)


def _said(lines: list[str]) -> str | None:
    said = [line[4] for line in lines if line.lower().startswith("sep=") and len(line) > 4]
    return said[0] if said else None


def _likely(line: str) -> str:
    """The delimiter that stands most often outside quotes; of equals, the first of tab ; , |."""
    outside = "".join(line.split('"')[::2])
    return max(DELIMITERS, key=outside.count) if any(d in outside for d in DELIMITERS) else ","
