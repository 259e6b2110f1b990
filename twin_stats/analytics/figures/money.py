"""Shapes of money: currencies stay apart."""

import numpy as np
import pandas as pd

from twin_stats.analytics.figures.plain import plain, values_along
from twin_stats.analytics.figures.timeline import grain, labels, names
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.shapes import Shape


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
        keys = [*zip(labels(frame[unit], unit), plain(frame["currency"]), strict=True)]
        rows = {key: row for row, key in enumerate(keys)}
        currencies = dict.fromkeys(currency for _, currency in keys if currency is not None)
        every = [(bucket, currency) for bucket in names(filters) for currency in currencies]
        at = [rows.get(key, -1) for key in every]
        return pd.DataFrame(
            {
                "bucket": [bucket for bucket, _ in every] * len(metrics),
                "currency": [currency for _, currency in every] * len(metrics),
                "series": [name for name in metrics for _ in every],
                "value": values_along(frame, at, metrics, 0.0).reshape(-1),
                "place": np.repeat(np.arange(len(metrics)), len(every)),
            }
        )

    return shape
