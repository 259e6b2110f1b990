"""A company of the test's own, into which it imports files that it writes by hand."""

import csv
import gzip
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import select

from twin_stats.importers import Report, Request, find, load, own
from twin_stats.settings import Settings
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SUBJECTS


@dataclass(frozen=True)
class Trial:
    """Stores in a folder of their own."""

    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What a process needs to work on the same stores."""
        return {"TWIN_STATS_HOME": str(self.home)}

    def stores(self) -> Stores:
        """The stores, as any other process would open them."""
        return Stores(Settings.from_environment(self.environment))

    def file(self, name: str, content: str | bytes, packed: bool = False) -> Path:
        """Write a file beside the stores."""
        path = self.home.parent / name
        raw = content.encode() if isinstance(content, str) else content
        path.write_bytes(gzip.compress(raw) if packed else raw)
        return path

    def load(self, *files: Path, subject: str = "calls", mapping: str | None = None, **asked: Any) -> Report:
        """Import files, for company 7 in Berlin if nothing else is asked."""
        asked = {"company": 7, "zone": None if mapping else "Europe/Berlin", **asked}
        stores = self.stores()
        try:
            return load(
                stores, Request(files, find(mapping) if mapping else own(subject), **asked), lambda *_: None
            )
        finally:
            stores.close()

    def mapped(self, content: str, toml: str, **asked: Any) -> Report:
        """Import one CSV by one mapping."""
        mapping = self.file("mapping.toml", toml)
        return self.load(self.file("theirs.csv", content), mapping=str(mapping), **asked)

    def rows(self, subject: str = "calls", *columns: str) -> list[tuple[Any, ...]]:
        """The rows in force, by key: instants as ISO texts in UTC, money as it is."""
        table = SUBJECTS[subject]
        order = [table.c[name] for name in table.info["key"]]
        wanted = [table.c[name] for name in columns] or order
        stores = self.stores()
        try:
            with stores.events().connect() as connection:
                found = connection.execute(select(*wanted).order_by(table.c.company, *order)).all()
        finally:
            stores.close()
        return [tuple(told(value) for value in row) for row in found]


def told(value: Any) -> Any:
    """Times as texts."""
    return value.isoformat(sep=" ") if hasattr(value, "isoformat") else value


def rejected(report: Report) -> list[Mapping[str, str]]:
    """The lines of the rejects file."""
    assert report.rejects
    with report.rejects.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
