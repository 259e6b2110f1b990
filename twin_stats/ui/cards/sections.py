"""Sections: parts of a page that can be linked to, beside each other where they are short."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.metric import Metric
from twin_stats.source.facts import Fact
from twin_stats.ui.cards import charts
from twin_stats.ui.cards.charts import Cell
from twin_stats.ui.counters import rooms
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.counters.rooms import Room
from twin_stats.ui.pace.later import Later
from twin_stats.ui.sidebar.choices import values
from twin_stats.ui.visit import Visit

BREADTH = 4
# Where the counters stand, if there are any, and the charts that are not known yet.
Drawing = tuple[Room | None, list[Later]]


class Part(Protocol):
    """A part of a page: what it counts and charts, and how it is drawn; one with a name can be linked to.

    What `counted` makes of the figures, without drawing, is what its room shows.
    """

    @property
    def name(self) -> str: ...
    @property
    def counters(self) -> tuple[Metric, ...]: ...
    @property
    def charts(self) -> tuple[tuple[Cell, ...], ...]: ...
    def draw(self, visit: Visit) -> Drawing: ...
    def counted(self, known: Compared, visit: Visit) -> Any: ...


@dataclass(frozen=True)
class Section:
    """The usual part: a heading, counters, then rows of one to five charts.

    Short charts share a cell as a tuple. With `aside` the counters are the first cell of the row of that
    number. A section `of` a value of a dimension is folded away where the company has nothing of it; of
    None: of the values that no other section is of.
    """

    name: str
    counters: tuple[Metric, ...] = ()
    charts: tuple[tuple[Cell, ...], ...] = ()
    aside: int | None = None
    of: tuple[str, str | None] | None = None

    @property
    def breadth(self) -> int:
        """How many cells it takes of a band: all of them, unless it is a single row."""
        return len(self.charts[0]) + (self.aside == 0) if len(self.charts) == 1 else BREADTH

    def draw(self, visit: Visit) -> Drawing:
        """Draw its charts, and make room for its counters."""
        st.header(visit.say(f"section.{self.name}"), anchor=self.name)
        is_strip = self.aside is None and self.counters
        own = rooms.strip(self.counters, visit) if is_strip else None
        waiting: list[Later] = []
        for place, row in enumerate(self.charts):
            is_aside = self.aside == place
            room = charts.row(row, len(row) + is_aside)
            if is_aside:
                own = rooms.block(self.counters, room, visit)
            for cell in row:
                waiting += charts.cell(cell, room, visit)
        return own, waiting

    def counted(self, known: Compared, visit: Visit) -> str | None:
        """Its counters as HTML."""
        return rooms.counted(self.counters, known, visit) if self.counters else None


def drawn(part: Part) -> list[Chart]:
    """The charts of a part, in order."""
    cells = [cell for row in part.charts for cell in row]
    return [chart for cell in cells for chart in (cell if isinstance(cell, tuple) else (cell,))]


def folded(parts: Sequence[Part], fact: Fact, visit: Visit) -> list[Section]:
    """The sections of a value that the company has not, or that is not among those chosen."""
    sections = [part for part in parts if isinstance(part, Section) and part.of]
    return [section for section in sections if not _is_wanted(section, sections, fact, visit)]


def _is_wanted(section: Section, sections: Sequence[Section], fact: Fact, visit: Visit) -> bool:
    name, value = section.of or ("", None)
    there = set(dict(visit.filters.chosen).get(name) or values(visit, fact, name))
    named = {each.of[1] for each in sections if each.of and each.of[0] == name}
    return value in there if value is not None else bool(there - named)


def bands(parts: Sequence[Part]) -> list[list[Part]]:
    """The parts in order, short sections beside each other."""
    found: list[list[Part]] = []
    for part in parts:
        if found and sum(map(_breadth, found[-1])) + _breadth(part) <= BREADTH:
            found[-1].append(part)
        else:
            found.append([part])
    return found


def _breadth(part: Part) -> int:
    return part.breadth if isinstance(part, Section) else BREADTH


def band(parts: Sequence[Part], visit: Visit) -> list[Drawing]:
    """Parts beside each other."""
    if len(parts) == 1:
        return [parts[0].draw(visit)]
    found = []
    for column, part in zip(st.columns([*map(_breadth, parts)], gap="small"), parts, strict=True):
        with column:
            found.append(part.draw(visit))
    return found


def name_folded(sections: Sequence[Section], visit: Visit) -> None:
    """One quiet line in place of sections without anything in them."""
    if sections:
        names = " · ".join(visit.say(f"section.{section.name}.short") for section in sections)
        st.caption(visit.say("section.folded", names=names))
