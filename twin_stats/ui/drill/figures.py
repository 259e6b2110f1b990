"""The rows behind the figures of a page: one window for all of them, a figure is chosen from a list."""

from collections.abc import Sequence

import streamlit as st

from twin_stats.analytics.drill import find
from twin_stats.analytics.figures.metric import Metric
from twin_stats.exports.listing import Listing
from twin_stats.ui import data
from twin_stats.ui.counters.card import written
from twin_stats.ui.counters.compared import Compared, Counter, every
from twin_stats.ui.drill.rows import listed
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit

GAP = " \N{MIDDLE DOT} "


def figures(metrics: Sequence[Metric], known: Compared, visit: Visit) -> None:
    """The button that opens the window, where the page has a figure."""
    counters = [counter for counter in every(metrics, known) if counter.now is not None]
    words = visit.say("figures.rows")
    if counters and st.button(words, icon=":material/table_rows:", key="rows-of-figures", width="stretch"):
        st.dialog(words, width="large")(_window)(counters, visit)


def _window(counters: Sequence[Counter], visit: Visit) -> None:
    with st.container(key="opened", gap="small"), told(visit.language):
        names = [
            GAP.join((visit.say(f"metric.{each.metric.name}"), written(each, visit))) for each in counters
        ]
        chosen = st.selectbox(
            visit.say("figures.choose"),
            range(len(counters)),
            index=None,
            format_func=names.__getitem__,
            key="figure-chosen",
        )
        if chosen is not None:
            _rows(counters[chosen], visit)


def _rows(counter: Counter, visit: Visit) -> None:
    metric, read = counter.metric, data.reading(visit.generation)
    behind = find.of_metric(metric, visit.filters, read, counter.currency)
    title = visit.say(f"metric.{metric.name}")
    listing = Listing(behind, visit.filters, title, visit.language, visit.company.name)
    name = ":".join(filter(None, (metric.name, counter.currency)))
    listed(name, listing, (counter.now, written(counter, visit)), visit)
