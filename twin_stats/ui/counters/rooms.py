"""Room for counters: made first, and filled once their figures are known, so that charts need not wait."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Protocol

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.figures.metric import Metric
from twin_stats.ui.counters.card import blank, cell
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.counters.markup import Cell, markup
from twin_stats.ui.pace import standing
from twin_stats.ui.visit import Visit


class Room(Protocol):
    """Where the counters of a part of a page stand."""

    def wait(self) -> None:
        """Say what is to come, if nothing stands there."""

    def show(self, found: Any) -> None:
        """Show what was found; nothing waits any more, if it is None."""


class Cards:
    """A room for the HTML of counters, and the names that stand there until their figures are known."""

    def __init__(self, place: DeltaGenerator, key: str, names: Callable[[], Sequence[Cell]]) -> None:
        self._place, self._key, self._names = place, key, names
        self._waits = False

    def wait(self) -> None:
        """Their names stand there until then."""
        if not standing.stands(self._key):
            self._place = self._place.html(markup(self._key, self._names(), is_waiting=True))
            self._waits = True

    def show(self, found: str | None) -> None:
        """Show the HTML."""
        if found is not None:
            self._place.html(found)
            standing.drawn(self._key)
        elif self._waits:
            self._place.empty()


def strip(metrics: Sequence[Metric], visit: Visit) -> Cards:
    """Room for these metrics in a row, as many beside each other as there is room for."""
    return _cards(st.container(key=_key(metrics)), metrics, visit)


def block(metrics: Sequence[Metric], row: DeltaGenerator, visit: Visit) -> Cards:
    """The same as one cell of a row of charts, two beside each other."""
    return _cards(row.container(height="stretch", key=f"block-{metrics[0].name}"), metrics, visit)


def _cards(place: DeltaGenerator, metrics: Sequence[Metric], visit: Visit) -> Cards:
    return Cards(place, _key(metrics), partial(blank, metrics, visit))


def counted(metrics: Sequence[Metric], known: Compared, visit: Visit) -> str:
    """The counters of these metrics as HTML: each card has a cell of its own."""
    cards = [card for metric in metrics for card in cell(metric, known, visit)]
    return markup(_key(metrics), [(card,) for card in cards])


def _key(metrics: Sequence[Metric]) -> str:
    return f"counters-{metrics[0].name}"
