"""Shapes: what becomes of the rows of a query before they are the ink of a chart.

Frames are of 2 to 1000 rows, where each call of pandas costs more than a loop over all of them: so the work
is done on lists, and a frame is made of them once, at the end.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from twin_stats.analytics.figures.plain import added, along, plain, values_along
from twin_stats.analytics.figures.timeline import grain, labels, names
from twin_stats.analytics.filters import UNKNOWN, Filters
from twin_stats.analytics.ink.wording import OTHERS

Shape = Callable[[pd.DataFrame, Filters], pd.DataFrame]
Count = tuple[str, Any, int]  # of a bucket, of a value
MOST_SERIES = 20
MOST_ROWS = 1000


def labelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Days, weeks and months as their ISO names: 2026-01-31, 2026-W05, 2026-01."""
    units = [name for name in ("day", "week", "month") if name in frame]
    return frame.assign(**{unit: labels(frame[unit], unit) for unit in units})


def stacked(dimension: str, metric: str, order: Sequence[str] = ()) -> Shape:
    """A count over time: `bucket`, `series`, `value`, `share` of the bucket, `place` in the stack.

    Empty buckets are 0. Values of `order` stand in it, from below, so that charts can be compared; the others
    above them, the largest first.
    """

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        counts = _counts(frame, dimension, metric, grain(filters))
        return _stack(counts, counts, names(filters), order)

    return shape


def shares_of_all(dimension: str, metric: str, order: Sequence[str] = ()) -> Shape:
    """The same of a query that ignores the dimension's own filter: the chosen values, as shares of all."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        counts = _counts(frame, dimension, metric, grain(filters))
        chosen = dict(filters.chosen).get(dimension)
        kept = [each for each in counts if not chosen or (UNKNOWN if each[1] is None else each[1]) in chosen]
        return _stack(kept, counts, names(filters), order)

    return shape


def _counts(frame: pd.DataFrame, dimension: str, metric: str, unit: str) -> list[Count]:
    return [*zip(labels(frame[unit], unit), plain(frame[dimension]), frame[metric].tolist(), strict=True)]


def _stack(
    counts: Sequence[Count], whole: Sequence[Count], axis: Sequence[str], order: Sequence[str]
) -> pd.DataFrame:
    """The lines of a stack, and a 0 in each bucket that has none; the shares are those of a whole."""
    kept = _largest(((name, count) for _, name, count in counts), _most(axis))
    places = {name: len(order) + place for place, name in enumerate([*kept, OTHERS])}
    places |= {name: place for place, name in enumerate(order)}
    sums = added(((name if name in kept else OTHERS, bucket), count) for bucket, name, count in counts)
    lines = sorted((places[name], bucket, name, count) for (name, bucket), count in sums.items())
    there = {bucket for _, bucket, _, _ in lines}
    lines += [(0, bucket, lines[0][2], 0) for bucket in axis if lines and bucket not in there]
    wholes = added((bucket, count) for bucket, _, count in whole)
    return pd.DataFrame(
        {
            "bucket": [bucket for _, bucket, _, _ in lines],
            "series": [name for _, _, name, _ in lines],
            "value": np.array([count for _, _, _, count in lines], dtype=np.int64),
            "share": np.array([_share(count, wholes.get(bucket)) for _, bucket, _, count in lines]),
            "place": np.array([place for place, _, _, _ in lines], dtype=np.int64),
        }
    )


def _most(axis: Sequence[str]) -> int:
    return max(2, min(MOST_SERIES, MOST_ROWS // len(axis) - 1))


def _share(part: float, whole: float | None) -> float:
    return part / whole if whole else np.nan


def largest(data: pd.DataFrame, column: str, most: int, *within: str) -> pd.DataFrame:
    """The `most` largest values of a column by `value`, and the rest added up as OTHERS, in that order."""
    found, values = plain(data[column]), data["value"].tolist()
    told = [*_largest(zip(found, values, strict=True), most), OTHERS]
    places = {name: place for place, name in enumerate(told)}
    keys = zip(
        (places.get(name, most) for name in found), *(data[each].tolist() for each in within), strict=True
    )
    sums = dict(sorted(added(zip(keys, values, strict=True)).items()))
    return pd.DataFrame(
        {
            column: [told[place] for place, *_ in sums],
            **{name: [key[at] for key in sums] for at, name in enumerate(within, start=1)},
            "value": pd.Series([*sums.values()], dtype=data["value"].dtype),
            "place": np.array([place for place, *_ in sums], dtype=np.int64),
        }
    )


def _largest(values: Iterable[tuple[Any, Any]], most: int) -> list[Any]:
    """The names with the largest sums; of equal ones the first by name, None last."""
    sums = added(values)
    return sorted(sums, key=lambda name: (-sums[name], name is None, name))[:most]


def over_time(*metrics: str, empty: float = np.nan) -> Shape:
    """Metrics as lines: `bucket`, `series`, `value`, and `n`, `low`, `high` where the query has the base.

    A bucket without rows is `empty`: 0 for a total, a gap for a mean, a quantile or a rate.
    """

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        axis, at = names(filters), _rows(frame, filters)
        value = values_along(frame, at, metrics, np.nan).reshape(-1)
        return pd.DataFrame(
            {
                "bucket": axis * len(metrics),
                "series": [name for name in metrics for _ in axis],
                "value": np.where(np.isnan(value), empty, value),
                **_bounds(frame, at, metrics, value),
            }
        )

    return shape


def _rows(frame: pd.DataFrame, filters: Filters) -> list[int]:
    """The row of each bucket, as `along` takes it: -1 where there is none."""
    unit = grain(filters)
    rows = {bucket: row for row, bucket in enumerate(labels(frame[unit], unit))}
    return [rows.get(bucket, -1) for bucket in names(filters)]


def _bounds(
    frame: pd.DataFrame, at: Sequence[int], metrics: Sequence[str], rates: NDArray[np.float64]
) -> dict[str, Any]:
    """`n`, `low` and `high` of the metrics that have a base; nothing where none has."""
    bases = [f"{name}_of" for name in metrics]
    if not any(base in frame for base in bases):
        return {}
    found = [frame[base].tolist() if base in frame else [np.nan] * len(frame) for base in bases]
    return wilson(rates, [n for base in found for n in along(base, at, 0.0)])


def wilson(rate: ArrayLike, base: ArrayLike) -> dict[str, Any]:
    """`n`, and the 95 % Wilson score interval of a rate over n (E. B. Wilson, JASA 22, 1927), as arrays."""
    z = 1.959964
    rate, base = np.asarray(rate, dtype=float), np.asarray(base)
    n = np.where(base > 0, base, np.nan).astype(float)
    middle = (rate + z * z / (2 * n)) / (1 + z * z / n)
    spread = z / (1 + z * z / n) * np.sqrt((rate * (1 - rate)).clip(min=0) / n + z * z / (4 * n * n))
    return {"n": base, "low": middle - spread, "high": middle + spread}


def ranked(dimension: str, metric: str) -> Shape:
    """A count by category, largest first, with the rest as OTHERS: `category`, `value`, `share`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        found = zip(plain(frame[dimension]), frame[metric].tolist(), strict=True)
        sums = added((name, count) for name, count in found if count > 0)
        told = _largest(sums.items(), MOST_SERIES)
        values = [sums[name] for name in told]
        whole = sum(sums.values())
        if len(sums) > len(told):
            told, values = [*told, OTHERS], [*values, whole - sum(values)]
        value = np.array(values, dtype=np.int64)
        place = np.arange(len(told))
        return pd.DataFrame(
            {"category": told, "value": value, "place": place, "share": value / (whole or np.nan)}
        )

    return shape


def rated(dimension: str, metric: str) -> Shape:
    """A rate by category, those with the largest base first: `category`, `value`, `n`, `low`, `high`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        rows = zip(
            frame[f"{metric}_of"].tolist(), frame[metric].tolist(), plain(frame[dimension]), strict=True
        )
        told = sorted((row for row in rows if row[0] > 0), key=lambda row: -row[0])[:MOST_SERIES]
        rate = np.array([rate for _, rate, _ in told], dtype=float)
        base = np.array([n for n, _, _ in told], dtype=np.int64)
        return pd.DataFrame({"category": [name for *_, name in told], "value": rate, **wilson(rate, base)})

    return shape


def parts_over_time(*metrics: str, empty: float = np.nan) -> Shape:
    """Metrics that add up to a whole, over time: `bucket`, `series`, `value`, `share`, `place`."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        axis = names(filters)
        value = values_along(frame, _rows(frame, filters), metrics, empty)
        whole = np.nansum(value, axis=0)
        share = value / np.where(whole > 0, whole, np.nan)
        return pd.DataFrame(
            {
                "bucket": axis * len(metrics),
                "series": [name for name in metrics for _ in axis],
                "value": value.reshape(-1),
                "share": share.reshape(-1),
                "place": np.repeat(np.arange(len(metrics)), len(axis)),
            }
        )

    return shape
