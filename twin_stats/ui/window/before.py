"""A chart beside the same of the period before."""

import pandas as pd

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.palette import Look
from twin_stats.ui import data
from twin_stats.ui.visit import Visit

COMPARED = Look(is_compared=True)


def has_lines(chart: Chart) -> bool:
    """Whether it is lines over time, which can be laid over those of the period before."""
    return "before" in str(chart.spec("en", "light", (), COMPARED))


def beside_before(chart: Chart, shown: pd.DataFrame, visit: Visit) -> pd.DataFrame:
    """What is shown, and `before`: the value in the bucket of the same place in the period before."""
    filters = visit.filters.previous()
    frame = data.rows(chart, filters, visit.generation)
    was = chart.worded(chart.data(frame, filters, visit.as_of), visit.language)
    places = dict(zip(sorted(was["bucket"].unique()), sorted(shown["bucket"].unique()), strict=False))
    moved = was.assign(bucket=was["bucket"].map(places)).dropna(subset=["bucket"])
    old = moved[["bucket", "series", "value"]].rename(columns={"value": "before"})
    return shown.merge(old, how="left", on=["bucket", "series"])
