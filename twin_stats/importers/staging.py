"""Streaming the typed rows of all files into one Parquet file; rejected rows go aside on the way."""

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from duckdb import DuckDBPyConnection

from twin_stats.importers.reading import Source
from twin_stats.importers.reading.source import Progress
from twin_stats.importers.rejects import Rejects

ROWS = 250_000
# Where nearly every value is another one, a dictionary only costs time.
MANY_VALUES = {"id", "client", "chat"}


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
    _held: list[pa.RecordBatch] = field(default_factory=list)
    _file: pa.OSFile | None = None
    _writer: pq.ParquetWriter | None = None
    # Encoding takes a core for itself, so the engine works on the next rows meanwhile.
    _beside: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(max_workers=1))
    _encoding: "Future[None] | None" = None

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
        self._flush()
        self._encoded()
        self._beside.shutdown()
        if self._writer and self._file:
            self._writer.close()
            self._file.close()
        self.rejects.close()

    def abandon(self) -> None:
        """Let go of the files of an import that failed, whatever their last writes say.

        What failed is being told already; a file that stays open would keep its room on a full disk.
        """
        self._held.clear()
        self._beside.shutdown()
        for file in (self._writer, self._file, self.rejects):
            with suppress(pa.ArrowException, OSError):
                if file:
                    file.close()

    def _take(self, source: Source, batch: pa.RecordBatch, first: int) -> None:
        kept, rejected = batch.column("§kept"), batch.column("§rejected")
        skipped = len(batch) - (pc.sum(kept).as_py() or 0)
        if rejected.null_count < len(batch):
            self._reject(source, batch, first)
        if rejected.null_count < len(batch) or skipped:
            self.skipped += skipped
            batch = batch.filter(pc.and_(kept, pc.is_null(rejected)))
        self.keys.append(batch.column("§key").to_numpy())
        self.missing_hour += pc.sum(batch.column("§missing")).as_py() or 0
        self.doubled_hour += pc.sum(batch.column("§doubled")).as_py() or 0
        self._write(batch.select([name for name in batch.schema.names if not name.startswith("§")]))

    def _reject(self, source: Source, batch: pa.RecordBatch, first: int) -> None:
        rejected = batch.column("§rejected")
        places = np.flatnonzero(pc.is_valid(rejected).to_numpy(zero_copy_only=False))
        rows = batch.column("§row").to_numpy()[places] if "§row" in batch.schema.names else places + first
        reasons: list[Any] = rejected.take(pa.array(places, pa.int64())).to_pylist()
        for row, found in zip(rows, reasons, strict=True):
            self.rejects.row(source.path, source.lines.of(int(row)), found)

    def _write(self, batch: pa.RecordBatch) -> None:
        self._held.append(batch)
        self.accepted += len(batch)
        if sum(map(len, self._held)) >= ROWS:
            self._flush()

    def _flush(self) -> None:
        """Write what was held back: small row groups would make every later reader slow."""
        if not self._held:
            return
        table = pa.Table.from_batches(self._held)
        if not self._writer:
            self._file = pa.OSFile(str(self.path), "wb")
            self._writer = pq.ParquetWriter(self._file, table.schema, **_encodings(table.schema))
        self._encoded()
        self._encoding = self._beside.submit(self._writer.write_table, table)
        self._held.clear()

    def _encoded(self) -> None:
        """Wait for what is being written; raise what went wrong with it."""
        if self._encoding:
            self._encoding.result()


def _encodings(schema: pa.Schema) -> dict[str, Any]:
    """Times by their differences, repeated texts by a dictionary; nobody reads the statistics."""
    times = [each.name for each in schema if pa.types.is_timestamp(each.type)]
    repeated = [name for name in schema.names if name not in {*MANY_VALUES, *times}]
    differences = dict.fromkeys(times, "DELTA_BINARY_PACKED")
    return {"use_dictionary": repeated, "column_encoding": differences, "write_statistics": False}
