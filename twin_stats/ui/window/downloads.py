"""A chart as files: each is made when its button is pressed, not before."""

from functools import partial

import streamlit as st

from twin_stats.analytics.chart import Chart
from twin_stats.exports.forms import FORMS, file_name
from twin_stats.exports.seen import Seen
from twin_stats.ui import data
from twin_stats.ui.visit import Visit


def downloads(chart: Chart, visit: Visit) -> None:
    """A button for each form."""
    shown = seen(chart, visit)
    with st.container(horizontal=True, gap="xsmall", key="downloads"):
        for name, form in FORMS.items():
            st.download_button(
                visit.say(f"chart.form.{name}"),
                partial(form.make, shown),
                file_name=file_name(shown, name),
                mime=form.mime,
                on_click="ignore",
                icon=":material/download:",
                key=f"download-{name}",
            )


def seen(chart: Chart, visit: Visit) -> Seen:
    """The chart as it stands on the screen."""
    frame = data.rows(chart, visit.filters, visit.generation)
    drawn = chart.data(frame, visit.filters, visit.as_of)
    company = visit.company.name
    return Seen(chart, visit.filters, drawn, chart.rows(frame), visit.language, visit.theme, company)
