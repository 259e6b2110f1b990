"""Arrow columns from vectors of numbers: codes into names, seconds, whole millionths of money."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from twin_stats.demo.clock import Ints

Column = NDArray[Any]
Columns = dict[str, Column]
Maker = Callable[[Column], "pa.Array[Any]"]

NEVER = np.iinfo(np.int64).max  # later than any end: whatever never happened is cut like the future
MICRO = 1_000_000


def table(columns: Columns, makers: Mapping[str, Maker]) -> pa.Table:
    """A table of the columns that have a maker, in the makers' order."""
    return pa.table({name: make(columns[name]) for name, make in makers.items()})


def joined(*parts: Columns) -> Columns:
    """The rows of several parts, one after the other."""
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def chosen(columns: Columns, rows: Column) -> Columns:
    """Some of the rows (a mask, or numbers that put them in order)."""
    return {name: column[rows] for name, column in columns.items()}


def names(of: Sequence[str]) -> Maker:
    """Codes into a list of names; -1 is unknown."""
    known = pa.array(list(of), pa.string())

    def make(codes: Column) -> "pa.Array[Any]":
        return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32(), mask=codes < 0), known)

    return make


def times(end: int) -> Maker:
    """Seconds since 1970; what lies at or after `end` is not known yet."""

    def make(seconds: Column) -> "pa.Array[Any]":
        unknown = seconds >= end
        return pa.array(np.where(unknown, 0, seconds) * MICRO, pa.int64(), mask=unknown).cast(
            pa.timestamp("us")
        )

    return make


def ids(prefix: str) -> Maker:
    """A key for each number."""

    def make(numbers: Column) -> "pa.Array[Any]":
        written = pa.array(numbers).cast(pa.string())
        keys: pa.Array[Any] = pc.binary_join_element_wise(prefix, written, "")  # type: ignore[call-overload]
        return keys

    return make


def numbers(values: Column) -> "pa.Array[Any]":
    """Numbers; NaN is unknown."""
    return pa.array(values, pa.float64(), mask=np.isnan(values))


def whole(values: Column) -> "pa.Array[Any]":
    """Whole numbers; below zero is unknown."""
    return pa.array(values, pa.int32(), mask=values < 0)


def flags(values: Column) -> "pa.Array[Any]":
    """Yes and no."""
    return pa.array(values, pa.bool_())


def money(micros: Column) -> "pa.Array[Any]":
    """Whole millionths as exact decimals."""
    cells: Ints = np.zeros((len(micros), 2), dtype="<i8")
    cells[:, 0] = micros
    buffers = [None, pa.py_buffer(cells.tobytes())]
    return pa.Array.from_buffers(pa.decimal128(18, 6), len(micros), buffers)
