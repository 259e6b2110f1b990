"""All that databases say differently: local time, its parts, and exact quantiles."""

from datetime import date
from typing import Any

from sqlalchemy import Date, Double, Integer, cast, func
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TIMESTAMP


class later(FunctionElement[Any]):  # noqa: N801 - named as it reads in a query
    """`later(time, seconds)`: the time so many seconds later, to the microsecond."""

    type = TIMESTAMP()
    inherit_cache = True


class seconds_between(FunctionElement[float]):  # noqa: N801
    """`seconds_between(start, end)`: from one time to another, to the microsecond; null where one is null."""

    type = Double()
    inherit_cache = True


class first_day_of_week(FunctionElement[date]):  # noqa: N801
    """The Monday of a wall-clock time's week, as a date."""

    type = Date()
    inherit_cache = True


class first_day_of_month(FunctionElement[date]):  # noqa: N801
    """The first day of a wall-clock time's month, as a date."""

    type = Date()
    inherit_cache = True


class hour_of_day(FunctionElement[int]):  # noqa: N801
    """0 to 23."""

    type = Integer()
    inherit_cache = True


class iso_weekday(FunctionElement[int]):  # noqa: N801
    """1 (Monday) to 7."""

    type = Integer()
    inherit_cache = True


class quantile(FunctionElement[float]):  # noqa: N801
    """`quantile(value, fraction)`: exact, by linear interpolation between the two nearest rows.

    Rows where the value is null do not count; without any it is null.
    """

    type = Double()
    inherit_cache = True


def day(wall: ColumnElement[Any]) -> ColumnElement[date]:
    """The date of a wall-clock time."""
    return cast(wall, Date)


def ratio(part: ColumnElement[Any], whole: ColumnElement[Any]) -> ColumnElement[Any]:
    """A fraction as a float, null where the whole is 0 or null."""
    return cast(part, Double) / func.nullif(cast(whole, Double), 0)


def _arguments(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> list[str]:
    return [compiler.process(clause, **kw) for clause in element.clauses]


@compiles(later, "duckdb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    at, seconds = _arguments(element, compiler, **kw)
    # Adding whole microseconds is a quarter faster than adding an interval, which may hold months.
    return f"make_timestamp(epoch_us({at}) + CAST(1000000::BIGINT * {seconds} AS BIGINT))"


@compiles(later, "postgresql")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    at, seconds = _arguments(element, compiler, **kw)
    return f"({at} + {seconds} * INTERVAL '1 second')"


@compiles(later, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    at, seconds = _arguments(element, compiler, **kw)
    return f"addMicroseconds({at}, toInt64(round(1000000 * {seconds})))"


@compiles(seconds_between, "duckdb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    start, end = _arguments(element, compiler, **kw)
    return f"((epoch_us({end}) - epoch_us({start})) / 1000000)"


@compiles(seconds_between, "postgresql")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    start, end = _arguments(element, compiler, **kw)
    return f"CAST(extract(epoch FROM {end} - {start}) AS DOUBLE PRECISION)"


@compiles(seconds_between, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    start, end = _arguments(element, compiler, **kw)
    return f"(dateDiff('microsecond', {start}, {end}) / 1000000)"


@compiles(first_day_of_week)
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(date_trunc('week', {_arguments(element, compiler, **kw)[0]}) AS DATE)"


@compiles(first_day_of_week, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"toMonday({_arguments(element, compiler, **kw)[0]})"


@compiles(first_day_of_month)
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(date_trunc('month', {_arguments(element, compiler, **kw)[0]}) AS DATE)"


@compiles(first_day_of_month, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"toStartOfMonth({_arguments(element, compiler, **kw)[0]})"


@compiles(hour_of_day)
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(extract(hour FROM {_arguments(element, compiler, **kw)[0]}) AS INTEGER)"


@compiles(hour_of_day, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"toHour({_arguments(element, compiler, **kw)[0]})"


@compiles(iso_weekday)
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"CAST(extract(isodow FROM {_arguments(element, compiler, **kw)[0]}) AS INTEGER)"


@compiles(iso_weekday, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    return f"toDayOfWeek({_arguments(element, compiler, **kw)[0]})"


@compiles(quantile, "duckdb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    value, fraction = _arguments(element, compiler, **kw)
    return f"quantile_cont({value}, {fraction})"


@compiles(quantile, "postgresql")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    value, fraction = _arguments(element, compiler, **kw)
    return f"percentile_cont({fraction}) WITHIN GROUP (ORDER BY {value})"


@compiles(quantile, "clickhousedb")
def _(element: FunctionElement[Any], compiler: SQLCompiler, **kw: Any) -> str:
    value, fraction = _arguments(element, compiler, **kw)
    return f"quantileExactInclusiveOrNull({fraction})({value})"
