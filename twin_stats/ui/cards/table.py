"""A chart's table: the same figures as text, for reading, for the keyboard, for screen readers."""

import pandas as pd
import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import figure
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import axis

HEIGHT = 330


def table(chart: Chart, shown: pd.DataFrame, visit: Visit) -> None:
    """The table of what is drawn."""
    rows = tabled(chart, shown, visit)
    height = HEIGHT if len(rows) > 8 else "content"
    st.table(rows, hide_index=True, border="horizontal", height=height, alt=visit.say(f"chart.{chart.name}"))


def tabled(chart: Chart, shown: pd.DataFrame, visit: Visit) -> pd.DataFrame:
    """One line for each place on the axis; series side by side; figures as they are written."""
    across = axis(shown)
    beside = next((name for name in ("series", "weekday") if name in shown and name != across), None)
    money = "currency" in shown
    keys = [across, "currency"] if money else [across]
    if beside is None:
        columns = [*keys, *(name for name in ("value", "share") if name in shown)]
        return _written(shown[columns], chart, visit)
    wide = shown.pivot_table(index=keys, columns=beside, values="value", sort=False, aggfunc="sum", min_count=1)
    wide = wide.reindex(columns=list(dict.fromkeys(shown[beside])))
    return _written(wide.reset_index(), chart, visit)


def _written(frame: pd.DataFrame, chart: Chart, visit: Visit) -> pd.DataFrame:
    units = {"share": "rate"}
    words = ("bucket", "category", "hour", "currency")
    return pd.DataFrame(
        {
            _title(str(name), chart, visit): [
                plain(value) if name in words else plain(figure(value, units.get(str(name), chart.unit), visit.language))
                for value in frame[name]
            ]
            for name in frame.columns
        }
    )


def _title(name: str, chart: Chart, visit: Visit) -> str:
    keys = {
        "bucket": "tip.bucket",
        "category": f"dimension.{chart.category_of}" if chart.category_of else "tip.category",
        "hour": "tip.hour",
        "currency": "tip.currency",
        "value": f"tip.{chart.unit}",
        "share": "tip.share",
    }
    if name.isdigit():
        return visit.say(f"weekday.{name}")
    return visit.say(keys[name]) if name in keys else plain(name)
