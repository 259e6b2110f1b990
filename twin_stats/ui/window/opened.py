"""A chart opened: large, as a table, as SQL, explained, as files. Nothing is made before somebody asks."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.ink.palette import Look
from twin_stats.exports.sql import as_text
from twin_stats.ui import data
from twin_stats.ui.cards.drawn import drawn, tell_source
from twin_stats.ui.drill.clicks import clickable, on_click
from twin_stats.ui.drill.marks import rows_of_marks
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.window.before import beside_before, has_lines
from twin_stats.ui.window.downloads import downloads
from twin_stats.ui.window.table import table
from twin_stats.ui.wording.plain import plain


def show(chart: Chart, visit: Visit) -> None:
    """The window of a chart."""
    st.dialog(visit.say(f"chart.{chart.name}"), width="large")(_window)(chart, visit)


def _window(chart: Chart, visit: Visit) -> None:
    key = f"view-{chart.name}"
    st.session_state.setdefault(key, next(iter(VIEWS)))
    with st.container(key="opened", gap="small"), told(visit.language):
        view = st.segmented_control(
            visit.say("chart.view"),
            VIEWS,
            format_func=lambda name: visit.say(f"chart.{name}"),
            required=True,
            key=key,
            label_visibility="collapsed",
        )
        VIEWS[view or "drawing"](chart, visit)
        tell_source(drawn(chart, visit), visit)
        if view != "rows":
            downloads(chart, visit)


def _drawing(chart: Chart, visit: Visit) -> None:
    found = drawn(chart, visit)
    if found.is_empty:
        st.markdown(visit.say("chart.no_data"))
        return
    is_compared = has_lines(chart) and st.toggle(visit.say("chart.compare"), key=f"compare-{chart.name}")
    spec = chart.spec(
        visit.language, visit.theme, found.series, Look(is_open=found.is_open, is_compared=is_compared)
    )
    shown = beside_before(chart, found.shown.to_pandas(), visit) if is_compared else found.shown
    key = f"large-{chart.name}"
    st.vega_lite_chart(
        shown, clickable(spec), theme=None, key=key, alt=found.sentence, on_select=on_click(chart, key)
    )
    st.markdown(plain(found.sentence))
    if is_compared:
        before = visit.filters.previous()
        period = period_in_words(before.period, before.zone, visit.language)
        st.caption(plain(visit.say("chart.before", period=period)))


def _table(chart: Chart, visit: Visit) -> None:
    found = drawn(chart, visit)
    if found.is_empty:
        st.markdown(visit.say("chart.no_data"))
    else:
        table(chart, found.shown.to_pandas(), visit)


def _sql(chart: Chart, visit: Visit) -> None:
    engine = data.stores().events(visit.generation)
    st.code(as_text(chart.query(visit.filters), engine), language="sql", wrap_lines=True)


def _about(chart: Chart, visit: Visit) -> None:
    st.markdown(plain(visit.say(f"chart.{chart.name}.explain", **vars(visit.filters.limits))))


VIEWS: Mapping[str, Callable[[Chart, Visit], None]] = MappingProxyType(
    {"drawing": _drawing, "table": _table, "rows": rows_of_marks, "sql": _sql, "about": _about}
)
