"""The rejects file: for each row that was not taken its file, line, column, value and reason."""

import csv
import re
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from uuid import uuid4

from twin_stats import text
from twin_stats.importers.reading import TextReject
from twin_stats.source.opening import make_folder

HEADER = ("file", "line", "column", "value", "reason")
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?\d[\d.,]*")


class Rejects:
    """Writes the rejects of one import, and remembers what went wrong most often."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.count = 0
        self.reasons: Counter[str] = Counter()
        self._file: IO[str] = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file)
        self._writer.writerow(HEADER)

    def malformed(self, file: Path, reject: TextReject) -> None:
        """A line that is no row at all."""
        self._add(file, reject.line, [("", reject.value, text.say(reject.reason, **reject.facts))])

    def row(self, file: Path, line: int, found: list[dict[str, str | None] | None]) -> None:
        """A row of which these columns are wrong: the first is named, the others in its reason."""
        wrong = list({each["c"]: each for each in reversed(found) if each}.values())[::-1]
        told = [(each["c"] or "", each["v"] or "", text.say(f"reject.{each['r']}")) for each in wrong]
        if told:
            self._add(file, line, told)

    def keep(self, folder: Path, name: str) -> Path:
        """Put the file where the user finds it; return its path."""
        self._file.close()
        make_folder(folder)
        now = datetime.now(UTC)
        target = folder / f"{name}-{now:%Y%m%dT%H%M%S}-{uuid4().hex[:6]}.csv"
        self.path.rename(target)
        return target

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def commonest(self) -> str:
        """What went wrong most often."""
        return self.reasons.most_common(1)[0][0] if self.reasons else ""

    def _add(self, file: Path, line: int, told: list[tuple[str, str, str]]) -> None:
        column, value, reason = told[0]
        also = "".join(f"; {other}: {why}" for other, _, why in told[1:])
        self._writer.writerow([harmless(str(file)), line, column, harmless(value), reason + also])
        self.count += 1
        self.reasons[f"{column}: {reason}" if column else reason] += 1


def harmless(value: str) -> str:
    """The value so that no spreadsheet takes it for a formula."""
    if FORMULA.match(value) and not NUMBER.fullmatch(value):
        return f"'{value}"
    return value
