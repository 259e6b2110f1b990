"""A chart in one sentence: what, over what period, the highest, the lowest and the last value."""

import pandas as pd

from twin_stats import text
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.dates import bucket, period_in_words
from twin_stats.ui.wording.figures import figure

AXES = ("bucket", "category", "hour")
ADDED = ("count", "money")


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
    for name, place in ends.items():
        said = bucket(place, language) if "bucket" in shown else str(place)
        facts |= {name: said, f"{name}_value": figure(points[place], chart.unit, language)}
    return text.say(f"sentence.{'over_time' if 'bucket' in shown else 'by_category'}", language, **facts)


def _points(chart: Chart, shown: pd.DataFrame) -> "pd.Series[float]":
    """One value for each place on the axis: counts are added over series, of lines the first one speaks."""
    across = axis(shown)
    if len(shown) and "series" in shown and chart.unit not in ADDED:
        shown = shown[shown["series"] == shown["series"].iloc[0]]
    known = shown[shown["value"].notna()]
    points: pd.Series[float] = known.groupby(across, sort=False)["value"].sum()
    return points.sort_index() if across == "bucket" else points
