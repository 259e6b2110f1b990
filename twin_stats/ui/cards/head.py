"""What stands around a drawing, as HTML: its title, which opens the chart, and the quiet line below it."""

from html import escape

from twin_stats.analytics.chart import Chart
from twin_stats.ui.cards.drawn import Drawn


def opener(chart: Chart, title: str) -> str:
    """The title of a chart: a press on it opens the chart."""
    return f'<button type="button" class="title" data-opens="{chart.name}">{escape(title)}</button>'


def head(chart: Chart, title: str, found: Drawn | None = None) -> str:
    """The title, and, once the chart is known, where it comes from.

    The chart in a sentence follows for those who do not see the drawing, and for whoever points at the line:
    as the drawing's own name it would make the browser build the drawing anew with every figure.
    """
    if found is None:
        return opener(chart, title)
    words = f"{escape(found.source)}<br>{escape(found.sentence)}"
    return f'{opener(chart, title)}<div class="source"><p>{words}</p></div>'
