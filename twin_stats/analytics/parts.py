"""Parts: charts whose rows can be cut out of one wider question, which is asked once for all of them."""

from dataclasses import replace

import pandas as pd

from twin_stats.analytics.filters import UNKNOWN, Filters
from twin_stats.analytics.query import Asked, Values


def part(asked: Asked, whole: Asked, rows: Values | None = None) -> Asked:
    """The question, of these rows alone, as a part of a wider one; the SQL that its window shows is its own.

    Raises ValueError where the figures of the whole do not add up to it.
    """
    needed = {*asked.by, *([rows.dimension] if rows else [])}
    known = all(metric.adds_up and metric.name in whole.names for metric in asked.metrics)
    if not known or not needed <= {*whole.by} or asked.axis not in (None, whole.axis):
        raise ValueError(f"{asked.names} by {needed} are no part of {whole.names} by {whole.by}")
    return replace(asked, rows=rows, whole=whole)


def cut(frame: pd.DataFrame, asked: Asked, filters: Filters) -> pd.DataFrame:
    """The rows of a part, as it would have got them itself, out of the rows of its whole."""
    if asked.whole is None:
        return frame
    ignored = set(asked.whole.ignores) - set(asked.ignores)
    wanted = [Values(name, values) for name, values in filters.chosen if name in ignored]
    for values in [*wanted, *([asked.rows] if asked.rows else [])]:
        frame = frame[_having(frame, values)]
    by = asked.dimensions(filters)
    ways = {metric.name: metric.adds_up for metric in asked.metrics} | {"rows": "sum"}
    if not by:
        return frame[list(ways)].agg(ways).to_frame().T
    return frame.groupby(list(by), as_index=False, dropna=False)[list(ways)].agg(ways)


def _having(frame: pd.DataFrame, values: Values) -> "pd.Series[bool]":
    column = frame[values.dimension]
    found = column.isin([value for value in values.values if value != UNKNOWN])
    if UNKNOWN in values.values:
        found |= column.isna()
    return ~found if values.others else found
