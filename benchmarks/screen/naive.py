"""A naive page, as an analyst writes it in an hour: pandas on a Parquet file, eight charts by Altair."""

import os

import altair as alt
import pandas as pd
import streamlit as st

st.set_page_config(layout="wide")


@st.cache_data
def calls() -> pd.DataFrame:
    """All calls."""
    return pd.read_parquet(os.environ["NAIVE_CALLS"])


frame = calls()
chosen = st.sidebar.multiselect("Status", sorted(frame["status"].unique()), key="status")
last = frame["started_at"].max().normalize()
frame = frame[frame["started_at"] >= last - pd.Timedelta(days=29)]
if chosen:
    frame = frame[frame["status"].isin(chosen)]
local = frame["started_at"].dt.tz_localize("UTC").dt.tz_convert("Europe/Berlin")
frame = frame.assign(day=local.dt.date.astype(str), hour=local.dt.hour, weekday=local.dt.weekday)
st.metric("Calls", f"{len(frame):,}")


def bars(by: list[str], x: str, color: str | None = None) -> None:
    """Counts as bars."""
    counts = frame.groupby(by, observed=True, dropna=False).size().reset_index(name="calls")
    chart = alt.Chart(counts).mark_bar().encode(x=f"{x}:N", y="calls:Q", tooltip=[*by, "calls"])
    st.altair_chart(chart.encode(color=f"{color}:N") if color else chart)


bars(["day", "status"], "day", "status")
bars(["status"], "status")
bars(["hour"], "hour")
bars(["weekday", "hour"], "hour", "weekday")
bars(["bot"], "bot")
bars(["task"], "task")
bars(["responder"], "responder")
bars(["day", "direction"], "day", "direction")
