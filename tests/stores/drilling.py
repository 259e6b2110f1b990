"""The rows behind the marks of a chart, as every store gives them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from twin_stats.analytics.chart import Chart
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.mark import marked
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores


def alike(everywhere: Mapping[str, Stores], chart: Chart, filters: Filters) -> int:
    """Check that every store gives the same rows behind some marks; return how many rows that were."""
    found = {name: list(_behind(stores, chart, filters)) for name, stores in everywhere.items()}
    first, *others = found.values()
    for other in others:
        assert other == first
    return sum(map(len, first))


def _behind(stores: Stores, chart: Chart, filters: Filters) -> Any:
    data = chart.data(stores.frame(chart.query(filters)), filters, filters.as_of)
    for place in range(0, len(data), 1 + len(data) // 3):
        behind = find.of_mark(marked(chart, data, place, filters, read=stores.frame))
        rows = stores.frame(behind.page(0, 20))
        yield [tuple(_plain(value) for value in row) for row in rows.itertuples(index=False)]
        assert stores.frame(behind.count())["rows"].iloc[0] >= len(rows)


def _plain(value: Any) -> str:
    """A value as every store has it: numbers to six places, times as ClickHouse's driver writes them."""
    if pd.isna(value):
        return ""
    if isinstance(value, str | pd.Timestamp):
        return value if isinstance(value, str) else f"{value:%Y-%m-%d %H:%M:%S}"
    return f"{float(value):.6f}"
