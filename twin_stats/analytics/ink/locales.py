"""How Vega writes numbers and dates: d3 locales made from Babel's data."""

from functools import lru_cache
from typing import Any

from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol


@lru_cache(maxsize=4)
def locale(language: str) -> dict[str, Any]:
    """What a chart's configuration says of it; nothing in English, which Vega speaks by itself."""
    if language == "en":
        return {}
    return {"locale": {"number": _numbers(language), "time": _times(language)}}


def _numbers(language: str) -> dict[str, Any]:
    """d3-format's locale."""
    return {
        "decimal": get_decimal_symbol(language),
        "thousands": get_group_symbol(language),
        "grouping": [3],
        "currency": ["", ""],
    }


def _times(language: str) -> dict[str, Any]:
    """d3-time-format's locale; weekdays start with Sunday there."""
    names = Locale.parse(language)
    weekdays = [6, 0, 1, 2, 3, 4, 5]
    return {
        "dateTime": "%x %X",
        "date": "%d.%m.%Y",
        "time": "%H:%M:%S",
        "periods": ["AM", "PM"],
        "days": [names.days["format"]["wide"][day] for day in weekdays],
        "shortDays": [names.days["format"]["abbreviated"][day] for day in weekdays],
        "months": [names.months["format"]["wide"][month] for month in range(1, 13)],
        "shortMonths": [names.months["format"]["abbreviated"][month] for month in range(1, 13)],
    }
