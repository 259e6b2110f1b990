"""Opening a file by its content: its first bytes say what it is."""

import errno
from pathlib import Path

from twin_stats.errors import FileEmpty, FileForeign, FileMissing, FileUnreadable
from twin_stats.importers.reading import json_file, parquet, spreadsheet, text_file
from twin_stats.importers.reading.source import Source, Task

FOREIGN = {
    b"BZh": "bzip2",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "zstd",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"%PDF": "PDF",
    b"SQLite format 3": "SQLite",
}
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def open_file(task: Task) -> Source:
    """The file as a relation of text columns; raise a FileProblem that says what is wrong with it."""
    start = first_bytes(task.path)
    for magic, kind in FOREIGN.items():
        if start.startswith(magic):
            raise FileForeign(file=task.path, kind=kind)
    if start.startswith(b"PAR1"):
        return parquet.open_parquet(task)
    if start.startswith((b"PK\x03\x04", OLD_EXCEL)):
        return spreadsheet.open_spreadsheet(task)
    return json_file.open_json(task) if json_file.is_json(task) else text_file.open_text(task)


def first_bytes(path: Path) -> bytes:
    """The beginning of a file; raise FileMissing, FileEmpty or FileUnreadable."""
    try:
        with path.open("rb") as file:
            start = file.read(64)
    except FileNotFoundError as error:
        raise FileMissing(file=path) from error
    except OSError as error:
        reason = "it is a folder" if error.errno == errno.EISDIR else error.strerror
        raise FileUnreadable(file=path, reason=reason) from error
    if not start:
        raise FileEmpty(file=path)
    return start
