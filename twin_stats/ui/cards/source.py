"""Where a chart comes from, in one line: all of it computed."""

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.ink.dates import moment
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import count


def source(chart: Chart, rows: int, visit: Visit) -> str:
    """What it counts by, the rows behind it, the zone, and how fresh it is."""
    filters = visit.filters
    fresh = moment(visit.as_of, filters.zone, visit.language) if visit.as_of else "–"
    facts = {
        "counts_by": visit.say(f"counts_by.{chart.counts_by}"),
        "rows": count(rows, visit.language),
        "zone": filters.zone.key,
        "moment": fresh,
    }
    return visit.say("chart.source", **facts)
