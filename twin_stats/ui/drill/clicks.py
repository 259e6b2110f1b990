"""Clicks on marks: each mark carries its number, and the browser tells which one was clicked."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart

MARK = "mark"
# A second click on a mark would else change nothing, and so not be told.
CLICKED = {"name": MARK, "select": {"type": "point", "fields": [MARK], "toggle": "true"}}


def clickable(spec: dict[str, Any]) -> dict[str, Any]:
    """The same spec, of which the browser tells the marks that are clicked."""
    if "layer" in spec:
        first, *others = spec["layer"]
        return {**spec, "layer": [clickable(first), *others]}
    return {**spec, "params": [*spec.get("params", ()), CLICKED]}


def asked_for(chart: Chart) -> str:
    """Where the session keeps the number of the mark whose rows are asked for."""
    return f"rows-of-{chart.name}"


def ask_for(chart: Chart, mark: int) -> None:
    """The window of a chart shows the rows of this mark."""
    st.session_state[asked_for(chart)] = mark
    st.session_state[f"view-{chart.name}"] = "rows"


def on_click(chart: Chart, key: str) -> Callable[[], None]:
    """What a click on the drawing in the window does: it asks for the rows of the mark."""

    def clicked() -> None:
        event: Mapping[str, Any] = st.session_state[key]
        now = {each.get(MARK) for each in event["selection"].get(MARK, ())}
        before = st.session_state.get(f"clicked-{key}", set())
        st.session_state[f"clicked-{key}"] = now
        for place in now ^ before:
            if place is not None:
                ask_for(chart, int(place))

    return clicked
