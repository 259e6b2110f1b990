"""Charts that are not known yet: each waits by itself, and keeps no other waiting."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.cards.drawn import is_drawn
from twin_stats.ui.pace import standing
from twin_stats.ui.visit import Visit

Draw = Callable[..., None]
HEIGHT = 110


def by_itself(draw: Draw) -> Draw:
    """A fragment for each chart: what it opens reruns nothing else.

    One that is known is drawn in line, which is quicker: beside the others each takes a thread of its own.
    """
    beside, in_line = st.fragment(draw, parallel=True), st.fragment(draw)

    def drawn(chart: Chart, visit: Visit, *more: Any) -> None:
        (in_line if is_drawn(chart, visit) else beside)(chart, visit, *more)

    return drawn


@contextmanager
def place(chart: Chart, visit: Visit) -> Iterator[Any]:
    """Where a chart is to be drawn: a skeleton until it is known, if nothing stands there already.

    Skeletons are there at once, however many charts wait for their turn to be asked for.
    """
    if is_drawn(chart, visit):
        yield st
        return
    room = st if standing.stands(chart.name) else st.skeleton(HEIGHT)
    try:
        with standing.asking():
            yield room
    except Exception:  # whatever went wrong is told below, and nothing is waited for any more
        if room is not st:
            room.empty()
        raise
