"""The rows behind the marks of a chart: a mark is chosen from a list, or by a click on it."""

from typing import Any

import pandas as pd
import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.mark import Marked, marked
from twin_stats.analytics.ink.dates import bucket
from twin_stats.exports.listing import Listing
from twin_stats.ui import data
from twin_stats.ui.drill.clicks import asked_for
from twin_stats.ui.drill.rows import listed
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import figure

ALL = -1
GAP = " \N{MIDDLE DOT} "
NAMES = ("bucket", "weekday", "hour", "category", "from", "series", "currency")


def rows_of_marks(chart: Chart, visit: Visit) -> None:
    """A list of the chart's marks, and the rows behind the one that is chosen."""
    frame = data.rows(chart, visit.filters, visit.generation)
    shown = chart.data(frame, visit.filters, visit.as_of)
    places = [*([ALL] if chart.counted else []), *range(len(shown))]
    names = _names(chart, shown, visit)
    key = asked_for(chart)
    if st.session_state.get(key) not in places:
        st.session_state.pop(key, None)
    chosen = st.selectbox(
        visit.say("rows.choose"), places, index=None, format_func=names.__getitem__, key=key
    )
    if chosen is None:
        return
    value = shown["value"].sum() if chosen == ALL else shown["value"].iloc[chosen]
    mark = _mark(chart, shown, chosen, visit)
    written = figure(value, chart.unit, visit.language)
    title = f"{visit.say(f'chart.{chart.name}')}: {names[chosen]}"
    listing = Listing(find.of_mark(mark), visit.filters, title, visit.language, visit.company.name)
    listed(f"{chart.name}:{chosen}", listing, (value, written), visit)


def _mark(chart: Chart, shown: pd.DataFrame, place: int, visit: Visit) -> Marked:
    read = data.reading(visit.generation)
    if place == ALL:
        return Marked(chart, shown, {}, visit.filters, read)
    return marked(chart, shown, place, visit.filters, read=read)


def _names(chart: Chart, shown: pd.DataFrame, visit: Visit) -> dict[int, str]:
    """What each mark is called: its keys in words, and its figure."""
    worded = chart.worded(shown, visit.language)
    keys = [name for name in NAMES if name in worded]
    found = {ALL: visit.say("rows.all")}
    for place, line in enumerate(worded[[*keys, "value"]].itertuples(index=False)):
        *values, value = line
        said = [_said(name, each, visit) for name, each in zip(keys, values, strict=True)]
        found[place] = GAP.join([*dict.fromkeys(said), figure(value, chart.unit, visit.language)])
    return found


def _said(name: str, value: Any, visit: Visit) -> str:
    if name == "bucket":
        return bucket(value, visit.language)
    if name == "weekday":
        return visit.say(f"weekday.{value}")
    if name == "hour":
        return f"{value:02d}:00"
    return f"{pd.Timestamp(value, unit='ms'):%H:%M:%S}" if name == "from" else str(value)
