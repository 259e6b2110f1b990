"""A chart's table: the same figures as text, for reading, for the keyboard, for screen readers."""

from functools import partial

import pandas as pd
import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import figure
from twin_stats.ui.wording.plain import plain
from twin_stats.ui.wording.sentences import ADDED, Said, axis, named

HEIGHT, FEW = 330, 8
WORDS = ("category", "series", "hour", "currency")


def table(chart: Chart, shown: pd.DataFrame, visit: Visit) -> None:
    """The table of what is drawn."""
    rows = tabled(chart, shown, visit)
    words = visit.say(f"chart.{chart.name}")
    if len(rows) > FEW:
        st.table(rows, hide_index=True, border="horizontal", height=HEIGHT, alt=words)
    else:
        st.table(rows, hide_index=True, border="horizontal", alt=words)


def tabled(chart: Chart, shown: pd.DataFrame, visit: Visit) -> pd.DataFrame:
    """One line for each place on the axis; series side by side; figures as they are written."""
    written = partial(_written, chart=chart, visit=visit, said=named(shown, visit.language))
    if "from" in shown:
        return written(shown[["category", "series", "from", "to", "value"]])
    keys = [axis(shown), *(name for name in ("currency",) if name in shown)]
    beside = next((name for name in ("series", "weekday", "category") if name in {*shown} - {*keys}), None)
    if beside is None:
        columns = [*keys, *(name for name in ("value", "share") if name in shown)]
        return written(shown[columns])
    apart = {name: part.set_index(keys)["value"] for name, part in shown.groupby(beside, sort=False)}
    wide = pd.DataFrame(apart)
    wide = wide.sort_index() if "bucket" in shown else wide.loc[list(dict.fromkeys(shown[keys[0]]))]
    return written((wide.fillna(0) if chart.unit in ADDED else wide).reset_index())


def _written(frame: pd.DataFrame, chart: Chart, visit: Visit, said: Said) -> pd.DataFrame:
    titles = {name: _title(str(name), chart, visit) for name in frame.columns}
    return pd.DataFrame({titles[name]: _column(frame[name], chart, visit, said) for name in frame.columns})


def _column(values: pd.Series, chart: Chart, visit: Visit, said: Said) -> list[str]:
    if values.name == "bucket":
        return [plain(said(value)) for value in values]
    if values.name in ("from", "to"):
        return [f"{at:%Y-%m-%d %H:%M}" for at in pd.to_datetime(values, unit="ms")]
    if values.name in WORDS:
        return [plain(value) for value in values]
    unit = "rate" if values.name == "share" else chart.unit
    return [plain(figure(value, unit, visit.language)) for value in values]


def _title(name: str, chart: Chart, visit: Visit) -> str:
    keys = {
        "bucket": "tip.bucket",
        "category": f"dimension.{chart.category_of}" if chart.category_of else "tip.category",
        "hour": "tip.hour",
        "currency": "tip.currency",
        "value": f"tip.{chart.unit}",
        "share": "tip.share",
        "from": "tip.from",
        "to": "tip.to",
    }
    if name.isdigit():
        return visit.say(f"weekday.{name}")
    return visit.say(keys[name]) if name in keys else plain(name)
