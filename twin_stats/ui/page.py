"""A page as a value, and how it is shown: header, sections, counters, charts."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import streamlit as st

from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.source.facts import Fact
from twin_stats.ui import data
from twin_stats.ui import visit as visits
from twin_stats.ui.cards import header, sections
from twin_stats.ui.cards.counting import Counting
from twin_stats.ui.cards.sections import Part, Section
from twin_stats.ui.drill.presses import presses
from twin_stats.ui.pace.ahead import steps
from twin_stats.ui.pace.foresight import FORESIGHT
from twin_stats.ui.pace.later import asked, shown
from twin_stats.ui.pace.turns import TURNS
from twin_stats.ui.sidebar.choices import choose
from twin_stats.ui.sidebar.views import views
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit

__all__ = ["Page", "Section", "show"]


@dataclass(frozen=True)
class Page:
    """A page: its name, the dimensions that it can be filtered by, and its parts."""

    name: str
    filters: tuple[str, ...]
    sections: tuple[Part, ...]

    @cached_property
    def charts(self) -> tuple[Chart, ...]:
        """Its charts, in order."""
        return tuple(chart for part in self.sections for chart in sections.drawn(part))

    @cached_property
    def fact(self) -> Fact:
        """The fact that the page is about."""
        counted = self.counters
        return counted[0].fact if counted else catalogue.SUBJECTS[self.charts[0].subject].fact

    @cached_property
    def counters(self) -> tuple[Metric, ...]:
        """The counters of all sections, each once."""
        named = {metric.name: metric for section in self.sections for metric in section.counters}
        return tuple(named.values())


def show(page: Page) -> None:
    """Draw a page for the current visit."""
    visit = visits.current()
    with visit.controls:
        visit = choose(visit, page.fact, page.filters)
    with visit.views:
        views(page.name, visit)
    with told(visit.language), ExitStack() as stack:
        with TURNS.turn():
            show_rest = _draw(page, visit, stack)
        show_rest()
    if page.filters:
        what = (page.name, visit.filters, visit.language, visit.generation)
        FORESIGHT.wish(what, steps(page, visit), data.ahead_seconds())


def _draw(page: Page, visit: Visit, stack: ExitStack) -> Callable[[], None]:
    """Draw what is known; what is returned shows the rest, which is asked for meanwhile."""
    folded = sections.folded(page.sections, page.fact, visit)
    parts = [part for part in page.sections if part not in folded]
    header.header(page.name, [part.name for part in parts if part.name], visit)
    notice = st.container(key="notice")
    with visit.views:
        below = st.container()
        presses(page.charts, visit)
    drawn = [each for band in sections.bands(parts) for each in sections.band(band, visit)]
    sections.name_folded(folded, visit)
    rooms, charts = zip(*drawn, strict=True)
    later = Counting(page.name, page.counters, parts, rooms, notice, below).draw(visit)
    return stack.enter_context(asked(shown([*later, *chain(*charts)]), data.at_once()))
