"""What a mapping says, as frozen values."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, replace

PICKS = ("first", "last", "min", "max", "sum", "any", "count")


@dataclass(frozen=True)
class Column:
    """One of our columns: the first of `alternatives` whose columns the file has.

    With `is_merged` it is all of them that the file has: the first known value of each row.

    Where several of their rows make one of ours, `pick` says which value counts, among the rows for
    which `where` holds.
    """

    alternatives: tuple[str, ...]
    pick: str = "first"
    where: str | None = None
    optional: bool = False
    is_merged: bool = False


@dataclass(frozen=True)
class FileShape:
    """How to read files that do not speak for themselves; nothing given means: see by yourself."""

    delimiter: str | None = None
    header: tuple[str, ...] | None = None
    encoding: str | None = None
    sheet: str | None = None
    skip: int = 0
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Mapping:
    """How a file becomes the rows of one subject. `columns` is None where headers are our own names."""

    name: str
    subject: str
    digest: str
    zone: str | None = None
    currency: str | None = None
    columns: Dictionary[str, Column] | None = None
    let: Dictionary[str, Column] = field(default_factory=dict)
    values: Dictionary[str, Dictionary[str, str | None]] = field(default_factory=dict)
    constants: Dictionary[str, str] = field(default_factory=dict)
    per: tuple[str, ...] = ()
    order: str | None = None
    where: str | None = None
    report: Dictionary[str, str] = field(default_factory=dict)
    file: FileShape = FileShape()

    def of(self, subject: str) -> "Mapping":
        """The same for another subject: what headers of our own names need."""
        return replace(self, subject=subject)
