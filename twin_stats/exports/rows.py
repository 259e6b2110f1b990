"""Rows behind a figure as a file, written as they are read: memory does not grow with their number."""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import IO

from xlsxwriter.exceptions import XlsxWriterException

from twin_stats.errors import DiskFull, NotWritable
from twin_stats.exports import about, table
from twin_stats.exports.columns import Batch
from twin_stats.exports.listing import Batches, Listing
from twin_stats.exports.workbook import Book

Progress = Callable[[int], None]
Write = Callable[[IO[bytes], Listing, Iterator[Batch]], int]


def write(
    listing: Listing, form: str, target: Path, asked: Batches, *, progress: Progress | None = None
) -> int:
    """Write all rows in one of FORMS, and tell of the rows done; return how many there are.

    Raise DiskFull or NotWritable; what was written is removed then.
    """
    with whole(target) as file:
        return FORMS[form](file, listing, _told(listing.batches(asked), progress or (lambda rows: None)))


def _told(batches: Iterator[Batch], progress: Progress) -> Iterator[Batch]:
    done = 0
    for batch in batches:
        yield batch
        done += len(batch[0])
        progress(done)


def _csv(file: IO[bytes], listing: Listing, batches: Iterator[Batch]) -> int:
    file.write(table.lines([column.name for column in listing.columns], [], table.FOR_PROGRAMS).encode())
    rows = 0
    for batch in batches:
        file.write(table.lines([], batch, table.FOR_PROGRAMS).encode())
        rows += len(batch[0])
    return rows


def _csv_for_excel(file: IO[bytes], listing: Listing, batches: Iterator[Batch]) -> int:
    manner, columns, rows = table.excel(listing.language), listing.columns, 0
    file.write((table.BOM + table.lines([column.title for column in columns], [], manner)).encode())
    for batch in batches:
        file.write(table.lines([], _worded(listing, batch), manner).encode())
        rows += len(batch[0])
    return rows


def _xlsx(file: IO[bytes], listing: Listing, batches: Iterator[Batch]) -> int:
    worded = (_worded(listing, batch) for batch in batches)
    # Sheets lie beside the file while they are written; what fails would leave them there.
    with TemporaryDirectory(dir=Path(file.name).parent) as folder:
        book = Book(file, listing.language, listing.say("about.sheet"), folder=Path(folder))
        rows = book.table(listing.say("rows.sheet"), listing.columns, worded)
        book.close(about.rows(listing, rows))
    return rows


def _worded(listing: Listing, batch: Batch) -> Batch:
    columns = zip(listing.columns, batch, strict=True)
    return [column.worded(values, listing.language) for column, values in columns]


FORMS: Mapping[str, Write] = MappingProxyType({"csv": _csv, "csv_for_excel": _csv_for_excel, "xlsx": _xlsx})


@contextmanager
def whole(target: Path) -> Iterator[IO[bytes]]:
    """A file that is there whole or not at all."""
    try:
        with target.open("wb") as file:
            yield file
    except (OSError, XlsxWriterException) as error:
        target.unlink(missing_ok=True)
        if _is_full(error):
            raise DiskFull(folder=target.parent) from error
        raise NotWritable(path=target, reason=error) from error
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _is_full(error: BaseException | None) -> bool:
    """Whether the disk is full, as the system or what xlsxwriter made of it says."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if any(isinstance(part, OSError) and part.errno == errno.ENOSPC for part in error.args):
            return True
        error = error.__cause__ or error.__context__
    return False
