"""The calls in progress at the instant of a peak."""

from typing import Any

from sqlalchemy import and_, false, select

from twin_stats.analytics.answer import Read
from twin_stats.analytics.drill.behind import EACH, Behind
from twin_stats.analytics.drill.counted import listed, order
from twin_stats.analytics.drill.mark import Marked
from twin_stats.analytics.figures.concurrency import InProgress, busiest, ending, intervals
from twin_stats.analytics.figures.metric import Rows
from twin_stats.analytics.filters import Filters, chosen_rows
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant


def of_counter(name: str, fact: Fact, filters: Filters, read: Read) -> Behind:
    """The calls in progress at the peak of the whole period."""
    return _at_peak(name, fact, filters, busiest(read(intervals(fact, (), filters)), (), filters))


def of_mark(query: InProgress, mark: Marked) -> Behind:
    """The calls in progress at the peak of a part of the day."""
    frame = mark.read(query(mark.filters))
    cuts, value = ((query.cut,), int(mark.keys["category"])) if "category" in mark.keys else ((), None)
    return _at_peak(mark.chart.figure, query.fact, mark.filters, busiest(frame, cuts, mark.filters, value))


def _at_peak(name: str, fact: Fact, filters: Filters, at: Any) -> Behind:
    end = ending(fact)
    there = and_(fact.time <= constant(at), end > constant(at), end > fact.time) if at else false()
    rows = select(*listed(fact, Rows())).select_from(fact.rows).where(chosen_rows(filters, fact), there)
    return Behind(rows, order(fact), EACH, name)
