"""Whether two answers are the same, whatever types they come in."""

from typing import Any

import numpy as np
import pandas as pd

from twin_stats.analytics.figures.dimensions import names
from twin_stats.source.facts import calls

KEYS = {*names(calls), "bin"}


class WrongAnswer(Exception):
    """Two ways gave different answers to one question: nothing is timed then."""


def check_equal(question: str, ours: pd.DataFrame, other: pd.DataFrame, name: str) -> None:
    """Raise WrongAnswer where a column of both differs; order does not matter, numbers to nine digits."""
    shared = [column for column in ours if column in other]
    left, right = _comparable(ours[shared]), _comparable(other[shared])
    if not shared or not left.index.equals(right.index) or not _close(left, right):
        raise WrongAnswer(f"{question}: {name} answers\n{right}\nours is\n{left}")


def _comparable(frame: pd.DataFrame) -> pd.DataFrame:
    """The figures as floats, by their keys as texts."""
    keys = [column for column in frame if column in KEYS]
    figures = frame.drop(columns=keys).astype(float)
    if not keys:
        return figures.reset_index(drop=True)
    texts = [[_text(value) for value in frame[key]] for key in keys]
    return figures.set_index(pd.MultiIndex.from_arrays(texts, names=keys)).sort_index()


def _text(value: Any) -> str:
    if pd.isna(value):
        return ""
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else str(value)


def _close(left: pd.DataFrame, right: pd.DataFrame) -> bool:
    return np.allclose(left.to_numpy(), right.to_numpy(), rtol=1e-9, atol=0, equal_nan=True)
