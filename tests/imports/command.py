"""The true interface: `import` and `query`, as somebody types them, on stores of the test's own."""

import json
from csv import reader
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from twin_stats.__main__ import main


class Typed:
    """Types commands and reads what they print."""

    def __init__(self, home: Path, said: pytest.CaptureFixture[str]) -> None:
        self.home = home
        self.said = said
        self.files = 0

    def load(self, subject: str, content: str, *words: str) -> dict[str, Any]:
        """Import a text as a file; the report."""
        self.files += 1
        file = self.home / f"{self.files}.txt"
        file.write_text(content, encoding="utf-8")
        return self.report(subject, str(file), *words)

    def report(self, subject: str, *words: str) -> dict[str, Any]:
        """Import files; the report."""
        assert main(["import", subject, *words, "--format", "json"]) == 0
        report: dict[str, Any] = json.loads(self.said.readouterr().out)
        return report

    def query(self, names: str, by: str = "", *words: str) -> list[tuple[str, ...]]:
        """The rows that `query` prints as CSV, without their header."""
        dimensions = ["--by", *by.split()] if by else []
        assert main(["query", *names.split(), *dimensions, *words, "--format", "csv"]) == 0
        told = self.said.readouterr()
        assert not told.err
        return [tuple(row) for row in reader(StringIO(told.out))][1:]
