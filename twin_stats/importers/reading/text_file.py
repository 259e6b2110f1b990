"""CSV, TSV and their like: the header, the delimiter, and rows that are checked before any SQL reads them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from twin_stats.errors import FileEmpty, FileUnreadable
from twin_stats.importers.reading import delimited
from twin_stats.importers.reading.bytes_in import START, Encoding, blocks, encoding_of, is_packed, unpacked
from twin_stats.importers.reading.header import Header, header_of
from twin_stats.importers.reading.records import LONGEST, Splitter
from twin_stats.importers.reading.source import Lines, Source, Stretch, Task

ENDLESS = 32 << 20


@dataclass
class _Scan:
    """What was found while going through a file once."""

    line: int
    rows: int = 0
    stretches: list[Stretch] = field(default_factory=list)


def open_text(task: Task) -> Source:
    """A relation over the file if every line is a row, else over a cleaned copy; raise a FileProblem."""
    with unpacked(task) as file:
        start = file.read(START)
        if not start:
            raise FileEmpty(file=task.path)
    encoding = encoding_of(task, start)
    header = header_of(task, start[encoding.mark :].decode(encoding.name, "ignore"))
    scan = None
    if encoding.is_plain and header.is_first_line and not is_packed(task):
        scan = _scan(task, encoding, header, None)
        how = {"skip": header.lines, "new_line": "\\r\\n" if encoding.newline == b"\r\n" else "\\n"}
        path = task.path
    if scan is None:
        how, path = {}, task.copy
        with path.open("wb") as copy:
            scan = _scan(task, encoding, header, copy)
    assert scan
    sql = delimited.relation(path, header.names, task.shape.missing, delimiter=header.delimiter, **how)
    return Source(task.path, sql, header.names, scan.rows, Lines(scan.stretches))


def _scan(task: Task, encoding: Encoding, header: Header, copy: BinaryIO | None) -> _Scan | None:
    """Check every row, and copy the good ones; without a copy, None at the first that needs one."""
    splitter = Splitter(header.delimiter.encode(), len(header.names))
    scan = _Scan(line=header.lines + 1)
    with unpacked(task) as file:
        for block in _whole_records(task, _after(blocks(task, file, encoding), header.lines)):
            if copy is None and encoding.newline == b"\n" and b"\r" in block:
                return None
            records = splitter.split(block)
            if copy is None and not records.is_untouched:
                return None
            if copy:
                copy.write(records.clean)
            scan.stretches.append(Stretch(scan.rows, scan.line, records.lines))
            for reject in records.rejects:
                task.refuse(replace(reject, line=scan.line + reject.line))
            scan.rows += records.count
            scan.line += records.all_lines
    return scan


def _after(found: Iterator[bytes], lines: int) -> Iterator[bytes]:
    """The text behind the first so many lines."""
    for block in found:
        while lines and (at := block.find(b"\n") + 1):
            block, lines = block[at:], lines - 1
        if lines == 0 and block:
            yield block


def _whole_records(task: Task, found: Iterator[bytes]) -> Iterator[bytes]:
    """The text cut where a record ends; raise FileUnreadable if none ever ends."""
    held = b""
    for block in found:
        block = held + block
        cut = _cut(block)
        if cut:
            yield block[:cut]
        held = block[cut:]
        if len(held) > ENDLESS:
            raise FileUnreadable(file=task.path, reason=f"a line of more than {ENDLESS >> 20} MB")
    if held:
        yield held if held.endswith(b"\n") else held + b"\n"


def _cut(block: bytes) -> int:
    """The last line's end that no quoted field goes across (within reason: an open quote may have no end)."""
    cut = last = block.rfind(b"\n") + 1
    while cut and block.count(b'"', 0, cut) % 2:
        cut = block.rfind(b"\n", 0, block.rfind(b'"', 0, cut)) + 1
        if last - cut > LONGEST:
            return last
    return cut or (last if last > LONGEST else 0)
