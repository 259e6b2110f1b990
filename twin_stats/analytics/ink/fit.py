"""Parts of a drawing that depend on how large it is."""

from typing import Any

import altair as alt

from twin_stats.analytics.ink.palette import Ink

HEIGHT, STEP = 260, 26
BAND = {"band": 0.62}


def height(ink: Ink, pixels: Any = HEIGHT) -> Any:
    """How high a chart is where it stands alone; a small one takes the height that its card has."""
    return alt.Undefined if ink.is_small else pixels


def key(ink: Ink, **more: Any) -> Any:
    """The legend."""
    legend = ink.legend()
    return None if legend is None else alt.Legend(**legend, **more)


def names(ink: Ink) -> alt.Axis:
    """The axis with the names of bars."""
    return alt.Axis(title=None, grid=False, labelLimit=ink.size.names)


def room(pixels: int) -> alt.ExprRef:
    """Where bars end, so that their figures have room behind them."""
    return alt.ExprRef(f"max(20, width - {pixels})")


def named(ink: Ink, drawn: Any) -> Any:
    """The drawing with the bucket that is not over named: "to 14:35" above it."""
    words = alt.Chart().mark_text(
        align="right", baseline="middle", dx=10, fontSize=ink.size.label - 1, color=ink.colours.quiet
    )
    words = words.transform_filter("datum.until != null").transform_aggregate(
        rows="count()", groupby=["bucket", "until"]
    )
    place = alt.X("bucket:O", sort="ascending", title=None)
    return alt.layer(drawn, words.encode(x=place, y=alt.value(-ink.size.label - 3), text=alt.Text("until:N")))


def before(ink: Ink, lines: Any) -> list[Any]:
    """The same lines in the period before: faint and broken, below the others."""
    if not ink.look.is_compared:
        return []
    drawn = lines.mark_line(strokeWidth=1.4, strokeDash=[4, 3], opacity=0.55)
    return [drawn.encode(y=alt.Y("before:Q", title=None))]
