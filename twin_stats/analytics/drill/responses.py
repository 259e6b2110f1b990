"""The answered sessions behind a length of wait, of those that met somebody online or nobody."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, select, true

from twin_stats.analytics.drill.behind import BRINGS, COUNTS, SHARE, Behind
from twin_stats.analytics.drill.mark import Marked
from twin_stats.analytics.figures.metric import count
from twin_stats.analytics.presence.coverage import from_then_on
from twin_stats.analytics.presence.shapes import WAITS
from twin_stats.analytics.presence.sources import ONLINE, presence, responses
from twin_stats.source.dialect import seconds_between
from twin_stats.source.literals import constant


def of_mark(mark: Marked) -> Behind:
    """All sessions of the mark's series; those of its length of wait stand above the line."""
    row: Any = responses(mark.filters, named=True).subquery("answered").c
    waited = seconds_between(row.start, row.end)
    counts = case((_reached(waited, mark), constant(True)), else_=constant(False))
    shown = [
        row.chat,
        waited.label(BRINGS),
        counts.label(COUNTS),
        row.start.label("from"),
        row.end.label("to"),
    ]
    rows = select(*shown).where(_covered(row, mark))
    figure: Select[Any] = select(func.count().label("rows"), count(counts).label("part"))
    return Behind(rows, ("from", "chat"), SHARE, mark.series, figure.where(_covered(row, mark)))


def _reached(waited: ColumnElement[Any], mark: Marked) -> ColumnElement[bool]:
    """The waits that reach so many of WAITS and no more."""
    if "category" not in mark.keys:
        return true()
    number = int(mark.keys["category"])
    lowest = [waited >= constant(WAITS[number - 1])] if number else []
    highest = [waited < constant(WAITS[number])] if number < len(WAITS) else []
    return and_(*lowest, *highest)


def _covered(row: Any, mark: Marked) -> ColumnElement[bool]:
    """Whether somebody was online as the wait began, as the series says."""
    if not mark.series:
        return true()
    there: Any = presence(from_then_on(mark.filters)).subquery("presence").c
    online = exists().where(there.kind == constant(ONLINE), there.start <= row.start, there.end > row.start)
    return online if mark.series == "online" else ~online
