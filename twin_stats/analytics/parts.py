"""Parts: charts whose rows can be cut out of one wider question, which is asked once for all of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from twin_stats.analytics.figures.plain import plain
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
    rows = _having(frame, [*wanted, *([asked.rows] if asked.rows else [])])
    by = asked.dimensions(filters)
    ways = {metric.name: metric.adds_up for metric in asked.metrics} | {"rows": "sum"}
    if not by:
        return frame.iloc[rows][list(ways)].agg(ways).to_frame().T
    groups = _grouped(frame, by, rows)
    first = [each[0] for each in groups]
    return pd.DataFrame(
        {name: frame[name].array[first] for name in by}
        | {name: _figures(frame[name], groups, way) for name, way in ways.items()}
    )


def _having(frame: pd.DataFrame, wanted: Sequence[Values]) -> list[int]:
    """The rows that have all the values."""
    rows = [*range(len(frame))]
    for values in wanted:
        # None is how `plain` says what a filter calls UNKNOWN; text that is empty is neither.
        named = {None if value == UNKNOWN else value for value in values.values}
        column = plain(frame[values.dimension])
        rows = [row for row in rows if (column[row] in named) != values.others]
    return rows


def _grouped(frame: pd.DataFrame, by: Sequence[str], rows: Sequence[int]) -> list[list[int]]:
    """The rows that agree in all of these columns, in the order of their values, unknown ones last."""
    keys = [*zip(*(plain(frame[name]) for name in by), strict=True)]
    groups: dict[tuple[Any, ...], list[int]] = {}
    for row in rows:
        groups.setdefault(keys[row], []).append(row)
    return [groups[key] for key in sorted(groups, key=lambda key: [(value is None, value) for value in key])]


def _figures(column: "pd.Series[Any]", groups: Sequence[Sequence[int]], way: str) -> "pd.Series[Any]":
    values, add = column.tolist(), max if way == "max" else sum
    return pd.Series([add([values[row] for row in rows]) for rows in groups], dtype=column.dtype)
