"""What a detail can be chosen from: countries, currencies and time zones, by their names in a language."""

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from twin_stats.billing.details.countries import codes

Choices = Mapping[str, str]


@lru_cache(maxsize=4)
def countries(language: str) -> Choices:
    """Codes of countries with their names, by name."""
    names = Locale(language).territories
    return MappingProxyType({code: names[code] for code in sorted(codes(), key=lambda each: names[each])})


@lru_cache(maxsize=4)
def currencies(language: str) -> Choices:
    """Codes of the currencies that are money somewhere today, with their names, by code."""
    used = {
        code
        for each in get_global("territory_currencies").values()
        for code, _start, end, is_tender in each
        if end is None and is_tender
    }
    names = {code: get_currency_name(code, locale=language) for code in sorted(used)}
    return MappingProxyType({code: f"{code} · {name}" for code, name in names.items()})


@lru_cache(maxsize=4)
def zones(_language: str) -> Choices:
    """Time zones by place; their names are the same in every language."""
    places = sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/"))
    return MappingProxyType({name: name for name in ["UTC", *places]})
