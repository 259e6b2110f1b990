"""Splitting blocks of delimited text into records: vectorised where quotes are regular, by hand where not.

A quote opens a field only at its start, and closes it only before a delimiter or a line's end; a doubled
quote inside stands for one. A record that is broken costs only its first line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from twin_stats.importers.reading.source import TextReject

NEWLINE, QUOTE = 10, 34
LONGEST = 1 << 20
Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Records:
    """Well-formed records of a block: their text, how many, the line of each (None: one after the other)."""

    clean: bytes
    count: int
    lines: Places | None
    all_lines: int
    rejects: list[TextReject]

    @property
    def is_untouched(self) -> bool:
        """Whether the block can be read as it stands, line by line."""
        return not self.rejects and self.lines is None


@dataclass(frozen=True)
class Splitter:
    """Splits blocks that end at a line's end, for a delimiter and a number of columns."""

    delimiter: bytes
    columns: int

    def split(self, block: bytes) -> Records:
        """The records of a block."""
        if b"\0" in block:
            return self._by_hand(block)
        data = np.frombuffer(block, np.uint8)
        places = np.flatnonzero((data == self.delimiter[0]) | (data == NEWLINE))
        newlines = block.count(b"\n")
        quoted = b'"' in block
        if not quoted and self._is_plain(data, places, newlines):
            return Records(block, newlines, None, newlines, [])
        outside = places
        if quoted:
            quotes = np.flatnonzero(data == QUOTE)
            if not self._is_regular(data, quotes):
                return self._by_hand(block)
            outside = places[np.searchsorted(quotes, places) % 2 == 0]
        return self._vectorised(block, data, outside, newlines)

    def _is_plain(self, data: npt.NDArray[np.uint8], places: Places, newlines: int) -> bool:
        """Whether every line has all columns: each line's end is the last of so many separators."""
        ends = places[self.columns - 1 :: self.columns]
        whole = self.columns > 1 and len(places) == newlines * self.columns
        return whole and bool((data[ends] == NEWLINE).all() and np.diff(ends, prepend=-1).max() < LONGEST)

    def _is_regular(self, data: npt.NDArray[np.uint8], quotes: Places) -> bool:
        """Whether every quote opens at a field's start, closes at its end, or is doubled."""
        if len(quotes) % 2:
            return False
        opens, closes = quotes[::2], quotes[1::2]
        before = data[np.maximum(opens - 1, 0)]
        after = data[np.minimum(closes + 1, len(data) - 1)]
        edges = (self.delimiter[0], NEWLINE, QUOTE)
        starts = np.isin(before, edges) | (opens == 0)
        return bool(starts.all() and np.isin(after, edges).all())

    def _vectorised(
        self, block: bytes, data: npt.NDArray[np.uint8], outside: Places, newlines: int
    ) -> Records:
        at = np.flatnonzero(data[outside] == NEWLINE)
        ends = outside[at]
        fields = np.diff(at, prepend=-1)
        good = fields == self.columns
        starts = np.concatenate(([0], ends[:-1] + 1))
        good &= ends - starts < LONGEST
        if self.columns == 1:
            good &= ends > starts
        if good.all() and len(ends) == newlines:
            return Records(block, len(ends), None, newlines, [])
        feeds = np.flatnonzero(data == NEWLINE)
        lines = np.searchsorted(feeds, starts)
        odd = np.flatnonzero(~good)
        if len(ends) < newlines and any(b"\n" in block[starts[n] : ends[n]] for n in odd):
            return self._by_hand(block)
        rejects = [*self._odd(block, starts, ends, lines, fields, odd)]
        return Records(_without(block, starts, ends, odd), int(good.sum()), lines[good], newlines, rejects)

    def _odd(self, block: bytes, *found: Places) -> Iterator[TextReject]:
        starts, ends, lines, fields, odd = found
        for n in odd:
            raw = block[starts[n] : ends[n]]
            if raw.strip():
                yield self._wrong_width(raw, int(lines[n]), int(fields[n]))

    def _wrong_width(self, raw: bytes, line: int, fields: int) -> TextReject:
        facts: dict[str, object] = {"found": fields, "expected": self.columns}
        return TextReject(
            line, _told(raw), "reject.fields" if fields != self.columns else "reject.long", facts
        )

    def _by_hand(self, block: bytes) -> Records:
        clean, lines, rejects = [], [], []
        at = line = 0
        record, field = _patterns(self.delimiter)
        while at < len(block):
            match = record.match(block, at)
            count = len(field.findall(match[1])) if match else 0
            end = match.end() if match else block.index(b"\n", at) + 1
            if match and count != self.columns and b"\n" in match[1]:
                # Several lines that make no row: most likely a quote in the first one was never closed.
                end, match = block.index(b"\n", at) + 1, None
            raw = block[at:end]
            if match and count == self.columns and raw.strip() and len(raw) < LONGEST:
                clean.append(raw)
                lines.append(line)
            elif raw.strip():
                broken = TextReject(line, _told(raw), "reject.nul" if b"\0" in raw else "reject.quote")
                rejects.append(self._wrong_width(raw.rstrip(b"\n"), line, count) if match else broken)
            at, line = end, line + raw.count(b"\n")
        return Records(b"".join(clean), len(clean), np.array(lines, np.int64), line, rejects)


def _without(block: bytes, starts: Places, ends: Places, odd: Places) -> bytes:
    parts, at = [], 0
    for n in odd:
        parts.append(block[at : starts[n]])
        at = int(ends[n]) + 1
    return b"".join([*parts, block[at:]])


def _patterns(delimiter: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    """A whole record with its line's end, and one field with what comes before it."""
    d = re.escape(delimiter)
    field = rb'(?:"(?:[^"\0]|"")*+"(?=[%b\n]|\Z)|(?!")[^%b\n\0]*+)' % (d, d)
    return re.compile(rb"(%b(?:%b%b)*+)\n" % (field, d, field)), re.compile(rb"(?:\A|%b)%b" % (d, field))


def _told(raw: bytes) -> str:
    return raw[:200].decode("utf-8", "replace").rstrip("\r\n")
