"""Every mark of every chart: the rows behind it are as many as it says, and make its value."""

from itertools import product
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import literal, null, select, union_all

from tests.drill.looking import CHOSEN, close, looking, shown
from tests.unit.analytics.asking import Asked
from twin_stats.analytics import catalogue
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.behind import EACH, SHARE, TOUCHING, VALUE, Behind
from twin_stats.analytics.drill.mark import marked
from twin_stats.analytics.ink.wording import OTHERS

CHARTS = catalogue.charts()
MOST = {"everything": 30, "statuses": 6, "groups": 6}


@pytest.mark.parametrize(("name", "chosen"), list(product(CHARTS, CHOSEN)))
def test_the_rows_behind_a_mark_make_it(name: str, chosen: str, busy: Asked) -> None:
    chart, filters = CHARTS[name], looking(busy, chosen)
    data = shown(busy, chart, filters)
    places = set(range(0, len(data), 1 + len(data) // MOST[chosen])) | set(others(data)[:3])
    behind = {
        place: find.of_mark(marked(chart, data, place, filters, read=busy.stores.frame)) for place in places
    }
    for place, found in figures(busy, behind).items():
        check(data.iloc[place], behind[place].kind, found)


def others(data: pd.DataFrame) -> list[int]:
    return [
        place
        for column in {"series", "category"} & set(data)
        for place, value in enumerate(data[column])
        if value == OTHERS
    ]


def figures(busy: Asked, behind: dict[int, Behind]) -> dict[int, "pd.Series[Any]"]:
    """What the rows behind each mark say, in one statement: how many they are, `figure` and `part`."""
    statements = []
    for place, each in behind.items():
        said: Any = (each.count() if each.figure is None else each.figure).subquery().c
        values = [said[name] if name in said else null() for name in ("rows", "figure", "part")]
        named = [value.label(name) for name, value in zip(("rows", "figure", "part"), values, strict=True)]
        statements.append(select(literal(place, literal_execute=True).label("place"), *named))
    if not statements:
        return {}
    frame = busy.stores.frame(select(union_all(*statements).subquery()))
    return {int(line["place"]): line for _, line in frame.iterrows()}


def check(line: "pd.Series[Any]", kind: str, found: "pd.Series[Any]") -> None:
    rows, value = found["rows"], line["value"]
    if kind == EACH:
        assert rows == value, dict(line)
    elif kind == SHARE:
        assert rows == line["n"], dict(line)
        assert close(found["part"] / rows if rows else None, value), dict(line)
    elif kind == VALUE:
        # A bucket without a row has no mean, and a sum of 0.
        assert close(found["figure"], value) or (rows == 0 and not value), dict(line)
        assert pd.isna(line.get("n")) or rows == line["n"], dict(line)
    else:
        # Which intervals they are is seen to in test_intervals.
        assert kind == TOUCHING and (rows > 0 or not value or pd.isna(value)), dict(line)
