"""Figures, dates and words of documents; long invoices summed."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from tests.billing.document.invoices import english, russian, with_lines
from twin_stats.billing.document import check, full_list, html
from twin_stats.billing.document.content import amounts
from twin_stats.billing.document.content.spelled import in_words
from twin_stats.billing.document.content.summed import by_service
from twin_stats.billing.document.content.view import view
from twin_stats.billing.document.drawing.printable import unprintable
from twin_stats.errors import TextUnprintable

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("minor", "currency", "english_words", "russian_words"),
    [
        (57750, "EUR", "Five hundred and seventy-seven euros and 50 cents",
         "Пятьсот семьдесят семь евро 50 центов"),
        (577, "EUR", "Five euros and 77 cents", "Пять евро 77 центов"),
        (101, "RUB", "One ruble and 01 kopeck", "Один рубль 01 копейка"),
        (202, "RUB", "Two rubles and 02 kopecks", "Два рубля 02 копейки"),
        (505, "RUB", "Five rubles and 05 kopecks", "Пять рублей 05 копеек"),
        (1111, "RUB", "Eleven rubles and 11 kopecks", "Одиннадцать рублей 11 копеек"),
        (2121, "RUB", "Twenty-one rubles and 21 kopecks", "Двадцать один рубль 21 копейка"),
        (11224, "RUB", "One hundred and twelve rubles and 24 kopecks", "Сто двенадцать рублей 24 копейки"),
        (100100, "RUB", "One thousand and one rubles and 00 kopecks", "Одна тысяча один рубль 00 копеек"),
        (200000000, "RUB", "Two million rubles and 00 kopecks", "Два миллиона рублей 00 копеек"),
        (0, "EUR", "Zero euros and 00 cents", "Ноль евро 00 центов"),
        (-150, "EUR", "Minus one euro and 50 cents", "Минус один евро 50 центов"),
        (100, "USD", "One US dollar and 00 cents", "Один доллар США 00 центов"),
        (300, "USD", "Three US dollars and 00 cents", "Три доллара США 00 центов"),
        (1200, "JPY", "One thousand, two hundred JPY", "Одна тысяча двести JPY"),
        (1250, "SEK", "Twelve SEK and 50 hundredths", "Двенадцать SEK 50 сотых"),
        (1567, "KWD", "One KWD and 567 thousandths", "Один KWD 567 тысячных"),
        (12345, "CLF", "One CLF and 2345 ten-thousandths", "Один CLF 2345 десятитысячных"),
    ],
)  # fmt: skip
def test_an_amount_is_spelled(minor: int, currency: str, english_words: str, russian_words: str) -> None:
    assert in_words(minor, currency, "en") == english_words
    assert in_words(minor, currency, "ru") == russian_words


def test_figures_are_written_as_their_country_writes_them() -> None:
    assert amounts.money(123450, "EUR", "en") == "€1,234.50"
    assert amounts.money(123450, "RUB", "ru") == f"1{SPACE}234,50{SPACE}₽"
    assert amounts.amount(-123450, "EUR", "en") == "-1,234.50"
    assert amounts.amount(1234, "JPY", "en") == "1,234"
    assert amounts.price(Decimal("0.000125"), "EUR", "en") == "0.000125"
    assert amounts.price(Decimal("12"), "EUR", "en") == "12.00"
    assert amounts.quantity(Decimal("31599.50"), "ru") == f"31{SPACE}599,5"
    assert amounts.percent(Decimal("5.50"), "en") == "5.5%"
    # A float would have lost the last figures.
    assert amounts.amount(9007199254740993, "EUR", "en") == "90,071,992,547,409.93"


def test_a_day_is_the_day_where_the_company_is() -> None:
    late = datetime(2026, 10, 31, 21, 30, tzinfo=UTC)
    assert amounts.local_day(late, "Europe/Moscow") == date(2026, 11, 1)
    assert amounts.local_day(late.replace(tzinfo=None), "Europe/Berlin") == date(2026, 10, 31)
    assert amounts.days(date(2026, 10, 1), date(2026, 10, 1), "en") == "1 Oct 2026"


def test_a_long_invoice_is_summed_by_service_price_and_rate() -> None:
    # 600 lines of 10.00 each, 100 minutes for 0.10: at 20 % and at 7 % in turn.
    invoice = with_lines(english(), 600, rates=(Decimal(20), Decimal(7)))
    first, second = by_service(invoice).lines
    assert (first.quantity, first.net, first.tax_rate) == (Decimal(30000), 300000, Decimal(20))
    assert (second.quantity, second.net, second.tax_rate) == (Decimal(30000), 300000, Decimal(7))
    shown = view(invoice)
    assert len(shown.rows.lines) == 2
    assert (
        shown.rows.note
        == "Summed by service: the full list of 600 lines is in the CSV file beside this document."
    )
    assert shown.sums.total.value == amounts.money(invoice.gross, "EUR", "en")


def test_the_full_list_has_every_line_and_nothing_that_a_spreadsheet_runs() -> None:
    invoice = with_lines(russian(), 501)
    evil = replace(invoice.lines[7], detail='=HYPERLINK("http://x")', unit_price=None)
    made = full_list(replace(invoice, lines=(*invoice.lines[:7], evil, *invoice.lines[8:])))
    assert made is not None
    head, *rows = csv.reader(io.StringIO(made.decode("utf-8-sig")))
    assert head[:3] == ["№", "Услуга", "Подробности"]
    assert len(rows) == 501
    assert rows[0] == ["1", "Звонки", "Queue 0", "100", "мин", "0.1", "20", "10.00", "RUB"]
    assert rows[7][2:6] == ['\'=HYPERLINK("http://x")', "100", "мин", ""]


def test_an_invoice_of_500_lines_needs_no_list_beside_it() -> None:
    assert full_list(with_lines(english(), 500)) is None
    assert len(view(with_lines(english(), 500)).rows.lines) == 500


@pytest.mark.parametrize(
    "value", ["Müller & Søn GmbH", "ООО «Ёжик» № 5", "Ελλάς ΑΕ", "Łódź Çeşme", "₽ € £ ₸ – — … ™"]
)
def test_letters_of_europe_can_be_printed(value: str) -> None:
    assert unprintable(value) == ""


@pytest.mark.parametrize(
    "value", ["\t", "\n", "\u200b", "\u202e", "\u0301", "\ufeff", "漢", "ع", "🦊", "\ue000"]
)
def test_letters_that_we_lack_and_tricks_cannot(value: str) -> None:
    assert unprintable(f"a{value}b{value}") == value


def test_a_bad_text_is_found_before_anything_is_made() -> None:
    line = replace(english().lines[1], detail="Канал 漢")
    with pytest.raises(TextUnprintable) as raised:
        check(english(lines=(english().lines[0], line)))
    assert raised.value.say() == (
        "A document cannot be made: line 2 has characters that cannot be printed: 漢 (U+6F22). "
        "Write it with Latin, Greek or Cyrillic letters."
    )


def test_the_page_of_html_says_the_same_and_loads_nothing() -> None:
    page = html(russian())
    for expected in (
        "Счёт на оплату № 2026-000123",
        "АО «Северные окна»",
        f"612,20{SPACE}₽",
        "data:image/png",
    ):
        assert expected in page
    assert "default-src 'none'" in page
    assert "http" not in page.replace("http-equiv", "")
    assert "Northwind Windows &amp; Doors Ltd" in html(english())
