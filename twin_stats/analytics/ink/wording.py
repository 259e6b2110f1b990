"""Words for values: what the store calls ANSWERED is shown as a person would say it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from twin_stats import text
from twin_stats.analytics.ink.dates import short_day


def word(dimension: str, value: Any, language: str) -> str:
    """The word for a dimension's value; a value that nobody has heard of is shown as it came."""
    if value is None or pd.isna(value):
        return text.say("value.unknown", language)
    if value == OTHERS:
        return text.say("value.others", language)
    key = f"metric.{value}" if dimension == "metric" else f"value.{dimension}.{value}"
    return text.say(key, language) if key in text.TEXTS else str(value)


def brief(dimension: str, value: Any, language: str) -> str:
    """The same word where there is little room: some have a short one, below the chart's own title."""
    key = f"short.{dimension}.{value}"
    return text.say(key, language) if key in text.TEXTS else word(dimension, value, language)


def so_far(data: pd.DataFrame, language: str) -> "pd.Series[Any]":
    """Until when the bucket goes that is not over: the time of a day, day and time of a longer one."""

    def said(bucket: str, until: str | None) -> str | None:
        if until is None or pd.isna(until):
            return None
        at = datetime.fromisoformat(until)
        day = "" if len(bucket) == len("2026-01-31") else f"{short_day(at, language)}, "
        return text.say("chart.until", language, moment=f"{day}{at:%H:%M}")

    found = [said(*pair) for pair in zip(data["bucket"].tolist(), data["until"].tolist(), strict=True)]
    return pd.Series(found, index=data.index, dtype=object)


OTHERS = "\N{HORIZONTAL ELLIPSIS}"


def worded(data: pd.DataFrame, dimensions: Mapping[str, str], language: str) -> pd.DataFrame:
    """The frame with each named column's values in words, and `until` as `so_far` says it."""
    columns = {column: name for column, name in dimensions.items() if name and column in data}
    until = {"until": so_far(data, language)} if "until" in data else {}
    return data.assign(
        **{column: _words(data[column], name, language) for column, name in columns.items()}, **until
    )


def _words(column: "pd.Series[Any]", dimension: str, language: str) -> list[str]:
    values = column.tolist()
    words = {value: word(dimension, value, language) for value in set(values)}
    return [words[value] for value in values]
