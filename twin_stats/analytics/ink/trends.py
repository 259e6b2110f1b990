"""The ink of a small trend: bars without axes, as high as a line of figures; opened, a chart as others."""

import altair as alt

from twin_stats.analytics.ink.palette import Ink
from twin_stats.analytics.marks import FORMATS, Drawing, stacked_bars

HEIGHT = 52


def trend(ink: Ink) -> Drawing:
    """The parts of each bucket on top of each other; the bucket that is not over yet is faint."""
    if not ink.is_small:
        return stacked_bars(ink)
    bars = alt.Chart(height=HEIGHT).mark_bar()
    return bars.encode(
        x=alt.X("bucket:O", sort="ascending", axis=None, scale=alt.Scale(paddingInner=0.2)),
        y=alt.Y("value:Q", axis=None, stack="zero"),
        color=alt.Color("series:N", sort=None, scale=alt.Scale(**ink.scale()), legend=None),
        opacity=alt.condition("datum.unfinished", alt.value(0.45), alt.value(1)),
        order=alt.Order("place:Q"),
        tooltip=[
            alt.Tooltip("bucket:N", title=ink.say("tip.bucket")),
            alt.Tooltip("series:N", title=ink.say("tip.series")),
            alt.Tooltip("value:Q", title=ink.say("tip.count"), format=FORMATS["count"]),
        ],
    )
