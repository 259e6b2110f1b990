"""The first line of the entry page: a figure of each part of the company, and the way to its page."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.ui import menu
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.counters.rooms import Room
from twin_stats.ui.pace.later import Later
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import change, figure
from twin_stats.ui.wording.plain import plain

Shown = Callable[[Compared, Visit], str | None]


@dataclass(frozen=True)
class Door:
    """A page, the key of what stands before the figure, and the figure (Markdown), None to show no door."""

    page: str
    label: str
    shown: Shown
    counters: tuple[Metric, ...] = ()


def counted(metric: Metric, page: str) -> Door:
    """A door with a count of the period and its change."""

    def shown(known: Compared, visit: Visit) -> str:
        now = known.now.values[metric.name]
        was = known.before.values[metric.name] if known.before.rows else None
        moved = change(now, was, metric.unit, visit.language)
        written = f"**{plain(figure(now, metric.unit, visit.language))}**"
        return f"{written} :gray[{plain(moved)}]" if moved else written

    return Door(page, f"metric.{metric.name}", shown, (metric,))


class Doors:
    """A part of a page without a heading: one door beside the other."""

    name = ""
    charts: tuple[tuple[Chart, ...], ...] = ()

    def __init__(self, *doors: Door) -> None:
        self.doors = doors

    @property
    def counters(self) -> tuple[Metric, ...]:
        """What the doors count."""
        return tuple(metric for door in self.doors for metric in door.counters)

    def draw(self, visit: Visit) -> tuple[Room, list[Later]]:
        """Room for the doors to pages that are there."""
        return _Hall(self.doors, st.container(horizontal=True, key="doors", gap="small"), visit), []

    def counted(self, known: Compared, visit: Visit) -> Compared:
        """Each door takes its figure from all of them."""
        return known


@dataclass(frozen=True)
class _Hall:
    """Where the doors stand."""

    doors: tuple[Door, ...]
    place: DeltaGenerator
    visit: Visit

    def wait(self) -> None:
        """A door without its figure is not shown."""

    def show(self, found: Compared | None) -> None:
        """Show the doors."""
        if found is None:
            return
        with self.place:
            for door in self.doors:
                shown = door.shown(found, self.visit)
                if shown is not None and menu.leads_to(door.page):
                    words = self.visit.say(door.label)
                    label = f"{menu.icon(door.page)} {words}\N{NO-BREAK SPACE} {shown}"
                    menu.link(door.page, label, self.visit.language)
