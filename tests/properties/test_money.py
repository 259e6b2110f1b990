"""Sums, taxes and rounding against fractions, which know no rounding at all."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twin_stats.billing import arithmetic
from twin_stats.billing.model import Line
from twin_stats.errors import BadAmount

AMOUNTS = st.integers(0, 10**13)
RATES = st.decimals(0, 100, places=2)
PRICES = st.decimals(0, 10**6, places=6)
QUANTITIES = st.integers(0, 10**9) | st.decimals(0, 10**9, places=6)
LINES = st.lists(
    st.tuples(AMOUNTS, st.sampled_from(["0", "7", "10", "19", "20", "20.00", "5.5"])), max_size=60
)


def half_up(value: Fraction) -> int:
    """The nearest whole number; of two the one further from zero."""
    return (value + Fraction(1, 2)).__floor__() if value >= 0 else -half_up(-value)


def a_line(net: int, rate: str) -> Line:
    return Line("service.call", "", "unit.call", Decimal(1), None, net, Decimal(rate))


@given(QUANTITIES, PRICES, st.sampled_from([("EUR", 100), ("JPY", 1), ("KWD", 1000)]))
def test_a_line_is_the_exact_product_rounded_once(quantity: Decimal, price: Decimal, currency: tuple) -> None:
    name, units = currency
    expected = half_up(Fraction(quantity) * Fraction(price) * units)
    assert arithmetic.priced(Decimal(quantity), price, name) == expected


@given(LINES)
def test_added_tax_is_rounded_once_for_each_rate(lines: list) -> None:
    found = arithmetic.totals([a_line(*line) for line in lines], tax_included=False)
    bases: dict[Fraction, int] = {}
    for net, rate in lines:
        bases[Fraction(rate)] = bases.get(Fraction(rate), 0) + net
    assert {Fraction(tax.rate): tax.base for tax in found.taxes} == bases
    assert {Fraction(tax.rate): tax.amount for tax in found.taxes} == {
        rate: half_up(base * rate / 100) for rate, base in bases.items()
    }
    assert found.net == sum(net for net, _ in lines)
    assert found.gross == found.net + found.tax == found.net + sum(tax.amount for tax in found.taxes)


@given(LINES)
def test_tax_within_never_changes_what_is_paid(lines: list) -> None:
    found = arithmetic.totals([a_line(*line) for line in lines], tax_included=True)
    assert found.gross == sum(net for net, _ in lines)
    for tax in found.taxes:
        rate, whole = Fraction(tax.rate), tax.base + tax.amount
        assert tax.amount == half_up(whole * rate / (100 + rate))


@given(AMOUNTS, RATES)
def test_the_gross_of_a_top_up_wins(gross: int, rate: Decimal) -> None:
    tax = arithmetic.contained_tax(gross, rate)
    assert tax == half_up(Fraction(gross) * Fraction(rate) / (100 + Fraction(rate)))
    assert 0 <= tax <= gross


@given(st.integers(1, arithmetic.LARGEST - 1), st.sampled_from(["EUR", "JPY", "KWD"]))
def test_what_is_written_is_read_back(amount: int, currency: str) -> None:
    written = str(arithmetic.major(amount, currency))
    if len(written.partition(".")[0]) <= 13:
        assert arithmetic.parse_amount(written, currency) == amount
        with_comma = written.replace(".", ",")
        if currency == "KWD" and 1 <= len(written.partition(".")[0].lstrip("0")) <= 3:  # 1,234: a thousand?
            with pytest.raises(BadAmount):
                arithmetic.parse_amount(with_comma, currency)
        else:
            assert arithmetic.parse_amount(with_comma, currency) == amount
