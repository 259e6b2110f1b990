"""Values that stand in the SQL as literals, escaped by the dialect.

DuckDB plans a bound list without looking at it, which takes twice the time.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, bindparam, literal


def constant(value: object) -> ColumnElement[Any]:
    """A value as a literal."""
    return literal(value, literal_execute=True)


def one_of(column: ColumnElement[Any], values: Iterable[str]) -> ColumnElement[bool]:
    """Whether a column has one of the values; none of them when there are none."""
    return column.in_(bindparam(None, tuple(values), expanding=True, literal_execute=True))
