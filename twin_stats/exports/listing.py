"""The rows behind a figure as columns of a file: times on the company's clock, words or names."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Any

import numpy as np
import pyarrow as pa
from sqlalchemy import Boolean, Double, Integer, Numeric, Select
from sqlalchemy.types import DateTime

from twin_stats import text
from twin_stats.analytics.drill.behind import Behind
from twin_stats.analytics.filters import Filters
from twin_stats.exports.columns import Batch, Column
from twin_stats.source.literals import constant

Batches = Callable[[Select[Any], int], Iterator[pa.Table]]
KINDS = ((DateTime, "time"), (Boolean, "flag"), (Double, "seconds"), (Numeric, "money"), (Integer, "count"))
WORDS = ("status", "direction", "responder", "hangup_by", "author", "chat_status", "kind", "channel")
SIZE, AT_ONCE = 5_000, 50_000


@dataclass(frozen=True, eq=False)
class Listing:
    """Rows to be listed for somebody: `title` says behind what they stand."""

    behind: Behind
    filters: Filters
    title: str
    language: str = "en"
    company: str = ""

    def say(self, key: str, **facts: object) -> str:
        """Words in the reader's language."""
        return text.say(key, self.language, **facts)

    @property
    def columns(self) -> list[Column]:
        """The columns with their titles, and what stands in each."""
        return [self._column(column) for column in self.behind.rows.selected_columns]

    def _column(self, column: Any) -> Column:
        name = column.name
        kind = next((kind for sql, kind in KINDS if isinstance(column.type, sql)), "text")
        key = f"dimension.{name}"
        title = self.say(key if key in text.TEXTS else f"column.{name}")
        return Column(name, title, kind, name if name in WORDS else "")

    def batches(self, asked: Batches) -> Iterator[Batch]:
        """All rows, some thousands at a time.

        The store is asked for a stretch of time after the other: to put all rows in order at once takes it
        half a gigabyte for a million of them.
        """
        for stretch in self._stretches(asked):
            for table in asked(stretch, SIZE):
                yield self.cells(table)

    def _stretches(self, asked: Batches) -> Iterator[Select[Any]]:
        time = self.behind.rows.selected_columns[self.behind.order[0]]
        asked_for = self.behind.rows.with_only_columns(time.label("at"))
        # Some of each batch's times are enough to cut by: all of them would be the largest thing in memory.
        step = max(1, AT_ONCE // 1000)
        parts = [np.sort(part["at"].to_numpy())[::step] for part in asked(asked_for, SIZE)]
        times = np.sort(np.concatenate(parts)) if parts else np.array([])
        every = AT_ONCE // step
        edges = np.unique(times[every::every]).astype("datetime64[us]").tolist()
        for start, end in zip([None, *edges], [*edges, None], strict=True):
            after = [time >= constant(start)] if start else []
            before = [time < constant(end)] if end else []
            yield self.behind.all().where(*after, *before)

    def cells(self, table: pa.Table) -> Batch:
        """The cells of some rows; times are those of the company's clock, with its offset."""
        return [self._cells(column) for column in table.columns]

    def _cells(self, column: Any) -> Sequence[Any]:
        values: Sequence[Any] = column.to_pylist()
        if not pa.types.is_timestamp(column.type):
            return values
        zone = self.filters.zone
        return [value and value.replace(tzinfo=UTC).astimezone(zone) for value in values]
