"""What each page asks the event store: its counters for two periods, and its charts."""

import runpy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Select

from twin_stats.analytics.answer import statements
from twin_stats.analytics.filters import Filters
from twin_stats.settings import PROJECT
from twin_stats.ui import page as shown
from twin_stats.ui.page import Page

FILES = PROJECT / "pages"
PAGES = tuple(
    name for name in ("analytics", "chats", "notifications", "telephony") if (FILES / f"{name}.py").exists()
)


@dataclass(frozen=True)
class Asked:
    """One statement of a page."""

    name: str
    statement: Select[Any]


def asked(page: str, filters: Filters) -> tuple[Asked, ...]:
    """All statements of a page, in its order."""
    return tuple(_asked(described(FILES / f"{page}.py"), filters))


def described(file: Path) -> Page:
    """The page that a file shows, without showing it."""
    pages: list[Page] = []
    with patch.object(shown, "show", pages.append):
        runpy.run_path(str(file))
    return pages[0]


def _asked(page: Page, filters: Filters) -> Iterator[Asked]:
    plain = [metric for metric in page.counters if metric.unit != "money"]
    money = [metric for metric in page.counters if metric.unit == "money"]
    for when, each in (("now", filters), ("before", filters.previous())):
        found = [*statements(plain, (), each), *statements(money, (), each)]
        yield from (Asked(f"counters {when} {place}", one) for place, one in enumerate(found))
    yield from (Asked(chart.name, chart.query(filters)) for chart in page.charts)
