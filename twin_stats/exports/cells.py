"""Cells: values as text that no spreadsheet takes for a formula and every reader can read."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType, NoneType
from typing import Any

from twin_stats.exports.frames import money

# What a spreadsheet takes for the start of a formula, in the first place of a text.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Letters that XML 1.0 cannot hold: controls, halves of surrogates, the two non-characters.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
INSTEAD = "\N{REPLACEMENT CHARACTER}"
Write = Callable[[Any], str]


def readable(value: str) -> str:
    """The text without letters that files cannot hold."""
    return value if value.isprintable() else UNREADABLE.sub(INSTEAD, value)


def guarded(value: str) -> str:
    """The text, with an apostrophe before what would be a formula."""
    safe = readable(value)
    return f"'{safe}" if safe.startswith(STARTS_A_FORMULA) else safe


def raw(value: Any) -> str:
    """A value as a program reads it: ISO dates, decimal points, nothing for what is not known."""
    return WRITERS[type(value)](value)


def for_excel(comma: bool, yes: str, no: str) -> Write:
    """Values as a spreadsheet of the language reads them from a text file."""

    def write(value: Any) -> str:
        if isinstance(value, bool):
            return yes if value else no
        if isinstance(value, datetime):
            return value.replace(tzinfo=None).isoformat(" ", "seconds")
        if value is None or isinstance(value, str | date):
            return raw(value)
        return _number(value).replace(".", ",") if comma else _number(value)

    return write


def _number(value: int | float | Decimal) -> str:
    if isinstance(value, Decimal):
        return money(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else repr(value)


WRITERS: Mapping[type, Write] = MappingProxyType(
    {
        NoneType: lambda value: "",
        str: guarded,
        bool: lambda value: "true" if value else "false",
        int: str,
        float: _number,
        Decimal: _number,
        date: date.isoformat,
        datetime: datetime.isoformat,
    }
)
