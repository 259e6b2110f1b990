"""XLSX with real dates and numbers, written row by row: the memory it takes does not grow with the rows.

Text is always written as text, so that nothing in it is ever a formula or a link. What does not fit on one
sheet goes on on a further one.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import IO, Any

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from twin_stats import text
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import word
from twin_stats.exports import about
from twin_stats.exports.cells import readable
from twin_stats.exports.columns import Batch, Column, batch, columns, first_day, plain
from twin_stats.exports.seen import Seen

ROWS_OF_A_SHEET, LONGEST_TEXT, LONGEST_NAME = 1_048_576, 32_767, 31
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
FORMATS = {
    "count": "#,##0",
    "peak": "#,##0",
    "rate": "0.0%",
    "seconds": "#,##0.###",
    "number": "#,##0.00",
    "money": "#,##0.00####",
}
DATES = {
    "en": {"date": "yyyy-mm-dd", "month": "mmm yyyy", "time": "yyyy-mm-dd hh:mm:ss"},
    "ru": {"date": "dd.mm.yyyy", "month": "mmm yyyy", "time": "dd.mm.yyyy hh:mm:ss"},
}
WIDTHS = {"text": 24, "time": 20}
FACTS = {"name": 34, "value": 90}


class Book:
    """A workbook that is being written: facts on its first sheet, tables on those behind."""

    def __init__(
        self,
        target: IO[bytes],
        language: str,
        about: str,
        *,
        most: int = ROWS_OF_A_SHEET,
        folder: Path | None = None,
    ) -> None:
        self._book = Workbook(target, {**SAFE, "tmpdir": str(folder) if folder else None})
        self._language, self._most = language, most
        self._names: set[str] = set()
        self._formats = {kind: self._book.add_format({"num_format": form}) for kind, form in self._forms()}
        self._head = self._book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._about = self._sheet(about)
        self.cut = 0

    def table(self, name: str, columns: Sequence[Column], batches: Iterable[Batch]) -> int:
        """Write a table, on as many sheets as it takes; return its number of rows."""
        sheet, row, rows = self._begun(name, columns), 1, 0
        for cells in batches:
            for values in zip(*cells, strict=True):
                if row == self._most:
                    sheet, row = self._begun(name, columns), 1
                self._line(sheet, row, values, columns)
                row, rows = row + 1, rows + 1
        return rows

    def close(self, facts: Iterable[tuple[str, Any]]) -> None:
        """Write the first sheet, which may tell of the others, and finish the file."""
        self._about.set_column(0, 0, FACTS["name"], self._wrapped)
        self._about.set_column(1, 1, FACTS["value"], self._wrapped)
        for row, (name, value) in enumerate(facts):
            self._about.write_string(row, 0, self._text(name), self._head)
            self._cell(self._about, (row, 1), value, self._format_of(value))
        self._about.activate()
        self._book.close()

    def _forms(self) -> list[tuple[str, str]]:
        return [*FORMATS.items(), *DATES[self._language].items()]

    def _sheet(self, name: str) -> Worksheet:
        made = sheet_name(name, self._names)
        self._names.add(made.casefold())
        return self._book.add_worksheet(made)

    def _begun(self, name: str, columns: Sequence[Column]) -> Worksheet:
        sheet = self._sheet(name)
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            sheet.set_column(place, place, WIDTHS.get(column.kind, 14), self._formats.get(column.kind))
            sheet.write_string(0, place, self._text(column.title), self._head)
        return sheet

    def _line(self, sheet: Worksheet, row: int, values: Sequence[Any], columns: Sequence[Column]) -> None:
        for place, value in enumerate(values):
            if value is not None:
                self._cell(sheet, (row, place), value, self._formats.get(columns[place].kind))

    def _cell(self, sheet: Worksheet, at: tuple[int, int], value: Any, form: Format | None) -> None:
        if isinstance(value, str):
            sheet.write_string(*at, self._text(value), form)
        elif isinstance(value, bool):
            sheet.write_boolean(*at, value, form)
        elif isinstance(value, date):
            sheet.write_datetime(*at, _wall(value), form)
        else:
            sheet.write_number(*at, float(value) if isinstance(value, Decimal) else value, form)

    def _text(self, value: str) -> str:
        if len(value) <= LONGEST_TEXT:
            return readable(value)
        self.cut += 1
        return readable(value[: LONGEST_TEXT - 1]) + ELLIPSIS

    def _format_of(self, value: Any) -> Format | None:
        if isinstance(value, date):
            return self._formats["time" if isinstance(value, datetime) else "date"]
        kinds = {int: "count", Decimal: "money", float: "seconds"}
        return self._formats[kinds[type(value)]] if type(value) in kinds else self._wrapped


SAFE = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": True,
}


def _wall(value: date) -> date:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def sheet_name(name: str, taken: Iterable[str]) -> str:
    """A name that Excel takes: no sign of a path or formula, at most 31 letters, there only once."""
    safe = re.sub(r"[\[\]:*?/\\]", " ", readable(name)).strip("' ") or "1"
    # Excel keeps this name for itself.
    safe = "_History" if safe.casefold() == "history" else safe
    number, made = 1, safe[:LONGEST_NAME].strip("' ")
    while made.casefold() in set(taken):
        number += 1
        ending = f" ({number})"
        made = safe[: LONGEST_NAME - len(ending)] + ending
    return made


def xlsx(seen: Seen) -> bytes:
    """What a chart shows, in words, behind a sheet that tells what it is."""
    target = BytesIO()
    book = Book(target, seen.language, seen.say("about.sheet"))
    book.table(seen.title, columns(seen), [batch(seen, worded=True)])
    book.close(about.chart(seen))
    return target.getvalue()


def figures(frame: pd.DataFrame, metrics: Sequence[Metric], filters: Filters, company: str) -> bytes:
    """Figures by dimensions, in words, behind a sheet that tells what they are."""
    found = [_column(str(name), frame[name], metrics) for name in frame]
    cells = [list(_cells(frame[column.name], column)) for column in found]
    target = BytesIO()
    book = Book(target, "en", text.say("about.sheet"))
    lines = book.table(text.say("figures.sheet"), found, [cells])
    book.close(about.figures(metrics, filters, company, lines))
    return target.getvalue()


def _column(name: str, values: "pd.Series[Any]", metrics: Sequence[Metric]) -> Column:
    for metric in metrics:
        if metric.name == name:
            return Column(name, text.say(f"metric.{name}"), metric.unit)
    kind = DAYS.get(name) or ("count" if pd.api.types.is_numeric_dtype(values) else "text")
    title = "export.week" if name == "week" else f"dimension.{name}"
    return Column(name, text.say(title), kind, name if kind == "text" else "")


DAYS = {"day": "date", "week": "date", "month": "month"}


def _cells(values: "pd.Series[Any]", column: Column) -> Iterable[Any]:
    if column.name in DAYS:
        return map(first_day, values)
    if column.name == "weekday":
        return (text.say(f"weekday.{value}") for value in values)
    if column.words_of:
        return (word(column.words_of, value, "en") for value in values)
    return (plain(value, column.kind) for value in values)
