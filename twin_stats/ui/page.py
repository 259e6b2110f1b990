"""A page as a value, and how it is shown: header, sections, counters, charts."""

from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

import streamlit as st

from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.source.facts import Fact
from twin_stats.ui import visit as visits
from twin_stats.ui.cards import charts, counters, header
from twin_stats.ui.cards.counters import Compared
from twin_stats.ui.sidebar.choices import choose
from twin_stats.ui.sidebar.views import views
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit


class Part(Protocol):
    """A part of a page: what it counts and charts, and how it is drawn; one with a name can be linked to."""

    @property
    def name(self) -> str: ...
    @property
    def counters(self) -> tuple[Metric, ...]: ...
    @property
    def charts(self) -> tuple[tuple[Chart, ...], ...]: ...
    def draw(self, known: Compared, visit: Visit) -> None: ...


@dataclass(frozen=True)
class Section:
    """The usual part: a heading, counters, then rows of one to three charts."""

    name: str
    counters: tuple[Metric, ...] = ()
    charts: tuple[tuple[Chart, ...], ...] = ()

    def draw(self, known: Compared, visit: Visit) -> None:
        """Draw it for a visit, with figures that are known already."""
        st.subheader(visit.say(f"section.{self.name}"), anchor=self.name)
        counters.row(self.counters, known, visit)
        for row in self.charts:
            charts.row(row, visit)


@dataclass(frozen=True)
class Page:
    """A page: its name, the dimensions that it can be filtered by, and its parts."""

    name: str
    filters: tuple[str, ...]
    sections: tuple[Part, ...]

    @cached_property
    def fact(self) -> Fact:
        """The fact that the page is about."""
        charts = [chart for section in self.sections for row in section.charts for chart in row]
        counted = [metric for section in self.sections for metric in section.counters]
        return counted[0].fact if counted else catalogue.SUBJECTS[charts[0].subject].fact

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
    header.header(page.name, [section.name for section in page.sections if section.name], visit)
    with told(visit.language):
        known = counters.compared(page.counters, visit)
        header.empty(known.now, visit)
        for section in page.sections:
            section.draw(known, visit)
