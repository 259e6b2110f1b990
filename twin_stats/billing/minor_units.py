"""How many decimal places a currency has, and an amount written with them.

By ISO 4217, list one of 2026-01-01: what banks and payment codes go by. Babel's own table says how much of an
amount is customary in cash, which is 0 for the Serbian dinar (ISO 4217: 2) and for twenty others.
"""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

MOST = 2
OTHERS: Mapping[int, str] = MappingProxyType(
    {
        0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
        3: "BHD IQD JOD KWD LYD OMR TND",
        4: "CLF UYW",
    }
)
PLACES: Mapping[str, int] = MappingProxyType(
    {currency: number for number, several in OTHERS.items() for currency in several.split()}
)


def places(currency: str) -> int:
    """How many decimal places the currency's minor unit has: 2 for most, 0 for the yen."""
    return PLACES.get(currency, MOST)


def written(amount: Decimal, currency: str, language: str) -> str:
    """An amount with its currency, as people of the language write it: €1,234.50."""
    pattern = _pattern(places(currency), language)
    return str(pattern.apply(amount, language, currency=currency, currency_digits=False))


@lru_cache(maxsize=16)
def _pattern(digits: int, language: str) -> NumberPattern:
    pattern = parse_pattern(Locale.parse(language).currency_formats["standard"].pattern)
    pattern.frac_prec = (digits, digits)
    return pattern
