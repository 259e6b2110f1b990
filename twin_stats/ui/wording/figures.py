"""Figures as text: counts, rates, durations, money; a dash where there is none."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import Any

import pandas as pd
from babel import Locale
from babel.numbers import format_decimal, format_percent

from twin_stats import text
from twin_stats.billing.minor_units import written

NOTHING = "–"


def figure(value: Any, unit: str, language: str) -> str:
    """A value as it stands on a card: 31,599, 85.6%, 35.03 s, 3 min 5 s."""
    return NOTHING if pd.isna(value) else _WRITERS[unit](value, language)


def exact(value: Any, unit: str, language: str) -> str:
    """The same value with nothing rounded away that a person could ask for."""
    if pd.isna(value):
        return NOTHING
    if unit == "seconds":
        return f"{_decimal(value, language, '#,##0.######')} {text.say('unit.second', language)}"
    return _percent(value, language, 4) if unit == "rate" else figure(value, unit, language)


def money(value: Decimal, currency: str, language: str) -> str:
    """An amount in its currency."""
    return written(value, currency, language)


def change(now: Any, before: Any, unit: str, language: str) -> str | None:
    """The change with its sign: percent, points of a rate, or the plain difference where the base is 0."""
    if pd.isna(now) or pd.isna(before):
        return None
    if unit == "rate":
        return signed(
            100 * (now - before), language, f"\N{NO-BREAK SPACE}{text.say('unit.points', language)}"
        )
    if before == 0:
        return signed(now, language, "", "#,##0.##")
    percent = "%" if language == "en" else "\N{NO-BREAK SPACE}%"
    return signed(100 * (float(now) - float(before)) / float(before), language, percent)


def signed(value: Any, language: str, unit: str, form: str = "#,##0.0") -> str:
    """A number with + or -; nothing before one that rounds to 0."""
    written = _decimal(abs(value), language, form)
    is_zero = not any(digit in "123456789" for digit in written)
    return f"{'' if is_zero else '-' if value < 0 else '+'}{written}{unit}"


def count(value: Any, language: str) -> str:
    """A whole number with group separators."""
    return _decimal(int(value), language, "#,##0")


def _decimal(value: Any, language: str, form: str) -> str:
    return format_decimal(value, form, locale=language)


def _percent(value: Any, language: str, places: int = 1) -> str:
    return format_percent(value, _percent_form(language, places), locale=language)


@lru_cache(maxsize=8)
def _percent_form(language: str, places: int) -> str:
    usual = str(Locale.parse(language).percent_formats[None].pattern)
    return usual.replace("##0", f"##0.{'0' * places}")


def _duration(value: Any, language: str) -> str:
    second, minute, hour = (text.say(f"unit.{name}", language) for name in ("second", "minute", "hour"))
    if value < 120:
        return f"{_decimal(value, language, '#,##0.##')} {second}"
    minutes, seconds = divmod(round(value), 60)
    if minutes < 60:
        return f"{minutes} {minute} {seconds} {second}" if seconds else f"{minutes} {minute}"
    hours, minutes = divmod(minutes, 60)
    if hours >= 100:
        return f"{count(round(value / 3600), language)} {hour}"
    return f"{count(hours, language)} {hour} {minutes} {minute}"


_WRITERS: Mapping[str, Callable[[Any, str], str]] = MappingProxyType(
    {
        "count": count,
        "peak": count,
        "rate": _percent,
        "seconds": _duration,
        "number": lambda value, language: _decimal(value, language, "#,##0.00"),
        "money": lambda value, language: _decimal(value, language, "#,##0.00"),
    }
)
