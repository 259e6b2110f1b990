"""A frame as table, CSV, JSON or Parquet: raw numbers, ISO dates, money as decimal text."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import pandas as pd

FORMATS = ("table", "csv", "json", "parquet")


def export(frame: pd.DataFrame, form: str) -> bytes:
    """The frame in one of FORMATS. JSON of a frame with one row and no dimension is one flat object."""
    return WRITERS[form](frame)


def _csv(frame: pd.DataFrame) -> bytes:
    return _plain(frame).to_csv(index=False, lineterminator="\n").encode()


def _table(frame: pd.DataFrame) -> bytes:
    plain = _plain(frame)
    return (plain.where(plain.notna(), "–").to_string(index=False) + "\n").encode()


def _json(frame: pd.DataFrame) -> bytes:
    plain = _plain(frame)
    records = plain.where(plain.notna(), None).to_dict("records")
    shown = records[0] if frame.attrs.get("one_thing") and len(records) == 1 else records
    return (json.dumps(shown, ensure_ascii=False, default=str) + "\n").encode()


def _parquet(frame: pd.DataFrame) -> bytes:
    return frame.to_parquet(index=False) or b""


def _plain(frame: pd.DataFrame) -> pd.DataFrame:
    """As Python values, so that a column is written alike whatever else stands in it."""
    values = {name: [_value(value) for value in column] for name, column in frame.items()}
    return pd.DataFrame(values, columns=frame.columns, dtype=object)


def _value(value: Any) -> Any:
    if isinstance(value, pd.Timestamp):
        return value.date().isoformat() if value == value.normalize() else value.isoformat()
    if isinstance(value, Decimal):
        return money(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def money(value: Decimal) -> str:
    """A decimal as text, with two places at least and no zeros behind them."""
    plain = f"{value.normalize():f}"
    whole, _, places = plain.partition(".")
    return f"{whole}.{places.ljust(2, '0')}"


WRITERS: Mapping[str, Callable[[pd.DataFrame], bytes]] = {
    "table": _table,
    "csv": _csv,
    "json": _json,
    "parquet": _parquet,
}
