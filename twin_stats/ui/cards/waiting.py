"""Charts that are not known yet: each waits behind its title and a skeleton, and keeps no other waiting."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.chart import Chart
from twin_stats.ui.cards.drawn import Drawn, drawn, is_drawn
from twin_stats.ui.pace import standing
from twin_stats.ui.pace.later import Later
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit

HEIGHT = 110


@dataclass(frozen=True)
class Place:
    """A card with the HTML of its title, and how a chart is put on it, where its head and its drawing go."""

    card: DeltaGenerator
    title: str
    put: Callable[[Drawn, Any, Any], None]
    height: int = HEIGHT


def draw(chart: Chart, place: Place, visit: Visit) -> list[Later]:
    """Put a chart in its place now, if it is known, or else later.

    Until then its title and a skeleton stand there, if nothing does: what stands, stays.
    """
    if is_drawn(chart, visit):
        with place.card, told(visit.language):
            place.put(drawn(chart, visit), st, st)
            standing.drawn(chart.name)
        return []
    card, above, room = place.card, place.card, place.card
    is_new = not standing.stands(chart.name)
    if is_new:
        above, room = card.html(place.title), card.skeleton(place.height)

    def show(answer: Callable[[], Drawn]) -> None:
        with card, told(visit.language):
            place.put(_found(answer, place.title, above, room if is_new else None), above, room)
            standing.drawn(chart.name)

    return [Later(partial(drawn, chart, visit), show)]


def _found(answer: Callable[[], Drawn], title: str, above: Any, skeleton: Any) -> Drawn:
    """The answer; what went wrong is told below the title, and nothing is waited for any more."""
    try:
        return answer()
    except Exception:  # whatever it was, `told` says it; here only what waits is taken away
        above.html(title)
        if skeleton is not None:
            skeleton.empty()
        raise
