"""A CSV file of synthetic calls in our own columns, one row in a thousand bad in one of four ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from benchmarks.synthetic import Firm, Numbers, tables

PIECE = 50_000
BAD_SHARE = 0.001
WRONG = {"id": "", "started_at": "2025-13-45 26:61:00", "talk_seconds": "-5"}
BROKEN = b"C-broken,inbound,ANSWE\n"


@dataclass(frozen=True)
class CsvFile:
    """The file, its good rows and its bad ones."""

    path: Path
    good: int
    bad: int


def csv_file(folder: Path, firm: Firm) -> CsvFile:
    """Write the file of a firm's calls; every line counts as a row."""
    folder.mkdir(parents=True, exist_ok=True)
    path, bad = folder / f"calls-{firm.rows}.csv", 0
    random = np.random.default_rng([firm.number, firm.rows])
    with path.open("wb") as file:
        for number, piece in enumerate(_pieces(firm)):
            each = max(1, int(len(piece) * BAD_SHARE / (len(WRONG) + 1)))
            chosen = random.choice(len(piece), len(WRONG) * each, replace=False)
            options = csv.WriteOptions(include_header=number == 0, quoting_style="none")
            csv.write_csv(_spoilt(piece, chosen.reshape(len(WRONG), each)), file, options)
            file.write(BROKEN * each)
            bad += len(chosen) + each
    return CsvFile(path, firm.rows - bad // (len(WRONG) + 1) * len(WRONG), bad)


def _pieces(firm: Firm) -> Iterator[pa.Table]:
    for table in tables(firm):
        for first in range(0, len(table), PIECE):
            yield table.slice(first, PIECE)


def _spoilt(piece: pa.Table, chosen: Numbers) -> pa.Table:
    """The piece as texts, with a wrong value in the chosen rows of some columns."""
    columns: dict[str, Any] = {name: _text(piece.column(name)) for name in piece.column_names}
    for (name, wrong), rows in zip(WRONG.items(), chosen, strict=True):
        spoilt = np.zeros(len(piece), bool)
        spoilt[rows] = True
        columns[name] = pc.if_else(pa.array(spoilt), wrong, columns[name])
    return pa.table(columns)


def _text(column: "pa.ChunkedArray[Any]") -> "pa.ChunkedArray[Any]":
    plain = column.cast(pa.timestamp("ms")) if pa.types.is_timestamp(column.type) else column
    return plain.cast(pa.string())
