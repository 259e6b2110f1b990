"""A chart's card: title, explanation, the drawing or its table, and one quiet line on where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.dates import moment
from twin_stats.ui import data
from twin_stats.ui.cards.table import table
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import count
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import sentence

CARD_WIDTH = 280


@dataclass(frozen=True)
class Drawn:
    """What a chart shows, as it goes to the browser; the rows behind it; and all of it in one sentence."""

    shown: pa.Table
    rows: int
    series: tuple[str, ...]
    sentence: str


def row(charts: Sequence[Chart], visit: Visit) -> None:
    """Charts beside each other; below each other where there is no room."""
    with st.grid(len(charts), min_column_width=CARD_WIDTH, gap="small", key=f"row-{charts[0].name}"):
        for chart in charts:
            with st.container(border=True, height="stretch", key=f"chart-{chart.name}", gap="xsmall"):
                _card(chart, visit)


@st.fragment
def _card(chart: Chart, visit: Visit) -> None:
    """One chart: its tools rerun nothing else, and what goes wrong with it stays on its card."""
    _head(chart, visit)
    with told(visit.language):
        _body(chart, visit)


def _head(chart: Chart, visit: Visit) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", wrap=False):
        st.markdown(f"**{visit.say(f'chart.{chart.name}')}**", width="stretch")
        with st.container(horizontal=True, gap="xsmall", width="content", key=f"tools-{chart.name}"):
            _tools(chart, visit)


def _tools(chart: Chart, visit: Visit) -> None:
    is_table = _is_table(chart)
    label, icon = ("chart.drawing", "bar_chart") if is_table else ("chart.table", "table")
    words = visit.say(label)
    st.button(
        words,
        icon=f":material/{icon}:",
        type="tertiary",
        help=words,
        key=f"turn-{chart.name}",
        on_click=_turn,
        args=(chart,),
    )
    with st.popover(visit.say("chart.about"), icon=":material/info:", type="tertiary"):
        st.markdown(f"**{visit.say(f'chart.{chart.name}')}**")
        st.markdown(plain(visit.say(f"chart.{chart.name}.explain", **vars(visit.filters.limits))))


def _is_table(chart: Chart) -> bool:
    return bool(st.session_state.get(f"table:{chart.name}"))


def _turn(chart: Chart) -> None:
    """From the drawing to its table, or back."""
    st.session_state[f"table:{chart.name}"] = not _is_table(chart)


def _body(chart: Chart, visit: Visit) -> None:
    drawn = _drawn(chart, visit)
    if not drawn.rows or drawn.shown["value"].null_count == len(drawn.shown):
        st.markdown(visit.say("chart.no_data"))
    elif _is_table(chart):
        table(chart, drawn.shown.to_pandas(), visit)
    else:
        spec = chart.spec(visit.language, visit.theme, drawn.series)
        st.vega_lite_chart(drawn.shown, spec, theme=None, key=f"drawing-{chart.name}", alt=drawn.sentence)
    st.caption(_source(chart, drawn.rows, visit))


def _drawn(chart: Chart, visit: Visit) -> Drawn:
    """What is drawn: made once for everybody who looks at the same in the same language."""

    def make(_read: Read) -> Drawn:
        frame = data.rows(chart, visit.filters, visit.generation)
        found = chart.data(frame, visit.filters, visit.as_of)
        shown = chart.worded(found, visit.language)
        said = sentence(chart, shown, visit.filters, visit.language)
        arrow = pa.Table.from_pandas(shown, preserve_index=False)
        return Drawn(arrow, chart.rows(frame), chart.series(found), said)

    name = f"chart:{chart.name}:{visit.language}"
    drawn: Drawn = data.keep(name, visit.filters, visit.generation, make)
    return drawn


def _source(chart: Chart, rows: int, visit: Visit) -> str:
    """What it counts by, the rows behind it, the zone, and how fresh it is: all of it computed."""
    filters = visit.filters
    fresh = moment(visit.as_of, filters.zone, visit.language) if visit.as_of else "–"
    facts = {
        "counts_by": visit.say(f"counts_by.{chart.counts_by}"),
        "rows": count(rows, visit.language),
        "zone": filters.zone.key,
        "moment": fresh,
    }
    return plain(visit.say("chart.source", **facts))
