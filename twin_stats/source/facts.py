"""Facts: the tables as we wish them, with the time each counts by and its dimensions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table

from twin_stats.source import tables


@dataclass(frozen=True)
class Fact:
    """One row for each thing that is counted: a company, a time, and dimensions that are columns."""

    subject: str
    rows: FromClause
    time: ColumnElement[Any]
    dimensions: Mapping[str, ColumnElement[Any]]

    @property
    def company(self) -> ColumnElement[Any]:
        """The company of a row."""
        return self.rows.c.company


def _fact(rows: Table, *dimensions: str) -> Fact:
    return Fact(
        subject=rows.info["subject"],
        rows=rows,
        time=rows.c[rows.info["time"]],
        dimensions={name: rows.c[name] for name in dimensions},
    )


calls = _fact(
    tables.calls,
    "status",
    "direction",
    "bot",
    "task",
    "group",
    "operator",
    "responder",
    "hangup_by",
    "currency",
)
