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
