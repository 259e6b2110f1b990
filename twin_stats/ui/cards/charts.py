"""A chart's card: title, explanation, the drawing or its table, and one quiet line on where it comes from."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.ui import data
from twin_stats.ui.cards.table import table
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.dates import moment, zone_in_words
from twin_stats.ui.wording.figures import count
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import sentence

CARD_WIDTH = 330


def row(charts: Sequence[Chart], visit: Visit) -> None:
    """Charts beside each other; below each other where there is no room."""
    with st.grid(len(charts), min_column_width=CARD_WIDTH, gap="small", key=f"row-{charts[0].name}"):
        for chart in charts:
            card(chart, visit)


@st.fragment
def card(chart: Chart, visit: Visit) -> None:
    """One chart; what goes wrong with it stays on its card."""
    with st.container(border=True, height="stretch", key=f"chart-{chart.name}", gap="xsmall"):
        _head(chart, visit)
        with told(visit.language):
            _body(chart, visit)


def _head(chart: Chart, visit: Visit) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        st.markdown(f"**{visit.say(f'chart.{chart.name}')}**")
        with st.popover(
            visit.say("chart.about"), icon=":material/info:", type="tertiary", key=f"about-{chart.name}"
        ):
            limits = vars(visit.filters.limits)
            st.markdown(plain(visit.say(f"chart.{chart.name}.explain", **limits)))
        st.toggle(visit.say("chart.table"), key=f"table-{chart.name}", persist_state="session")


def _body(chart: Chart, visit: Visit) -> None:
    drawn, rows = _drawn(chart, visit)
    shown = chart.worded(drawn, visit.language)
    if not rows:
        st.markdown(visit.say("chart.no_data"))
    elif st.session_state.get(f"table-{chart.name}"):
        table(chart, shown, visit)
    else:
        spec = chart.spec(visit.language, visit.theme, chart.series(drawn))
        said = sentence(chart, shown, visit)
        st.vega_lite_chart(shown, spec, theme=None, key=f"drawing-{chart.name}", alt=said)
    st.caption(_source(chart, rows, visit))


def _drawn(chart: Chart, visit: Visit) -> tuple[pd.DataFrame, int]:
    """What is drawn, and the number of rows behind it; made once for everybody."""

    def make(read: Read) -> tuple[pd.DataFrame, int]:
        frame = read(chart.query(visit.filters))
        return chart.data(frame, visit.filters, visit.as_of), chart.rows(frame)

    drawn: tuple[pd.DataFrame, int] = data.keep(f"chart:{chart.name}", visit.filters, visit.generation, make)
    return drawn


def _source(chart: Chart, rows: int, visit: Visit) -> str:
    """What it counts by, the rows behind it, the zone, and how fresh it is: computed, never written by hand."""
    filters = visit.filters
    fresh = moment(visit.as_of, filters.zone, visit.language) if visit.as_of else "–"
    facts = {
        "counts_by": visit.say(f"counts_by.{chart.subject}"),
        "rows": count(rows, visit.language),
        "zone": zone_in_words(filters.zone, filters.period),
        "moment": fresh,
    }
    return plain(visit.say("chart.source", **facts))
