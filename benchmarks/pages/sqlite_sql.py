"""The house's statements in SQLite's words: times are whole microseconds, days their number since 1970.

That is the fastest that SQLite has: texts of times cost it a parse for each comparison.
"""

from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import Date, Select, types
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.elements import Cast
from sqlalchemy.sql.functions import FunctionElement

from twin_stats.source import dialect
from twin_stats.source.time import EPOCH

DAY = 86_400_000_000


class _Microseconds(types.DateTime):
    """An instant as a literal: microseconds since 1970."""

    def literal_processor(self, dialect: Any) -> Any:
        del dialect
        return lambda at: str(microseconds(at))


def microseconds(at: datetime) -> int:
    """Whole microseconds since 1970."""
    passed = at - EPOCH
    return (passed.days * 86_400 + passed.seconds) * 1_000_000 + passed.microseconds


class _Compiler(SQLiteCompiler):
    """Dates of times are whole numbers of days."""

    def visit_cast(self, cast: Cast[Any], **kw: Any) -> str:
        if isinstance(cast.type, Date):
            return f"({self.process(cast.clause, **kw)} / {DAY})"
        return str(super().visit_cast(cast, **kw))


class _Dialect(SQLiteDialect_pysqlite):
    statement_compiler = _Compiler
    colspecs = {**SQLiteDialect_pysqlite.colspecs, types.DateTime: _Microseconds}  # noqa: RUF012
    supports_statement_cache = False


def sqlite_text(statement: Select[Any]) -> str:
    """A statement with literals."""
    return str(statement.compile(dialect=_Dialect(), compile_kwargs={"literal_binds": True}))


def _parts(element: FunctionElement[Any], compiler: Any, **kw: Any) -> list[str]:
    return [compiler.process(clause, **kw) for clause in element.clauses]


@compiles(dialect.later, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    at, seconds = _parts(element, compiler, **kw)
    return f"({at} + CAST(1000000 * {seconds} AS INTEGER))"


@compiles(dialect.seconds_between, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    start, end = _parts(element, compiler, **kw)
    return f"(({end} - {start}) / 1e6)"


@compiles(dialect.first_day_of_week, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    return f"(({_parts(element, compiler, **kw)[0]} / {DAY} + 3) / 7 * 7 - 3)"


@compiles(dialect.hour_of_day, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    return f"({_parts(element, compiler, **kw)[0]} / 3600000000 % 24)"


@compiles(dialect.iso_weekday, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    return f"(({_parts(element, compiler, **kw)[0]} / {DAY} + 3) % 7 + 1)"


@compiles(dialect.quantile, "sqlite")
def _(element: FunctionElement[Any], compiler: Any, **kw: Any) -> str:
    return "quantile_cont({}, {})".format(*_parts(element, compiler, **kw))


class Quantile:
    """SQLite has no quantiles: numpy's, called for each row."""

    def __init__(self) -> None:
        self.values: list[float] = []
        self.fraction = 0.5

    def step(self, value: float | None, fraction: float) -> None:
        """One row."""
        if value is not None:
            self.values.append(value)
            self.fraction = fraction

    def finalize(self) -> float | None:
        """By linear interpolation."""
        return float(np.quantile(self.values, self.fraction)) if self.values else None
