"""The counters of a page: asked for at once, made once for everybody who looks at the same."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.answer import Read
from twin_stats.analytics.figures.metric import Metric
from twin_stats.ui import data
from twin_stats.ui.cards import header
from twin_stats.ui.cards.sections import Part
from twin_stats.ui.counters.compared import Compared, compared
from twin_stats.ui.counters.rooms import Room
from twin_stats.ui.drill.figures import figures
from twin_stats.ui.pace.later import Later
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit


@dataclass(frozen=True)
class Counted:
    """The figures of all counters of a page, and what each of its parts shows of them."""

    known: Compared
    parts: tuple[Any, ...]


def counted(page: str, metrics: Sequence[Metric], parts: Sequence[Part], visit: Visit) -> Counted:
    """The counters of a page's parts; nothing is drawn."""

    def make(_read: Read) -> Counted:
        known = compared(metrics, visit)
        return Counted(known, tuple(part.counted(known, visit) for part in parts))

    found: Counted = data.keep(_name(page, visit), visit.filters, visit.generation, make)
    return found


@dataclass(frozen=True)
class Counting:
    """The counters of a page and where they stand: a room for each part that has any, a place for what is
    said where there is nothing, and one for the way to the rows behind them."""

    page: str
    metrics: Sequence[Metric]
    parts: Sequence[Part]
    rooms: Sequence[Room | None]
    notice: DeltaGenerator
    below: DeltaGenerator

    def draw(self, visit: Visit) -> list[Later]:
        """Show them now, if they are known, or else later."""
        ask, show = partial(counted, self.page, self.metrics, self.parts, visit), partial(self._show, visit)
        if data.is_kept(_name(self.page, visit), visit.filters, visit.generation):
            show(ask)
            return []
        for room in filter(None, self.rooms):
            room.wait()
        return [Later(ask, show)]

    def _show(self, visit: Visit, answer: Callable[[], Counted]) -> None:
        with told(visit.language):
            try:
                found = answer()
            except Exception:  # it is told below, and nothing is waited for any more
                for room in filter(None, self.rooms):
                    room.show(None)
                raise
            with self.notice:
                header.empty(found.known.now, visit)
            with self.below:
                figures(self.metrics, found.known, visit)
            for place, part in zip(self.rooms, found.parts, strict=True):
                if place is not None:
                    place.show(part)


def _name(page: str, visit: Visit) -> str:
    return f"counters of {page}:{visit.language}"
