"""A chart in one sentence: what, over what period, the highest, the lowest, the last value, the change."""

from collections.abc import Callable, Hashable

import pandas as pd

from twin_stats import text
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.dates import bucket, period_in_words
from twin_stats.ui.wording.figures import change, figure

AXES = ("bucket", "category", "hour")
ADDED = ("count", "money")
Said = Callable[[Hashable], str]


def axis(shown: pd.DataFrame) -> str:
    """The column that a chart runs along."""
    return next(name for name in AXES if name in shown)


def sentence(chart: Chart, shown: pd.DataFrame, filters: Filters, language: str) -> str:
    """The text alternative of a chart."""
    period = period_in_words(filters.period, filters.zone, language)
    points = _points(chart, shown)
    facts = {"chart": text.say(f"chart.{chart.name}", language), "period": period}
    if points.empty:
        return text.say("sentence.nothing", language, **facts)
    ends = {"highest": points.idxmax(), "lowest": points.idxmin(), "last": points.index[-1]}
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
    known = dict(zip(shown["bucket"], shown["until"], strict=True)) if "until" in shown else {}

    def said(place: Hashable) -> str:
        until = known.get(place)
        return bucket(str(place), language) + ("" if until is None or pd.isna(until) else f" ({until})")

    return said


def _change(chart: Chart, shown: pd.DataFrame, points: "pd.Series[float]", language: str) -> str:
    """From the first bucket to the last one that is over; nothing if there are not two."""
    over = points[~points.index.isin(shown.loc[shown["unfinished"], "bucket"])]
    if len(over) < 2:
        return ""
    moved = change(over.iloc[-1], over.iloc[0], chart.unit, language)
    ends = {"first": bucket(str(over.index[0]), language), "end": bucket(str(over.index[-1]), language)}
    return text.say("sentence.change", language, **ends, change=moved) if moved else ""


def _points(chart: Chart, shown: pd.DataFrame) -> "pd.Series[float]":
    """One value for each place on the axis: counts are added over series, of lines the first one speaks."""
    across = axis(shown)
    if len(shown) and "series" in shown and chart.unit not in ADDED:
        shown = shown[shown["series"] == shown["series"].iloc[0]]
    known = shown[shown["value"].notna()]
    points: pd.Series[float] = known.groupby(across, sort=False)["value"].sum()
    return points.sort_index() if across == "bucket" else points
