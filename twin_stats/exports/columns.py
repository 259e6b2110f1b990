"""Columns of a file: their names in the catalogue, their words, and what stands in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pandas as pd

from twin_stats import text
from twin_stats.analytics.figures.timeline import grain
from twin_stats.analytics.ink.wording import OTHERS, word
from twin_stats.exports.seen import Seen

# Cells of one column after the other: text, number, date, time, flag, or None.
Batch = Sequence[Sequence[Any]]


@dataclass(frozen=True)
class Column:
    """`kind` is "text", "date", "month", "time", "flag", or a metric's unit; `words_of` names the dimension
    whose values have words."""

    name: str
    title: str
    kind: str = "text"
    words_of: str = ""

    def worded(self, values: Sequence[Any], language: str) -> Sequence[Any]:
        """The values as a person of the language reads them."""
        if not self.words_of:
            return values
        return [None if value is None else word(self.words_of, value, language) for value in values]


def columns(seen: Seen) -> list[Column]:
    """The columns of what a chart shows, keys first."""
    present = {**_keys(seen), **_figures(seen), **_flags(seen)}
    found = {name: column for name, column in present.items() if name in seen.data}
    if "currency" in found and seen.chart.series_of == "currency":
        found.pop("series", None)
    return list(found.values())


def _keys(seen: Seen) -> dict[str, Column]:
    unit, chart = grain(seen.filters), seen.chart
    bucket = seen.say("export.week" if unit == "week" else f"dimension.{unit}")
    return {
        "bucket": Column(unit, bucket, "month" if unit == "month" else "date"),
        "weekday": Column("weekday", seen.say("dimension.weekday"), "count"),
        "hour": Column("hour", seen.say("dimension.hour"), "count"),
        "category": _named(chart.category_of, "category", seen),
        "currency": Column("currency", seen.say("dimension.currency")),
        "series": _named(chart.series_of, "series", seen),
        "from": Column("from", seen.say("tip.from"), "time"),
        "to": Column("to", seen.say("tip.to"), "time"),
    }


def _named(dimension: str, column: str, seen: Seen) -> Column:
    key = f"dimension.{dimension}"
    title = seen.say(key if key in text.TEXTS else f"tip.{column}")
    return Column(dimension or column, title, words_of=dimension)


def _figures(seen: Seen) -> dict[str, Column]:
    unit = seen.chart.unit
    found = {
        "value": Column("value", seen.say(f"tip.{unit}"), unit),
        "share": Column("share", seen.say("tip.share"), "rate"),
        "n": Column("n", seen.say("tip.n"), "count"),
    }
    bounds = {name: Column(name, seen.say(f"tip.{name}"), "rate") for name in ("low", "high")}
    return found | bounds if unit == "rate" else found


def _flags(seen: Seen) -> dict[str, Column]:
    names = ("unfinished", "immature")
    return {name: Column(name, seen.say(f"export.{name}"), "flag") for name in names}


def batch(seen: Seen, worded: bool) -> Batch:
    """The cells of a chart's columns, as names of the catalogue or in words."""
    found = columns(seen)
    of = {column.name: name for name, column in {**_keys(seen), **_figures(seen), **_flags(seen)}.items()}
    return [list(_cells(seen, of[column.name], column, worded)) for column in found]


def _cells(seen: Seen, name: str, column: Column, worded: bool) -> Iterator[Any]:
    for value in seen.data[name]:
        if name == "bucket":
            yield first_day(value) if worded else value
        elif name == "weekday" and worded:
            yield seen.say(f"weekday.{value}")
        elif column.words_of:
            yield _key(value, column.words_of, seen.language if worded else "")
        else:
            yield plain(value, column.kind)


def _key(value: Any, dimension: str, language: str) -> Any:
    """The name of a series or category; bins, which only have numbers, always have words."""
    if language or dimension in BINS:
        return word(dimension, value, language or "en")
    if value == OTHERS:
        return text.say("value.others")
    return None if pd.isna(value) else value


BINS = ("delivery_time", "wait")


def plain(value: Any, kind: str) -> Any:
    """A value of a frame as Python has it; None for nothing."""
    if pd.isna(value):
        return None
    if kind == "time":
        return pd.Timestamp(value, unit="ms").to_pydatetime()
    if kind == "flag":
        return bool(value)
    if kind == "money":
        return Decimal(repr(float(value)))
    if kind == "text":
        return str(value)
    return int(value) if float(value).is_integer() else float(value)


def first_day(bucket: str) -> date:
    """The first day of a bucket of the time axis: 2026-01-31, 2026-W05 or 2026-01."""
    if "W" in bucket:
        return datetime.strptime(f"{bucket}-1", "%G-W%V-%u").date()
    return date.fromisoformat(bucket if len(bucket) > len("2026-01") else f"{bucket}-01")
