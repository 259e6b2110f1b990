"""Every metric: the rows behind it are as many as it says, and what they bring makes its value."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pandas as pd
import pytest

from tests.drill.looking import CHOSEN, close, looking
from tests.unit.analytics.asking import Asked
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import answer
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.behind import BRINGS, COUNTS, DIFFERENT, EACH, SHARE, TOUCHING, VALUE, Behind
from twin_stats.analytics.figures.metric import Metric

METRICS = catalogue.metrics()


@pytest.mark.parametrize(("name", "chosen"), list(product(METRICS, CHOSEN)))
def test_the_rows_behind_a_metric_make_it(name: str, chosen: str, busy: Asked) -> None:
    metric, filters, read = METRICS[name], looking(busy, chosen), busy.stores.frame
    frame = answer(read, [metric], (), filters, bases=True)
    for currency in frame["currency"].dropna() if metric.unit == "money" else [""]:
        line = (frame[frame["currency"] == currency] if currency else frame).iloc[0]
        behind = find.of_metric(metric, filters, read, currency)
        rows = read(behind.all())
        assert len(rows) == read(behind.count())["rows"].iloc[0]
        assert list(rows) == list(behind.columns) and rows[list(behind.order)].equals(in_order(rows, behind))
        check(metric, behind.kind, rows, line)
        if behind.figure is not None and len(rows):
            again = read(behind.figure).iloc[0]
            assert again["rows"] == len(rows) and close(again["figure"], line[metric.name])


def in_order(rows: pd.DataFrame, behind: Behind) -> pd.DataFrame:
    return rows[list(behind.order)].sort_values(list(behind.order), kind="stable", ignore_index=True)


def check(metric: Metric, kind: str, rows: pd.DataFrame, line: "pd.Series[Any]") -> None:
    value = line[metric.name]
    if kind == EACH:
        assert len(rows) == (0 if pd.isna(value) else value)
    elif kind == DIFFERENT:
        assert rows["client"].notna().all() and rows["client"].nunique() == value
    elif kind == SHARE and metric.unit == "rate":
        assert len(rows) == line[f"{metric.name}_of"]
        assert close(rows[COUNTS].astype(float).mean() if len(rows) else None, value)
    elif kind == SHARE:
        price = pd.to_numeric(rows[BRINGS]).sum() / rows[COUNTS].sum()
        assert float(value) == pytest.approx(price, abs=1e-6)
    elif kind == VALUE:
        brought = pd.to_numeric(rows[BRINGS])
        assert brought.notna().all() and any(close(made, value) for made in makes(brought))
    else:
        assert kind == TOUCHING and (rows[BRINGS] > 0).all() and bool(len(rows)) == bool(value)


def makes(values: "pd.Series[float]") -> Iterator[Any]:
    """The sum, the mean, the median and the 90th percentile of what rows bring."""
    yield values.sum()
    yield from (values.mean(), values.quantile(0.5), values.quantile(0.9))
