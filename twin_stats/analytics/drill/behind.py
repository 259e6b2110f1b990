"""The rows behind a figure: a statement that can be counted, turned page by page, or read as a whole."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

EACH, DIFFERENT, SHARE, VALUE, TOUCHING = "each", "different", "share", "value", "touching"
# Columns that are not the store's: what a row brings into the figure, and whether it stands above the line.
BRINGS, COUNTS = "brings", "counts"


@dataclass(frozen=True, eq=False)
class Behind:
    """`kind` says how rows make the figure.

    EACH row is one of what is counted; of DIFFERENT values each counts once; of a SHARE those rows that say
    so stand above the line; a VALUE is a sum, mean or quantile of what rows bring; intervals are TOUCHING.
    `figure` asks for it again, from the same rows: `rows`, `figure`, and of a share `part`.
    """

    rows: Select[Any]
    order: tuple[str, ...]
    kind: str
    metric: str = ""
    figure: Select[Any] | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.rows.selected_columns)

    def all(self) -> Select[Any]:
        """Every row, in an order that is always the same."""
        return self.rows.order_by(*(self.rows.selected_columns[name] for name in self.order))

    def page(self, number: int, length: int) -> Select[Any]:
        """One page of the rows, from 0."""
        return self.all().limit(length).offset(number * length)

    def count(self) -> Select[Any]:
        """How many rows there are, as `rows`."""
        return select(func.count().label("rows")).select_from(self.rows.subquery("behind"))
