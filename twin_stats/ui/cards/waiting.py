"""Charts that are not known yet: each waits by itself, and few of a visitor are asked for at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.cards.drawn import is_drawn
from twin_stats.ui.pace import standing
from twin_stats.ui.pace.turns import TURNS
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
def asking(chart: Chart, visit: Visit) -> Iterator[None]:
    """A chart that is not known yet is one of the few of a visitor that are asked for at a time."""
    if is_drawn(chart, visit):
        yield
        return
    with TURNS.busy(), standing.asking():
        standing.stands(chart.name)  # a run that was interrupted meanwhile ends here, and asks for nothing
        yield


@contextmanager
def place(chart: Chart, visit: Visit) -> Iterator[Any]:
    """Where a chart is to be drawn: a skeleton until it is known, if nothing stands there already.

    Skeletons are there at once, however many charts wait for their turn to be asked for.
    """
    is_there = is_drawn(chart, visit) or standing.stands(chart.name)
    room = st if is_there else st.skeleton(HEIGHT)
    try:
        with asking(chart, visit):
            yield room
    except Exception:  # whatever went wrong is told below, and nothing is waited for any more
        if room is not st:
            room.empty()
        raise
