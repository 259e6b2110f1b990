"""Strips: the same figures and a small trend, once for everything and once for each value of a dimension.

On a wide screen they are the lines of a table, whose first line says what the columns are; on a narrow one
each is a card.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.figures.timeline import grain
from twin_stats.analytics.ink.palette import Look
from twin_stats.analytics.ink.wording import word
from twin_stats.ui import menu
from twin_stats.ui.cards.apart import compared_apart
from twin_stats.ui.cards.card import Fill, cards, draw
from twin_stats.ui.cards.charts import opener
from twin_stats.ui.cards.counters import Compared
from twin_stats.ui.cards.drawn import drawn
from twin_stats.ui.cards.waiting import asking, by_itself
from twin_stats.ui.drill.clicks import clickable, on_click, was_clicked
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.window import opened
from twin_stats.ui.wording.plain import plain

ALL = "all"


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

    def draw(self, visit: Visit) -> list[Fill]:
        """A strip for all, and one for each value, whether it has rows or not."""
        rooms: dict[str, list[DeltaGenerator]] = {}
        with st.container(key="strips", gap="xsmall"):
            for value in (ALL, *self.trends):
                with st.container(key=_key(value), border=True, horizontal=True, gap="small"):
                    self._name(value, visit)
                    rooms[value] = [st.container(gap=None, width="stretch") for _ in self.counters]
                    self._trend(value, visit)

        def fill(known: Compared) -> None:
            apart = compared_apart(self.counters, self.by, tuple(self.trends), visit)
            for value, each in {ALL: known, **apart}.items():
                for room, metric in zip(rooms[value], self.counters, strict=True):
                    with room:
                        self._figures(metric, value, each, visit)

        return [fill]

    def _name(self, value: str, visit: Visit) -> None:
        with st.container(gap=None, width="stretch", key=f"strip-name-{value.lower()}"):
            if value == ALL:
                menu.link(self.page, f"**{visit.say(f'strips.all.{self.by}')}**", visit.language)
                st.caption(visit.say(f"strips.all.{self.by}.explain"))
            else:
                label = f"**{plain(word(self.by, value, visit.language))}**"
                menu.link(self.page, label, visit.language, **{self.by: value})

    def _figures(self, metric: Metric, value: str, known: Compared, visit: Visit) -> None:
        is_told = value not in dict(metric.untold).get(self.by, ())
        for card in cards(f"{self.by}={value}", (metric,), known, visit):
            draw(card, is_small=True, instead=None if is_told else visit.say("strips.untold"))

    def _trend(self, value: str, visit: Visit) -> None:
        _trend(self.trend if value == ALL else self.trends[value], visit)


@by_itself
def _trend(chart: Chart, visit: Visit) -> None:
    with st.container(gap=None, width="stretch", key=f"trend-{chart.name}"):
        is_opened = opener(visit.say(f"strips.trend.{grain(visit.filters)}"), chart)
        with told(visit.language):
            _bars(chart, visit)
    if was_clicked(chart) or is_opened:
        opened.show(chart, visit)


def _bars(chart: Chart, visit: Visit) -> None:
    with asking(chart, visit):
        found = drawn(chart, visit)
    if not any(found.shown["value"].to_pylist()):
        st.caption(visit.say("chart.no_data"))
        return
    spec = chart.spec(visit.language, visit.theme, found.series, Look(is_small=True))
    key = f"drawing-{chart.name}"
    asked = on_click(chart, key, opens=True)
    st.vega_lite_chart(found.shown, clickable(spec), theme=None, key=key, alt=found.sentence, on_select=asked)


def _key(value: str) -> str:
    return "strip-all" if value == ALL else f"strip-of-{value.lower()}"
