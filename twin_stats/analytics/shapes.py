"""Shapes: what pandas does between the rows of a query and the ink of a chart."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from twin_stats.analytics.figures.concurrency import peaks
from twin_stats.analytics.figures.timeline import buckets, grain, label
from twin_stats.analytics.filters import UNKNOWN, Filters
from twin_stats.analytics.ink.wording import OTHERS

Shape = Callable[[pd.DataFrame, Filters], pd.DataFrame]
MOST_SERIES = 20
MOST_ROWS = 1000


def labelled(frame: pd.DataFrame) -> pd.DataFrame:
    """Days, weeks and months as their ISO names: 2026-01-31, 2026-W05, 2026-01."""
    units = [name for name in ("day", "week", "month") if name in frame]
    days = {unit: pd.to_datetime(frame[unit]) for unit in units}
    return frame.assign(**{unit: [label(day, unit) for day in column] for unit, column in days.items()})


def stacked(dimension: str, metric: str, order: Sequence[str] = ()) -> Shape:
    """A count over time: `bucket`, `series`, `value`, `share` of the bucket, `place` in the stack.

    Empty buckets are 0. Values of `order` stand in it, from below, so that charts can be compared; the others
    above them, the largest first.
    """

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        unit = grain(filters)
        axis = [label(day, unit) for day in buckets(filters)]
        data = labelled(frame).rename(columns={unit: "bucket", dimension: "series", metric: "value"})
        data = largest(data, "series", max(2, min(MOST_SERIES, MOST_ROWS // len(axis) - 1)), "bucket")
        data = _in_order(data, order)
        missing = [bucket for bucket in axis if bucket not in set(data["bucket"])]
        first = data["series"].iloc[0] if len(data) else None
        empty = pd.DataFrame({"bucket": missing, "series": first, "value": 0, "place": 0})
        data = pd.concat([data, empty], ignore_index=True) if missing and len(data) else data
        whole = data.groupby("bucket")["value"].transform("sum")
        return data.assign(share=data["value"] / whole.where(whole > 0))[
            ["bucket", "series", "value", "share", "place"]
        ]

    return shape


def _in_order(data: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    places = {value: place for place, value in enumerate(order)}
    found = [
        places.get(value, len(order) + place)
        for value, place in zip(data["series"], data["place"], strict=True)
    ]
    ordered: pd.DataFrame = data.assign(place=pd.Series(found, index=data.index, dtype="int64"))
    return ordered.sort_values(["place", "bucket"], ignore_index=True)


def shares_of_all(dimension: str, metric: str, order: Sequence[str] = ()) -> Shape:
    """The same of a query that ignores the dimension's own filter: the chosen values, as shares of all."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        whole = labelled(frame).groupby(grain(filters))[metric].sum()
        chosen = dict(filters.chosen).get(dimension)
        kept = frame[frame[dimension].fillna(UNKNOWN).isin(chosen)] if chosen else frame
        data = stacked(dimension, metric, order)(kept, filters)
        return data.assign(share=data["value"] / data["bucket"].map(whole).astype(float))

    return shape


def largest(data: pd.DataFrame, column: str, most: int, *within: str) -> pd.DataFrame:
    """The `most` largest values of a column by `value`, and the rest added up as OTHERS, in that order."""
    values = data[column].astype(object).where(data[column].notna(), None)
    totals = data["value"].groupby(values, dropna=False).sum().sort_values(ascending=False, kind="stable")
    kept = {_key(value): place for place, value in enumerate(totals.index[:most])}
    names = [value if _key(value) in kept else OTHERS for value in values]
    named = data.assign(**{column: pd.Series(names, index=data.index, dtype=object)})
    summed = named.groupby([column, *within], dropna=False, as_index=False)["value"].sum()
    place = pd.Series([kept.get(_key(value), most) for value in summed[column]], dtype="int64")
    ordered: pd.DataFrame = summed.assign(place=place).sort_values(["place", *within], ignore_index=True)
    return ordered


def _key(value: Any) -> object:
    return None if pd.isna(value) else value


def over_time(*metrics: str, empty: float = np.nan) -> Shape:
    """Metrics as lines: `bucket`, `series`, `value`, and `n`, `low`, `high` where the query has the base.

    A bucket without rows is `empty`: 0 for a total, a gap for a mean, a quantile or a rate.
    """

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        unit = grain(filters)
        axis = pd.DataFrame({"bucket": [label(day, unit) for day in buckets(filters)]})
        data = axis.merge(labelled(frame).rename(columns={unit: "bucket"}), how="left", on="bucket")
        lines = pd.concat([_line(data, name) for name in metrics], ignore_index=True)
        return lines.fillna({"value": empty})

    return shape


def _line(data: pd.DataFrame, metric: str) -> pd.DataFrame:
    line = data[["bucket"]].assign(series=metric, value=data[metric].astype(float))
    base = f"{metric}_of"
    return line if base not in data else line.assign(**wilson(line["value"], data[base].fillna(0)))


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
        data = frame.rename(columns={dimension: "category", metric: "value"})[["category", "value"]]
        data = largest(data[data["value"] > 0], "category", MOST_SERIES)
        whole = data["value"].sum()
        return data.assign(share=data["value"] / whole if whole else np.nan)

    return shape


def rated(dimension: str, metric: str) -> Shape:
    """A rate by category, those with the largest base first: `category`, `value`, `n`, `low`, `high`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        data = frame[frame[f"{metric}_of"] > 0].nlargest(MOST_SERIES, f"{metric}_of")
        rate, base = data[metric].astype(float), data[f"{metric}_of"]
        return pd.DataFrame({"category": data[dimension], "value": rate, **wilson(rate, base)})

    return shape


def parts_over_time(*metrics: str, empty: float = np.nan) -> Shape:
    """Metrics that add up to a whole, over time: `bucket`, `series`, `value`, `share`, `place`."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        data = over_time(*metrics, empty=empty)(frame, filters)[["bucket", "series", "value"]]
        whole = data.groupby("bucket")["value"].transform("sum")
        place = data["series"].map({name: place for place, name in enumerate(metrics)})
        return data.assign(share=data["value"] / whole.where(whole > 0), place=place)

    return shape


def week_grid(metric: str) -> Shape:
    """A count by hour and weekday, all 168 of them: `weekday` (1 is Monday), `hour`, `value`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        every = pd.MultiIndex.from_product([range(1, 8), range(24)], names=["weekday", "hour"])
        counts = frame.set_index(["weekday", "hour"])[metric].reindex(every, fill_value=0)
        return counts.rename("value").reset_index()

    return shape


def by_hour(metric: str) -> Shape:
    """A count by hour of the day, all 24: `category`, `value`."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        counts = frame.set_index("hour")[metric].reindex(range(24), fill_value=0)
        return pd.DataFrame({"category": [f"{hour:02d}" for hour in range(24)], "value": counts.to_list()})

    return shape


def peaks_by_hour(metric: str) -> Shape:
    """The peak of each hour of the day from the rows of `concurrency.intervals`: `category`, `value`."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        return by_hour(metric)(peaks(frame, ("hour",), filters, metric), filters)

    return shape


def binned(names: Sequence[str], metrics: Sequence[str]) -> Shape:
    """A distribution: `category` (the bin's name, in order), `series`, `value`; `bin` numbers the names."""

    def shape(frame: pd.DataFrame, _filters: Filters) -> pd.DataFrame:
        counts = frame.set_index("bin").reindex(range(len(names)), fill_value=0)
        parts = [_bins(names, counts, metric) for metric in metrics]
        return pd.concat(parts, ignore_index=True)

    return shape


def _bins(names: Sequence[str], counts: pd.DataFrame, metric: str) -> pd.DataFrame:
    return pd.DataFrame({"category": names, "series": metric, "value": counts[metric].to_list()})


def money_by_currency(metric: str) -> Shape:
    """One kind of money over time: the series are its currencies."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        data = money_over_time(metric)(frame, filters)
        return data.assign(series=data["currency"])

    return shape


def money_over_time(*metrics: str) -> Shape:
    """Money over time: `bucket`, `currency`, `series`, `value`, `place` in the stack; never added up."""

    def shape(frame: pd.DataFrame, filters: Filters) -> pd.DataFrame:
        unit = grain(filters)
        priced = labelled(frame[frame["currency"].notna()]).rename(columns={unit: "bucket"})
        axis = [label(day, unit) for day in buckets(filters)]
        every = pd.MultiIndex.from_product([axis, priced["currency"].unique()], names=["bucket", "currency"])
        full = priced.set_index(["bucket", "currency"]).reindex(every)[list(metrics)]
        flat = full.reset_index().melt(["bucket", "currency"], var_name="series", value_name="value")
        place = flat["series"].map(metrics.index)
        return flat.assign(value=pd.to_numeric(flat["value"]).fillna(0.0), place=place)

    return shape
