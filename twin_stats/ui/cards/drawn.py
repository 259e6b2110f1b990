"""What a chart shows: asked, shaped and put into words once for everybody who looks at the same."""

from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa
import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.ui import data
from twin_stats.ui.cards.source import source
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import count
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import sentence

HEIGHT, HALF = 132, 60
STEP, WIDEST_STEP, EDGE, AXIS = 10.5, 16, 4, 36


@dataclass(frozen=True)
class Drawn:
    """What a chart shows, as it goes to the browser, with so many names; the rows behind it; all of it in one
    sentence; and the line that says where it comes from."""

    shown: pa.Table
    names: int
    rows: int
    series: tuple[str, ...]
    sentence: str
    source: str
    is_empty: bool
    marks: int | None = None
    is_open: bool = False

    @property
    def adds_up(self) -> bool:
        """Whether the marks are as many as the rows, where that is what they are."""
        return self.marks is None or self.marks == self.rows


def drawn(chart: Chart, visit: Visit) -> Drawn:
    """What is drawn of a chart for a visit: the same, whatever is chosen that does not narrow it."""
    filters = chart.seen(visit.filters)

    def make(_read: Read) -> Drawn:
        frame = data.rows(chart, filters, visit.generation)
        found = chart.data(frame, filters, visit.as_of)
        shown = chart.worded(found, visit.language).assign(mark=range(len(found)))
        said = sentence(chart, shown, filters, visit.language)
        arrow = pa.Table.from_pandas(shown, preserve_index=False)
        marks = int(found["value"].sum()) if chart.counted else None
        rows, series, is_open = chart.rows(frame), chart.series(found), chart.is_open(shown)
        is_empty = not rows or not bool(shown["value"].notna().any())
        line = source(chart, rows, visit)
        names = shown["category"].nunique(dropna=False) if "category" in shown else 0
        return Drawn(arrow, names, rows, series, said, line, is_empty, marks, is_open)

    found: Drawn = data.keep(_name(chart, visit), filters, visit.generation, make)
    return found


def is_drawn(chart: Chart, visit: Visit) -> bool:
    """Whether it is known already what is drawn."""
    return data.is_kept(_name(chart, visit), chart.seen(visit.filters), visit.generation)


def _name(chart: Chart, visit: Visit) -> str:
    return f"chart:{chart.name}:{visit.language}"


def height(spec: dict[str, Any], found: Drawn, is_half: bool) -> int | Literal["stretch"]:
    """As many pixels as the names below each other need; a chart without names fills its card."""
    axes = _axes(spec)
    if axes["y"].get("field") != "category":
        return "stretch"
    edge = EDGE if axes["x"].get("axis", True) is None else AXIS
    wide = min(HALF if is_half else HEIGHT, found.names * WIDEST_STEP + edge)
    return round(max(wide, found.names * STEP + edge))


def _axes(spec: dict[str, Any]) -> dict[str, Any]:
    """The encoding of a chart, or of the first of its layers that has both axes."""
    if "layer" not in spec:
        found: dict[str, Any] = spec["encoding"]
        return found
    return _axes(spec["layer"][0])


def tell_source(found: Drawn, visit: Visit) -> None:
    """The line below a chart that is opened."""
    st.caption(plain(found.source))
    tell_difference(found, visit)


def tell_difference(found: Drawn, visit: Visit) -> None:
    """Where a chart's marks are not as many as its rows, it says so."""
    if not found.adds_up:
        facts = {"marks": count(found.marks, visit.language), "rows": count(found.rows, visit.language)}
        st.error(visit.say("chart.does_not_add_up", **facts), icon=":material/error:")
