"""Marks of operators: the intervals behind them, found by looking at each interval by hand."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import pytest

from tests.drill.looking import looking, shown
from tests.unit.analytics.asking import Asked
from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.mark import Marked, marked
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.analytics.presence.sources import known_until
from twin_stats.analytics.presence.spells import MADE_OF, Spells
from twin_stats.source.time import local

CHARTS = {name: chart for name, chart in catalogue.charts().items() if isinstance(chart.query, Spells)}
KINDS = ("online", "paused")


@pytest.mark.parametrize("name", CHARTS)
def test_the_intervals_behind_a_mark_are_those_that_touch_it(name: str, busy: Asked) -> None:
    chart, filters, read = CHARTS[name], looking(busy, "everything"), busy.stores.frame
    assert isinstance(chart.query, Spells)
    data = shown(busy, chart, filters)
    every = [dict(row) for _, row in read(chart.query.rows(filters, True)).iterrows()]
    for each in every:
        each["touched"] = touched(each, filters)
    for place in range(0, len(data), 1 + len(data) // 12):
        mark = marked(chart, data, place, filters, read=read)
        expected = Counter(key(row) for row in every if touches(row, chart, mark))
        found = read(find.of_mark(mark).all()).rename(columns={"from": "start", "to": "end"})
        assert Counter(key(row) for _, row in found.iterrows()) == expected, mark.keys


def key(row: Any) -> tuple[Any, ...]:
    names = [name for name in ("chat", "operator", "group", "start", "end") if name in row]
    return tuple(None if pd.isna(row[name]) else row[name] for name in names)


def touched(row: dict[str, Any], filters: Filters) -> set[str]:
    """The local days and half hours in which an interval lies: its ends, and each half hour between."""
    start = max(row["start"].to_pydatetime(), filters.period.start)
    end = min(row["end"].to_pydatetime(), known_until(filters))
    at = start.replace(minute=start.minute // 30 * 30, second=0, microsecond=0)
    instants = [start, end - timedelta(microseconds=1)]
    while (at := at + timedelta(minutes=30)) < end:
        instants.append(at)
    walls = [local(instant, filters.zone) for instant in instants]
    return {f"{at:%Y-%m-%d}" for at in walls} | {f"{at:%H}:{at.minute // 30 * 30:02d}" for at in walls}


def touches(row: dict[str, Any], chart: Chart, mark: Marked) -> bool:
    keys = mark.keys
    if row["kind"] not in MADE_OF[mark.series or chart.figure]:
        return False
    if "bucket" in keys and keys["bucket"] not in row["touched"]:
        return False
    if "began" in keys:
        began, ended = (
            datetime(1970, 1, 1) + timedelta(microseconds=int(keys[end])) for end in ("began", "ended")
        )
        if not (row["start"] < ended and row["end"] > began):
            return False
    if "category" not in keys:
        return True
    if chart.category_of == "half_hour":
        return keys["category"] in row["touched"]
    return belongs(row[chart.category_of], keys["category"], mark.others("category"))


def belongs(value: Any, category: Any, named: list[Any]) -> bool:
    known = None if pd.isna(value) else value
    return known not in named if category == OTHERS else known == category
