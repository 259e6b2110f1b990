"""Reading back what was exported, as another program would."""

import csv
from io import BytesIO, StringIO
from typing import Any

from python_calamine import CalamineWorkbook


def table(content: bytes, separator: str = ",") -> list[dict[str, str]]:
    """The lines of a CSV by their titles."""
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=separator))


def sheets(content: bytes) -> dict[str, list[list[Any]]]:
    """The cells of each sheet of a workbook."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def facts(content: bytes) -> dict[str, Any]:
    """What the first sheet of a workbook says."""
    return {row[0]: row[1] for row in next(iter(sheets(content).values()))}
