"""Streaming the typed rows of all files into one Parquet file; rejected rows go aside on the way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from twin_stats.importers.reading import Source
from twin_stats.importers.reading.source import Progress
from twin_stats.importers.rejects import Rejects

ROWS = 200_000
# Where nearly every value is another one, a dictionary only costs time.
MANY_VALUES = {"id", "client", "chat", "price", "call_fee", "bot_fee"}


@dataclass
class Stage:
    """Rows on their way: a Parquet file that grows, and what is known of the rows so far."""

    path: Path
    rejects: Rejects
    progress: Progress
    accepted: int = 0
    skipped: int = 0
    missing_hour: int = 0
    doubled_hour: int = 0
    keys: list[npt.NDArray[np.uint64]] = field(default_factory=list)
    _writer: pq.ParquetWriter | None = None

    def add(self, connection: DuckDBPyConnection, source: Source, sql: str) -> int:
        """Run one file's SELECT to its end; return how many of its rows came out."""
        row = 0
        for batch in connection.sql(sql).to_arrow_reader(ROWS):
            self._take(source, batch, row)
            row += len(batch)
            self.progress("loading", row / max(source.rows, 1))
        return row

    def close(self) -> None:
        """End the file."""
        if self._writer:
            self._writer.close()
        self.rejects.close()

    def _take(self, source: Source, batch: pa.RecordBatch, first: int) -> None:
        kept, rejected = batch.column("#kept"), batch.column("#rejected")
        if rejected.null_count < len(batch):
            self._reject(source, batch, first)
        if rejected.null_count < len(batch) or kept.false_count:
            self.skipped += kept.false_count
            batch = batch.filter(pc.and_(kept, pc.is_null(rejected)))
        self.keys.append(batch.column("#key").to_numpy())
        self.missing_hour += pc.sum(batch.column("#missing")).as_py() or 0
        self.doubled_hour += pc.sum(batch.column("#doubled")).as_py() or 0
        self._write(batch.select([name for name in batch.schema.names if not name.startswith("#")]))

    def _reject(self, source: Source, batch: pa.RecordBatch, first: int) -> None:
        rejected = batch.column("#rejected")
        places = np.flatnonzero(pc.is_valid(rejected).to_numpy(zero_copy_only=False))
        rows = batch.column("#row").to_numpy()[places] if "#row" in batch.schema.names else places + first
        for row, found in zip(rows, rejected.take(pa.array(places)).to_pylist(), strict=True):
            self.rejects.row(source.path, source.lines.of(int(row)), found)

    def _write(self, batch: pa.RecordBatch) -> None:
        if not self._writer:
            repeated = _repeated(batch.schema.names)
            self._writer = pq.ParquetWriter(self.path, batch.schema, use_dictionary=repeated)
        self._writer.write_batch(batch)
        self.accepted += len(batch)


def _repeated(names: Sequence[str]) -> list[str]:
    return [name for name in names if name not in MANY_VALUES and not name.endswith("_at")]
