"""Amounts worked out by hand: rounding half-up, tax once per rate, tax within, tax of a top-up."""

from decimal import Decimal

import pytest
from babel.numbers import format_currency

from twin_stats.billing import arithmetic as a
from twin_stats.billing import minor_units
from twin_stats.billing.document.content.spelled import in_words
from twin_stats.billing.model import Line, Tax
from twin_stats.errors import BadAmount, UnknownCurrency

NOT_PLAIN = (
    "",
    "0",
    "0.00",
    "-5",
    "+5",
    "1e9",
    "10.001",
    "1,000",
    "NaN",
    "inf",
    "0x10",
    "1_000",
    ".5",
    "5.",
    "\u0661",
)


def line(net: int, rate: str = "20") -> Line:
    return Line("service.call", "", "unit.call", Decimal(1), None, net, Decimal(rate))


def test_fifty_lines_are_taxed_once_on_their_sum() -> None:
    # 50 × 241.67 = 12083.50, of which 20 % is 2416.70; line by line it would be 50 × 48.33 = 2416.50.
    found = a.totals([line(24167) for _ in range(50)], tax_included=False)
    assert found == a.Totals((Tax(Decimal(20), 1208350, 241670),), 1208350, 241670, 1450020)


def test_each_rate_is_rounded_for_itself() -> None:
    # 0.05 at 10 % is 0.005, up to 0.01; 0.12 at 20 % is 0.024, down to 0.02.
    found = a.totals([line(5, "10"), line(12, "20.00"), line(0, "0")], tax_included=False)
    assert [(str(tax.rate), tax.base, tax.amount) for tax in found.taxes] == [
        ("0", 0, 0),
        ("10", 5, 1),
        ("20", 12, 2),
    ]
    assert (found.net, found.tax, found.gross) == (17, 3, 20)


def test_tax_within_prices_leaves_the_gross_as_it_is() -> None:
    # 119.00 with 19 % within: 19.00; 100.00: 100 × 19 ÷ 119 = 15.966…, so 15.97.
    assert a.totals([line(11900, "19")], tax_included=True).tax == 1900
    assert a.totals([line(10000, "19")], tax_included=True) == a.Totals(
        (Tax(Decimal(19), 8403, 1597),), 8403, 1597, 10000
    )


@pytest.mark.parametrize(
    ("gross", "rate", "tax"),
    [
        (100000, "20", 16667),
        (12000, "20", 2000),
        (1, "20", 0),
        (3, "20", 1),
        (100000, "0", 0),
        (107, "7.00", 7),
    ],
)
def test_the_tax_of_a_top_up_is_gross_times_rate_over_a_hundred_and_rate(
    gross: int, rate: str, tax: int
) -> None:
    assert a.contained_tax(gross, Decimal(rate)) == tax


def test_halves_go_away_from_zero() -> None:
    assert [a.whole(Decimal(value)) for value in ("0.5", "1.5", "2.4999", "-0.5", "-1.4")] == [
        1,
        2,
        2,
        -1,
        -1,
    ]


def test_a_line_is_rounded_once_with_prices_of_six_places() -> None:
    # 1000 × 0.241667 = 241.667; three of 0.333333 come to 0.999999.
    assert a.priced(Decimal(1000), Decimal("0.241667"), "RUB") == 24167
    assert a.priced(Decimal(3), Decimal("0.333333"), "RUB") == 100
    assert a.priced(Decimal("0.5"), Decimal("0.01"), "EUR") == 1


@pytest.mark.parametrize(
    ("currency", "amount", "minor"),
    [
        *(("EUR", "12.345", 1235), ("JPY", "12.5", 13), ("KWD", "1.0005", 1001), ("RUB", "0.004999", 0)),
        # What is customary in cash is not the minor unit (ISO 4217): dinars of Serbia and of Iraq, pounds.
        *(("RSD", "12.345", 1235), ("LBP", "1.5", 150), ("IQD", "1.5", 1500), ("CLF", "1", 10000)),
    ],
)
def test_every_currency_has_its_own_minor_unit(currency: str, amount: str, minor: int) -> None:
    assert a.minor(Decimal(amount), currency) == minor


def test_amounts_are_written_with_the_places_of_iso_4217() -> None:
    both = [(currency, language) for currency in ("EUR", "JPY", "KWD", "USD") for language in ("en", "ru")]
    for currency, language in both:
        amount = Decimal(123456) / 10 ** a.places(currency)
        assert minor_units.written(amount, currency, language) == format_currency(
            amount, currency, locale=language
        )
    assert minor_units.written(Decimal("1234.5"), "RSD", "en") == "RSD1,234.50"
    assert in_words(123450, "RSD", "en") == "One thousand, two hundred and thirty-four RSD and 50 hundredths"


def test_minor_units_are_written_with_their_places() -> None:
    written = [str(a.major(241670, currency)) for currency in ("RUB", "JPY", "KWD")]
    assert written == ["2416.70", "241670", "241.670"]
    assert str(a.major(-5, "EUR")) == "-0.05"


@pytest.mark.parametrize(
    ("written", "amount"),
    [("1500", 150000), ("0.01", 1), ("1 500,5", 150050), ("12\u00a0345.60", 1234560), (" 7 ", 700)],
)
def test_amounts_as_people_write_them(written: str, amount: int) -> None:
    assert a.parse_amount(written, "RUB") == amount


@pytest.mark.parametrize(
    "written",
    [*NOT_PLAIN, "1" * 14, "9" * 400, "12.3.4", "1\n2", "€5", "999 999 999 999 9999"],
)
def test_anything_else_is_no_amount(written: str) -> None:
    with pytest.raises(BadAmount):
        a.parse_amount(written, "EUR")


def test_a_currency_without_minor_units_takes_none() -> None:
    assert a.parse_amount("1500", "JPY") == 1500
    with pytest.raises(BadAmount, match="0 decimal places"):
        a.parse_amount("1500.0", "JPY")


def test_what_may_be_a_thousand_is_not_taken_for_little_more_than_one() -> None:
    clear = ("1.234", "0,234", "1234,567")
    assert [a.parse_amount(written, "KWD") for written in clear] == [1234, 234, 1234567]
    for written in ("1,234", "12,345", "123,456"):
        with pytest.raises(BadAmount):
            a.parse_amount(written, "KWD")


def test_currencies_are_known_by_their_codes() -> None:
    assert a.currency_code(" rub ") == "RUB"
    for wrong in ("руб.", "XYZ", "", "EURO"):
        with pytest.raises(UnknownCurrency):
            a.currency_code(wrong)
