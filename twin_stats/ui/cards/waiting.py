"""Charts that are not known yet: each waits by itself behind a skeleton, and keeps no other waiting."""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.cards.drawn import is_drawn
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


def skeleton(chart: Chart, visit: Visit) -> AbstractContextManager[object]:
    """What stands in the place of a chart until it is known."""
    return nullcontext() if is_drawn(chart, visit) else st.skeleton(HEIGHT)
