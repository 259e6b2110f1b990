"""A chart's card: its title, the drawing, one quiet line on where it comes from; the rest opens."""

from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.palette import Look
from twin_stats.ui.cards.drawn import Drawn, height, tell_difference
from twin_stats.ui.cards.head import head
from twin_stats.ui.cards.waiting import Place, draw
from twin_stats.ui.pace.later import Later
from twin_stats.ui.visit import Visit

Cell = Chart | tuple[Chart, ...]
WIDTH = 210


def row(cells: tuple[Cell, ...], number: int) -> DeltaGenerator:
    """A row of so many cells; below each other where there is no room."""
    first = cells[0][0] if isinstance(cells[0], tuple) else cells[0]
    return st.grid(number, min_column_width=WIDTH, gap="xsmall", key=f"row-{first.name}")


def cell(found: Cell, room: DeltaGenerator, visit: Visit) -> list[Later]:
    """One chart in a row, or short ones below each other; those that are not known yet are drawn later."""
    if isinstance(found, Chart):
        with room:
            return _card(found, visit, False)
    with room.container(gap="xsmall", height="stretch", key=f"stack-{found[0].name}"):
        return [later for chart in found for later in _card(chart, visit, True)]


def _card(chart: Chart, visit: Visit, is_half: bool) -> list[Later]:
    """One chart: what goes wrong with it stays on its card. Its title opens it."""
    title = visit.say(f"chart.{chart.name}")

    def put(found: Drawn, room: Any) -> None:
        _draw(chart, found, visit, room=room, is_half=is_half)
        tell_difference(found, visit)

    return draw(chart, Place(st.container(), head(chart, title), partial(head, chart, title), put), visit)


def _draw(chart: Chart, found: Drawn, visit: Visit, *, room: Any, is_half: bool) -> None:
    if found.is_empty:
        room.markdown(visit.say("chart.no_data"))
        return
    spec = chart.spec(visit.language, visit.theme, found.series, Look(is_small=True, is_open=found.is_open))
    room.vega_lite_chart(
        found.shown,
        spec,
        theme=None,
        key=f"drawing-{chart.name}",
        height=height(spec, found, is_half),
        alt=visit.say(f"chart.{chart.name}"),
    )
