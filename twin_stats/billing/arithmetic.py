"""Amounts: whole minor units, half-up rounding, tax once per rate (EN 16931, BR-CO-10 to 17)."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from babel.numbers import list_currencies

from twin_stats.billing.minor_units import places
from twin_stats.billing.model import Line, Tax
from twin_stats.errors import BadAmount, UnknownCurrency

# Quantities and prices have at most 30 digits between them, so that no product is rounded twice.
EXACT = Context(prec=60, rounding=ROUND_HALF_UP)
LARGEST = 10**15
WRITTEN = re.compile(r"([0-9]{1,13})(?:[.,]([0-9]+))?")
# 1,234 is a thousand to some and a little more than one to others: nobody guesses here.
EITHER = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
BLANKS = re.compile("[ \u00a0\u2009\u202f]")


@dataclass(frozen=True)
class Totals:
    """What a document's lines come to."""

    taxes: tuple[Tax, ...]
    net: int
    tax: int
    gross: int


@lru_cache(maxsize=1)
def currencies() -> frozenset[str]:
    """Every currency code that there is (ISO 4217)."""
    return frozenset(list_currencies())


def currency_code(written: str) -> str:
    """The code as it is written properly; raise UnknownCurrency for anything else."""
    code = written.strip().upper()
    if code not in currencies():
        raise UnknownCurrency(currency=written)
    return code


def whole(value: Decimal) -> int:
    """Half-up: 0.5 becomes 1, and -0.5 becomes -1."""
    return int(value.quantize(Decimal(1), context=EXACT))


def minor(amount: Decimal, currency: str) -> int:
    """An exact amount in whole minor units, rounded once."""
    return whole(EXACT.scaleb(amount, places(currency)))


def major(amount: int, currency: str) -> Decimal:
    """Minor units as the decimal that people write: 241670 kopecks are 2416.70."""
    return EXACT.scaleb(Decimal(amount), -places(currency))


def plain(written: str) -> Decimal | None:
    """A number from 0 as a person writes it, with a point or a comma; nothing for anything else."""
    found = _read(written)
    return Decimal(f"{found[1]}.{found[2] or 0}") if found else None


def _read(written: str) -> "re.Match[str] | None":
    bare = BLANKS.sub("", written.strip())
    return None if EITHER.fullmatch(bare) else WRITTEN.fullmatch(bare)


def parse_amount(written: str, currency: str) -> int:
    """An amount as a person writes it, in minor units; raise BadAmount unless it is plain and above 0."""
    found = _read(written)
    if not found or len(found[2] or "") > places(currency):
        raise BadAmount(amount=written, currency=currency, places=places(currency))
    amount = minor(Decimal(f"{found[1]}.{found[2] or 0}"), currency)
    if not 0 < amount < LARGEST:
        raise BadAmount(amount=written, currency=currency, places=places(currency))
    return amount


def priced(quantity: Decimal, unit_price: Decimal, currency: str) -> int:
    """A line's total: quantity × price, rounded once."""
    return minor(EXACT.multiply(quantity, unit_price), currency)


def added_tax(net: int, rate: Decimal) -> int:
    """The tax on top of a net amount."""
    return whole(EXACT.divide(EXACT.multiply(Decimal(net), rate), Decimal(100)))


def contained_tax(gross: int, rate: Decimal) -> int:
    """The tax within a gross amount: gross × r ÷ (100 + r)."""
    return whole(EXACT.divide(EXACT.multiply(Decimal(gross), rate), Decimal(100) + rate))


def totals(lines: Iterable[Line], tax_included: bool) -> Totals:
    """The lines added up; tax is worked out once for each rate, on the sum of its lines."""
    sums: defaultdict[Decimal, int] = defaultdict(int)
    for line in lines:
        sums[line.tax_rate.normalize()] += line.net
    taxes = tuple(_tax(rate, amount, tax_included) for rate, amount in sorted(sums.items()))
    net, tax = sum(each.base for each in taxes), sum(each.amount for each in taxes)
    return Totals(taxes, net, tax, net + tax)


def _tax(rate: Decimal, amount: int, tax_included: bool) -> Tax:
    written = rate.quantize(Decimal(1)) if rate == rate.to_integral_value() else rate
    if not tax_included:
        return Tax(written, amount, added_tax(amount, rate))
    tax = contained_tax(amount, rate)
    return Tax(written, amount - tax, tax)
