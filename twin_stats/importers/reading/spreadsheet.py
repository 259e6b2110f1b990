"""Spreadsheets: the rows of one sheet become a CSV copy, cell by cell as text."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import numpy as np
from python_calamine import CalamineError, CalamineWorkbook, load_workbook

from twin_stats.errors import FileEmpty, FileUnreadable, NoSuchSheet
from twin_stats.importers.mapping.words import near
from twin_stats.importers.reading.delimited import relation
from twin_stats.importers.reading.source import Lines, Source, Stretch, Task, tidy_headers


def open_spreadsheet(task: Task) -> Source:
    """A relation over a copy of the sheet; raise FileUnreadable, FileEmpty or NoSuchSheet."""
    try:
        rows = _rows(load_workbook(str(task.path)), task)
        header = next((cells for _, cells in rows if any(cells)), None)
        if header is None:
            raise FileEmpty(file=task.path)
        headers = tidy_headers(task.shape.header or header)
        numbers = _copy(rows, len(headers), task.copy)
    except (CalamineError, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise FileUnreadable(file=task.path, reason=reason) from error
    lines = Lines([Stretch(0, 0, numbers)])
    sql = relation(task.copy, headers, task.shape.missing)
    return Source(task.path, sql, headers, len(numbers), lines)


def _rows(book: CalamineWorkbook, task: Task) -> Iterator[tuple[int, list[str]]]:
    """The number of each row of the sheet and its cells as text, from the row after `skip` on."""
    sheet = book.get_sheet_by_name(_sheet(book, task))
    for number, row in enumerate(sheet.iter_rows(), 1):
        if number > task.shape.skip:
            yield number, [_told(cell) for cell in row]


def _sheet(book: CalamineWorkbook, task: Task) -> str:
    """The sheet that the mapping names, else the first one that has rows."""
    wanted = task.shape.sheet
    if wanted and wanted not in book.sheet_names:
        hint = near(wanted, book.sheet_names)
        raise NoSuchSheet(file=task.path, sheet=wanted, hint=hint)
    filled = (each for each in book.sheet_names if book.get_sheet_by_name(each).height)
    return wanted or next(filled, book.sheet_names[0])


def _copy(
    rows: Iterator[tuple[int, list[str]]], width: int, path: Path
) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    """Write the rows that are not blank; return their numbers in the sheet."""
    numbers = []
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for number, cells in rows:
            if any(cells):
                numbers.append(number)
                writer.writerow(_wide(cells, width))
    return np.array(numbers, dtype=np.int64)


def _wide(cells: Sequence[str], width: int) -> list[str]:
    return [*cells[:width], *[""] * (width - len(cells))]


def _told(cell: object) -> str:
    """A cell as a text that our types read: whole numbers without a point, times in ISO, spans in seconds."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, timedelta):
        return f"{cell.total_seconds():g}"
    if isinstance(cell, datetime | date | time):
        return cell.isoformat(sep=" ") if isinstance(cell, datetime) else cell.isoformat()
    return str(cell).replace("\0", "")
