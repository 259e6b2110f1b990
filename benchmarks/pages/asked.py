"""What each page asks the event store: its counters for two periods, and its charts."""

import runpy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from sqlalchemy import Select

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import statements
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.settings import PROJECT
from twin_stats.ui import page as shown
from twin_stats.ui.cards.strips import Strips
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
    apart = [(part.counters, (part.by,)) for part in page.sections if isinstance(part, Strips)]
    for when, each in (("now", filters), ("before", filters.previous())):
        found = [one for metrics, by in ((page.counters, ()), *apart) for one in _counted(metrics, by, each)]
        yield from (Asked(f"counters {when} {place}", one) for place, one in enumerate(found))
    questions = {catalogue.first_to_ask(chart): chart.question for chart in reversed(page.charts)}
    yield from (Asked(name, question(filters)) for name, question in reversed(questions.items()))


def _counted(metrics: Sequence[Metric], by: tuple[str, ...], filters: Filters) -> list[Select[Any]]:
    """Counters as the page asks for them: money apart from the rest."""
    plain = [metric for metric in metrics if metric.unit != "money"]
    money = [metric for metric in metrics if metric.unit == "money"]
    return [*statements(plain, by, filters), *statements(money, by, filters)]
