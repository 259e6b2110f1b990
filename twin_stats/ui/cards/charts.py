"""A chart's card: its title, the drawing, one quiet line on where it comes from; the rest opens."""

from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.ink.palette import Look
from twin_stats.ui.cards.card import Fill, are_known, block
from twin_stats.ui.cards.counters import compared
from twin_stats.ui.cards.drawn import drawn, height, is_drawn, tell_source
from twin_stats.ui.cards.waiting import Draw, by_itself, skeleton
from twin_stats.ui.drill.clicks import clickable, on_click, was_clicked
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.window import opened

Cell = Chart | tuple[Chart, ...]
WIDTH = 210


def row(cells: tuple[Cell, ...], aside: tuple[Metric, ...], visit: Visit) -> list[Fill]:
    """A row of charts, the counters `aside` before them; below each other where there is no room.

    What is returned fills in the counters. A row that is known makes one fragment, which costs less than one
    for each chart.
    """
    charts = [chart for found in cells for chart in (found if isinstance(found, tuple) else (found,))]
    if all(is_drawn(chart, visit) for chart in charts) and are_known(aside, visit):
        _together(cells, aside, visit)
        return []
    return _row(cells, aside, visit, _by_itself)


@st.fragment
def _together(cells: tuple[Cell, ...], aside: tuple[Metric, ...], visit: Visit) -> None:
    for fill in _row(cells, aside, visit, _card):
        fill(lambda: compared(aside, visit))


def _row(cells: tuple[Cell, ...], aside: tuple[Metric, ...], visit: Visit, card: Draw) -> list[Fill]:
    first = cells[0][0] if isinstance(cells[0], tuple) else cells[0]
    number = len(cells) + bool(aside)
    with st.grid(number, min_column_width=WIDTH, gap="xsmall", key=f"row-{first.name}"):
        fills = [block(aside, visit)] if aside else []
        for found in cells:
            _cell(found, visit, card)
    return fills


def _cell(found: Cell, visit: Visit, card: Draw) -> None:
    """One chart, or short ones below each other."""
    if isinstance(found, Chart):
        _framed(found, visit, card, is_half=False)
        return
    with st.container(gap="xsmall", height="stretch", key=f"stack-{found[0].name}"):
        for chart in found:
            _framed(chart, visit, card, is_half=True)


def _framed(chart: Chart, visit: Visit, card: Draw, is_half: bool) -> None:
    with st.container(border=True, height="stretch", key=f"chart-{chart.name}", gap=None):
        card(chart, visit, is_half)


def _card(chart: Chart, visit: Visit, is_half: bool) -> None:
    """One chart: what goes wrong with it stays on its card. Its title opens it."""
    is_opened = opener(f"**{visit.say(f'chart.{chart.name}')}**", chart)
    with told(visit.language):
        _body(chart, visit, is_half)
    if was_clicked(chart) or is_opened:
        opened.show(chart, visit)


_by_itself = by_itself(_card)


def opener(words: str, chart: Chart) -> bool:
    """The title of a chart: a press on it opens the chart."""
    icon = ":material/open_in_full:"
    return st.button(words, icon=icon, icon_position="right", type="tertiary", key=f"open-{chart.name}")


def _body(chart: Chart, visit: Visit, is_half: bool) -> None:
    with skeleton(chart, visit):
        found = drawn(chart, visit)
    if found.is_empty:
        st.markdown(visit.say("chart.no_data"))
    else:
        spec: dict[str, Any] = chart.spec(
            visit.language, visit.theme, found.series, Look(is_small=True, is_open=found.is_open)
        )
        pixels = height(spec, found, is_half)
        key = f"drawing-{chart.name}"
        st.vega_lite_chart(
            found.shown,
            clickable(spec),
            theme=None,
            key=key,
            height=pixels,
            alt=found.sentence,
            on_select=on_click(chart, key, opens=True),
        )
    tell_source(found, visit)
