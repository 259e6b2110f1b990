"""Whether a text can be printed: each of its characters has a letter in our fonts, and none plays tricks."""

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from twin_stats.billing.document.drawing.fonts import letters
from twin_stats.billing.model import Invoice
from twin_stats.errors import TextTooLong, TextUnprintable

LONGEST = 500
# Control, format (right-to-left overrides, joiners), combining marks, line and paragraph separators.
TRICKS = {"Cc", "Cf", "Mn", "Me", "Mc", "Cs", "Co", "Cn", "Zl", "Zp"}


def check(invoice: Invoice) -> None:
    """Raise TextUnprintable or TextTooLong for the first text of the invoice that cannot be printed."""
    for field, value in _texts(invoice, ""):
        if bad := unprintable(value):
            raise TextUnprintable(field=field, characters=_shown(bad))
        if len(value) > LONGEST:
            raise TextTooLong(field=field, longest=LONGEST)


def unprintable(value: str) -> str:
    """The characters of a text that cannot be printed, each once."""
    known = letters()
    return "".join(
        sign
        for sign in dict.fromkeys(value)
        if ord(sign) not in known or unicodedata.category(sign) in TRICKS
    )


def _texts(value: Any, name: str) -> Iterator[tuple[str, str]]:
    """Every text below a value, with the dotted name of the field that holds it."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, tuple):
        for number, one in enumerate(value, start=1):
            yield from _texts(one, f"{name}.{number}")
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name), f"{name}.{field.name}".lstrip("."))


def _shown(characters: str) -> str:
    """The characters for a sentence: as they are where that is harmless, and by their numbers."""
    return ", ".join(
        f"U+{ord(sign):04X}" if unicodedata.category(sign) in TRICKS else f"{sign} (U+{ord(sign):04X})"
        for sign in characters[:5]
    )
