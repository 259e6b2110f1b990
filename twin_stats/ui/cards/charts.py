"""A chart's card: its title, the drawing, one quiet line on where it comes from; the rest opens."""

from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.palette import Look
from twin_stats.ui.cards.drawn import Drawn, drawn, height, tell_source
from twin_stats.ui.cards.waiting import by_itself, place
from twin_stats.ui.drill.clicks import clickable, on_click, was_clicked
from twin_stats.ui.pace import standing
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.window import opened

Cell = Chart | tuple[Chart, ...]
WIDTH = 210


def row(cells: tuple[Cell, ...], number: int) -> DeltaGenerator:
    """A row of so many cells; below each other where there is no room."""
    first = cells[0][0] if isinstance(cells[0], tuple) else cells[0]
    return st.grid(number, min_column_width=WIDTH, gap="xsmall", key=f"row-{first.name}")


def cell(found: Cell, room: DeltaGenerator, visit: Visit) -> None:
    """One chart in a row, or short ones below each other."""
    if isinstance(found, Chart):
        with room:
            _card(found, visit, False)
        return
    with room.container(gap="xsmall", height="stretch", key=f"stack-{found[0].name}"):
        for chart in found:
            _card(chart, visit, True)


@by_itself
def _card(chart: Chart, visit: Visit, is_half: bool) -> None:
    """One chart: what goes wrong with it stays on its card. Its title opens it.

    The place of its fragment is its card (the style says how it looks): a container more for each was a
    twelfth of what the server does for a page that is known.
    """
    is_opened = opener(f"**{visit.say(f'chart.{chart.name}')}**", chart)
    with told(visit.language):
        _body(chart, visit, is_half)
    if was_clicked(chart) or is_opened:
        opened.show(chart, visit)


def opener(words: str, chart: Chart) -> bool:
    """The title of a chart: a press on it opens the chart."""
    icon = ":material/open_in_full:"
    return st.button(words, icon=icon, icon_position="right", type="tertiary", key=f"open-{chart.name}")


def _body(chart: Chart, visit: Visit, is_half: bool) -> None:
    with place(chart, visit) as room:
        found = drawn(chart, visit)
        if found.is_empty:
            room.markdown(visit.say("chart.no_data"))
        else:
            spec, key = _spec(chart, found, visit), f"drawing-{chart.name}"
            room.vega_lite_chart(
                found.shown,
                clickable(spec),
                theme=None,
                key=key,
                height=height(spec, found, is_half),
                alt=visit.say(f"chart.{chart.name}"),
                on_select=on_click(chart, key, opens=True),
            )
    tell_source(found, visit, is_card=True)
    standing.drawn(chart.name)


def _spec(chart: Chart, found: Drawn, visit: Visit) -> dict[str, Any]:
    look = Look(is_small=True, is_open=found.is_open)
    return chart.spec(visit.language, visit.theme, found.series, look)
