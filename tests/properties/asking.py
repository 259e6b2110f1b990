"""Answers of a store as plain rows, and how they are compared with what they should be."""

import math
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd

from tests.properties import oracle
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import Read, answer, keys
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.shapes import labelled

MONEY = tuple(oracle.MONEY)
Answer = dict[tuple[Any, ...], tuple[Any, ...]]


def ask(read: Read, names: Sequence[str], by: Sequence[str], filters: Filters) -> Answer:
    """The answer of a store: each combination of dimensions with its figures."""
    metrics = [catalogue.metric(name) for name in names]
    frame = labelled(answer(read, metrics, by, filters))
    assert list(frame.columns) == [*keys(metrics, by), *names]
    width = len(frame.columns) - len(names)
    rows = [tuple(map(plain, row)) for row in frame.itertuples(index=False)]
    found = {row[:width]: row[width:] for row in rows}
    assert len(found) == len(rows), "a combination stands there twice"
    return found


def plain(value: Any) -> Any:
    """A value as Python has it; whatever pandas means by nothing is None."""
    if value is None or (not isinstance(value, Decimal) and pd.isna(value)):
        return None
    if isinstance(value, date):
        return value.isoformat()
    return value.item() if hasattr(value, "item") else value


def check(found: Answer, expected: Answer, names: Sequence[str]) -> None:
    """Fail on a combination that is missing or too many, or a figure that differs."""
    assert found.keys() == expected.keys()
    for key, line in expected.items():
        for name, is_there, should_be in zip(names, found[key], line, strict=True):
            assert same(is_there, should_be), f"{name} of {key}: {is_there!r} instead of {should_be!r}"


def same(one: Any, two: Any) -> bool:
    """Money and counts are exact; sums of seconds are floats, added up in any order."""
    if isinstance(two, float) and isinstance(one, float | int):
        return math.isclose(one, two, rel_tol=1e-9, abs_tol=1e-9)
    return type(one) is type(two) and bool(one == two)


def compare(read: Read, rows: oracle.Rows, by: Sequence[str], filters: Filters) -> None:
    """Every metric, counts and money, against plain Python."""
    for names in (oracle.NAMES, MONEY):
        check(ask(read, names, by, filters), oracle.answer(rows, names, by, filters), names)
