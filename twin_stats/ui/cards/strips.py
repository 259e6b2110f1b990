"""Strips: the same figures and a small trend, once for everything and once for each value of a dimension.

On a wide screen they are the lines of a table, whose first line says what the columns are; on a narrow one
each is a card.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.timeline import grain
from twin_stats.analytics.ink.palette import Look
from twin_stats.analytics.ink.wording import word
from twin_stats.ui import menu
from twin_stats.ui.cards.drawn import Drawn
from twin_stats.ui.cards.head import opener
from twin_stats.ui.cards.waiting import Place, draw
from twin_stats.ui.counters.apart import compared_apart
from twin_stats.ui.counters.card import blank, cell
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.counters.markup import Cell, markup
from twin_stats.ui.counters.rooms import Cards, Room
from twin_stats.ui.pace.later import Later
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

ALL = "all"
HEIGHT = 60


@dataclass(frozen=True)
class Strips:
    """A part of a page without a heading: counters and a trend, for all and by the values of `trends`.

    Each name leads to the page where the value can be looked into.
    """

    counters: tuple[Metric, ...]
    trend: Chart
    by: str
    trends: Mapping[str, Chart]
    page: str
    name: str = ""

    @property
    def charts(self) -> tuple[tuple[Chart, ...], ...]:
        """The trends, that of all first."""
        return ((self.trend, *self.trends.values()),)

    def draw(self, visit: Visit) -> tuple[Room, list[Later]]:
        """A strip for all, and one for each value, whether it has rows or not."""
        waiting: list[Later] = []
        rooms: dict[str, Room] = {}
        with st.container(key="strips", gap="xsmall"):
            for value in (ALL, *self.trends):
                with st.container(key=_key(value), border=True, horizontal=True, gap="small"):
                    self._name(value, visit)
                    rooms[value] = self._room(value, visit)
                    waiting += _trend(self.trend if value == ALL else self.trends[value], visit)
        return _Rooms(rooms), waiting

    def counted(self, known: Compared, visit: Visit) -> dict[str, str]:
        """The counters of each strip as HTML."""
        apart = compared_apart(self.counters, self.by, tuple(self.trends), visit)
        return {
            value: markup(_key(value), [self._cell(metric, value, each, visit) for metric in self.counters])
            for value, each in {ALL: known, **apart}.items()
        }

    def _name(self, value: str, visit: Visit) -> None:
        with st.container(gap=None, width="stretch", key=f"strip-name-{value.lower()}"):
            if value == ALL:
                menu.link(self.page, f"**{visit.say(f'strips.all.{self.by}')}**", visit.language)
                st.caption(visit.say(f"strips.all.{self.by}.explain"))
            else:
                label = f"**{plain(word(self.by, value, visit.language))}**"
                menu.link(self.page, label, visit.language, **{self.by: value})

    def _room(self, value: str, visit: Visit) -> Cards:
        place = st.container(gap=None, width="stretch", key=f"strip-counters-{value.lower()}")
        return Cards(place, _key(value), partial(blank, self.counters, visit))

    def _cell(self, metric: Metric, value: str, known: Compared, visit: Visit) -> Cell:
        """Words stand instead of a figure that nobody can tell."""
        cards = cell(metric, known, visit)
        if value not in dict(metric.untold).get(self.by, ()):
            return cards
        return tuple(replace(card, figure=visit.say("strips.untold"), is_shaky=False) for card in cards)


@dataclass(frozen=True)
class _Rooms:
    """The counters of each strip."""

    rooms: Mapping[str, Room]

    def wait(self) -> None:
        """All of them wait."""
        for room in self.rooms.values():
            room.wait()

    def show(self, found: Mapping[str, str] | None) -> None:
        """Show the HTML of each."""
        for value, room in self.rooms.items():
            room.show(found and found[value])


def _trend(chart: Chart, visit: Visit) -> list[Later]:
    title = opener(chart, visit.say(f"strips.trend.{grain(visit.filters)}"))

    def put(found: Drawn, room: Any) -> None:
        if not any(found.shown["value"].to_pylist()):
            room.caption(visit.say("chart.no_data"))
            return
        spec = chart.spec(visit.language, visit.theme, found.series, Look(is_small=True))
        key = f"drawing-{chart.name}"
        room.vega_lite_chart(found.shown, spec, theme=None, key=key, alt=found.sentence)

    card = st.container(gap=None, width="stretch", key=f"trend-{chart.name}")
    return draw(chart, Place(card, title, lambda _found: title, put, HEIGHT), visit)


def _key(value: str) -> str:
    return "strip-all" if value == ALL else f"strip-of-{value.lower()}"
