"""What a reader hands on: a relation of text columns, and which line each of its rows stood on."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from twin_stats.importers.mapping import FileShape

Progress = Callable[[str, float], None]
Refuse = Callable[["TextReject"], None]
BLOCK = 4 << 20


@dataclass(frozen=True)
class TextReject:
    """A line that is no row: malformed. `reason` is a key of text.py, with its facts."""

    line: int
    value: str
    reason: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Stretch:
    """Rows from `row` on stand on consecutive lines from `line` on, or on the lines in `offsets` after it."""

    row: int
    line: int
    offsets: npt.NDArray[np.int64] | None = None


@dataclass(frozen=True)
class Lines:
    """Row number (from 0) to physical line (from 1)."""

    stretches: Sequence[Stretch]

    def of(self, row: int) -> int:
        """The line on which a row begins."""
        at = bisect_right(self.stretches, row, key=lambda stretch: stretch.row) - 1
        stretch = self.stretches[at]
        if stretch.offsets is None:
            return stretch.line + row - stretch.row
        return stretch.line + int(stretch.offsets[row - stretch.row])


@dataclass(frozen=True)
class Source:
    """One file, ready to be read by SQL: all columns are text, and empty is NULL."""

    path: Path
    relation: str
    headers: tuple[str, ...]
    rows: int
    lines: Lines


@dataclass(frozen=True)
class Task:
    """A file to open: how it is said to look, where to put copies of it, whom to tell of what happens.

    `refuse` takes each line that is no row, as it comes: there may be more of them than memory holds.
    """

    path: Path
    shape: FileShape
    folder: Path
    progress: Progress
    refuse: Refuse

    @property
    def copy(self) -> Path:
        """Where a cleaned copy may be put."""
        return self.folder / f"{abs(hash(self.path)):x}.csv"

    def said(self, done: int) -> None:
        """So many bytes of the file were read."""
        # What is unpacked is more than the file: then the bar stays full for a while.
        self.progress("reading", min(done / max(self.path.stat().st_size, 1), 1.0))


def tidy_headers(found: Sequence[str]) -> tuple[str, ...]:
    """Headers without blanks around them; one without a name is column_3, a second `x` is x_2."""
    seen: dict[str, int] = {}
    names = []
    for number, header in enumerate(found, 1):
        header = " ".join(header.replace("\ufeff", "").replace("§", " ").split()) or f"column_{number}"
        count = seen[header.lower()] = seen.get(header.lower(), 0) + 1
        names.append(header if count == 1 else f"{header}_{count}")
    return tuple(names)
