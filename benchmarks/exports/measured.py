"""Rows behind a figure as files, each in a process of its own."""

import json
import os
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.home import home
from benchmarks.loading.process import run
from benchmarks.report import table

ASKED = (("xlsx", 300_000), ("csv", 3_000_000))
MOST = 300_000_000


@dataclass(frozen=True)
class Export:
    """One file: how it was made, and what that took."""

    form: str
    rows: int
    bytes: int
    seconds: float
    processor: float
    growth: int
    told: int


def measured(data: Path) -> list[Export]:
    """Every call of a home as a file, for each form and number of calls."""
    return [_measured(data, form, rows) for form, rows in ASKED]


def _measured(data: Path, form: str, rows: int) -> Export:
    place = home(data, rows).folder
    with TemporaryDirectory(dir=place) as folder:
        words = ["benchmarks.exports.process", str(place), form, f"{folder}/rows"]
        return Export(form, **json.loads(run(words, os.environ).printed))


HEADS = ("form", "rows", "MB", "memory more, MB", "aim", "rows a second of processor", "progress told")


def told(found: list[Export]) -> str:
    """A line for each file."""
    return table(HEADS, [_line(each) for each in found])


def _line(each: Export) -> list[str]:
    figures = [f"{each.rows:,}", f"{each.bytes / 1e6:,.0f}", f"{each.growth / 1e6:,.0f}"]
    speed = f"{each.rows / each.processor:,.0f}"
    return [each.form.upper(), *figures, f"at most {MOST / 1e6:.0f}", speed, f"{each.told} times"]
