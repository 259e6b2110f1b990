"""What a press on a title or on a mark of a card opens: heard in one place for all charts of a page.

A button, a selection and a fragment of its own for each chart were a quarter of what the server does for a
page that is known.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.drill.clicks import ask_for
from twin_stats.ui.look import ASSETS
from twin_stats.ui.visit import Visit
from twin_stats.ui.window import opened


@st.fragment
def presses(charts: Sequence[Chart], visit: Visit) -> None:
    """Open the window of the chart that is pressed; nothing else of the page runs again."""
    with st.container(key="presses"):
        pressed = heard()
    chart = next((chart for chart in charts if chart.name == pressed.get("chart")), None)
    if chart is None:
        return
    if isinstance(mark := pressed.get("mark"), int):
        ask_for(chart, mark)
    opened.show(chart, visit)


def heard() -> Mapping[str, Any]:
    """The chart that was pressed just now, by name, and the number of the mark, if it was one."""
    found = _listener()(key="pressed", on_pressed_change=lambda: None, height=1).pressed
    return found if isinstance(found, Mapping) else {}


@lru_cache(maxsize=1)
def _listener() -> Callable[..., Any]:
    script = (ASSETS / "presses.js").read_text(encoding="utf-8")
    listener: Callable[..., Any] = st.components.v2.component("twin_stats_presses", js=script)
    return listener
