"""Charts in their places: first the heads of all that are known, then their drawings in one go.

One that is not known yet waits behind its title and a skeleton, and keeps no other waiting. The browser draws
at once whatever drawings came together; what comes a moment later waits until it is done with them and with
all that follows from them: half a second, with the first charts of a page as often as with the last.
"""

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
    """A card with the HTML of its title; the HTML of a chart's head, and how it is drawn below it."""

    card: DeltaGenerator
    title: str
    head: Callable[[Drawn], str]
    draw: Callable[[Drawn, Any], None]
    height: int = HEIGHT


def draw(chart: Chart, place: Place, visit: Visit) -> list[Later]:
    """Put the head of a chart in its place, if it is known, and draw it when all heads are there.

    Until it is known its title and a skeleton stand there, if nothing does: what stands, stays.
    """
    if is_drawn(chart, visit):
        known: list[Later] = []
        with place.card, told(visit.language):
            found = drawn(chart, visit)
            st.html(place.head(found))
            known.append(Later(lambda: found, partial(_draw, chart, place, visit), is_known=True))
        return known
    card, above, room = place.card, place.card, place.card
    is_new = not standing.stands(chart.name)
    if is_new:
        above, room = card.html(place.title), card.skeleton(place.height)

    def show(answer: Callable[[], Drawn]) -> None:
        with card, told(visit.language):
            found = _found(answer, place.title, above, room if is_new else None)
            above.html(place.head(found))
            place.draw(found, room)
            standing.drawn(chart.name)

    return [Later(partial(drawn, chart, visit), show)]


def _draw(chart: Chart, place: Place, visit: Visit, answer: Callable[[], Drawn]) -> None:
    with place.card, told(visit.language):
        place.draw(answer(), st)
        standing.drawn(chart.name)


def _found(answer: Callable[[], Drawn], title: str, above: Any, skeleton: Any) -> Drawn:
    """The answer; what went wrong is told below the title, and nothing is waited for any more."""
    try:
        return answer()
    except Exception:  # whatever it was, `told` says it; here only what waits is taken away
        above.html(title)
        if skeleton is not None:
            skeleton.empty()
        raise
