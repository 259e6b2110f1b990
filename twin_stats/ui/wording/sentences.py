"""A chart in one sentence: what, over what period, the highest, the lowest, the last value, the change."""

from collections.abc import Callable, Hashable
from typing import Any

import pandas as pd

from twin_stats import text
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.plain import added
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.dates import bucket, period_in_words
from twin_stats.ui.wording.figures import change, figure

AXES = ("bucket", "category", "hour")
ADDED = ("count", "money")
Said = Callable[[Hashable], str]
Points = dict[Hashable, Any]


def axis(shown: pd.DataFrame) -> str:
    """The column that a chart runs along."""
    return next(name for name in AXES if name in shown)


def sentence(chart: Chart, shown: pd.DataFrame, filters: Filters, language: str) -> str:
    """The text alternative of a chart."""
    period = period_in_words(filters.period, filters.zone, language)
    points = _points(chart, shown)
    facts = {"chart": text.say(f"chart.{chart.name}", language), "period": period}
    if not points:
        return text.say("sentence.nothing", language, **facts)
    ends = {
        "highest": max(points, key=points.__getitem__),
        "lowest": min(points, key=points.__getitem__),
        "last": [*points][-1],
    }
    said = named(shown, language)
    for name, place in ends.items():
        facts |= {name: said(place), f"{name}_value": figure(points[place], chart.unit, language)}
    if "bucket" not in shown:
        return text.say("sentence.by_category", language, **facts)
    return text.say("sentence.over_time", language, **facts, change=_change(chart, shown, points, language))


def named(shown: pd.DataFrame, language: str) -> Said:
    """Names of places on the axis: a bucket as a date, with until when it goes if it is not over."""
    if "bucket" not in shown:
        return str
    until_of = zip(shown["bucket"].tolist(), shown["until"].tolist(), strict=True) if "until" in shown else []
    known = dict(until_of)

    def said(place: Hashable) -> str:
        until = known.get(place)
        return bucket(str(place), language) + ("" if until is None or pd.isna(until) else f" ({until})")

    return said


def _change(chart: Chart, shown: pd.DataFrame, points: Points, language: str) -> str:
    """From the first bucket to the last one that is over; nothing if there are not two."""
    flags = zip(shown["bucket"].tolist(), shown["unfinished"].tolist(), strict=True)
    unfinished = {place for place, is_unfinished in flags if is_unfinished}
    over = [place for place in points if place not in unfinished]
    if len(over) < 2:
        return ""
    moved = change(points[over[-1]], points[over[0]], chart.unit, language)
    ends = {"first": bucket(str(over[0]), language), "end": bucket(str(over[-1]), language)}
    return text.say("sentence.change", language, **ends, change=moved) if moved else ""


def _points(chart: Chart, shown: pd.DataFrame) -> Points:
    """One value for each place on the axis: counts are added over series, of lines the first one speaks."""
    across = axis(shown)
    values = shown["value"].tolist()
    is_added = chart.unit in ADDED or "series" not in shown
    lines = [None] * len(values) if is_added else shown["series"].tolist()
    told = zip(shown[across].tolist(), values, lines, strict=True)
    points = added((place, value) for place, value, line in told if line == lines[0] and not pd.isna(value))
    return dict(sorted(points.items())) if across == "bucket" else points
