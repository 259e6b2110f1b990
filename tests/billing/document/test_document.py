"""The PDF says all that the invoice says, in its language, on as many pages as it takes."""

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.billing.document.invoices import english, russian, with_lines
from tests.billing.document.reading import complaints, facts, flat, text
from twin_stats.billing.document import render
from twin_stats.billing.model import Invoice, Tax

pytestmark = pytest.mark.needs("poppler")
RATE = Decimal(20)
TOP_UP = {"kind": "top_up", "month": None, "period": None, "balance_before": None, "balance_after": None}
MANY = with_lines(russian(), 60)


def test_an_english_invoice_says_every_field(tmp_path: Path) -> None:
    said = flat(text(render(english()), tmp_path))
    for expected in (
        "Invoice", "2026-000123", "1 November 2026", "October 2026", "1 Oct 2026 – 31 Oct 2026",
        "Twin Lab GmbH", "Invalidenstraße 117", "10115 Berlin", "Germany", "HRB 123456 B", "DE129273398",
        "billing@twin.example", "+49 30 000000",
        "Northwind Windows & Doors Ltd", "12 Aldersgate Street", "EC1A 1BB London", "United Kingdom",
        "04578112", "GB980780684", "accounts@northwind.example", "+44 20 7946 0000",
        "Postal address: PO Box 12, SW1A 1AA London,",
        "Operator messages in chats, WhatsApp", "8,120", "0.05", "406.00",
        "Calls, outbound", "4,210.5", "0.043", "181.05",
        "Notifications, SMS", "18,450", "by event", "756.45", "Amount, €",
        "Subtotal €1,343.50", "VAT 20% €268.70", "Total €1,612.20",
        "Balance before €1,000.00", "Balance after -€612.20", "Amount due €612.20",
        "One thousand, six hundred and twelve euros and 20 cents",
        "Twin Lab Receivables GmbH", "Berliner Sparkasse", "DE89 3704 0044 0532 0130 00", "BELADEBEXXX",
        "Invoice 2026-000123 of 1 November 2026", "page 1 of 1",
    ):  # fmt: skip
        assert flat(expected) in said, expected


def test_a_russian_invoice_says_every_field(tmp_path: Path) -> None:
    said = flat(text(render(russian()), tmp_path))
    for expected in (
        "Счёт на оплату № 2026-000123 от 1 ноября 2026 г.", "октябрь 2026", "01.10.2026 – 31.10.2026",
        "ПАО СБЕРБАНК, г. Москва", "Банк получателя", "БИК 044525225", "30101810400000000225",
        "40702810938000012345", "ИНН 7707083893", "КПП 770701001", "ООО «Твин Лаб» (расчёты)", "Получатель",
        "ООО «Твин Лаб», ИНН 7707083893, КПП 770701001, ОГРН 1187746000000",
        "117312, Россия, Москва, ул. Вавилова, д. 19", "billing@twin.example", "+7 495 000-00-00",
        "АО «Северные окна», ИНН 7736207543, КПП 773601001, ОГРН 1027700132195",
        "119021, Россия, Москва, ул. Льва Толстого, д. 16", "почтовый адрес: 101000, Россия, Москва, а/я 45",
        "buh@okna.example", "+7 495 111-22-33",
        "Сообщения операторов в чатах, WhatsApp", "8 120", "0,05", "406,00", "4 210,5", "0,043", "181,05",
        "Уведомления, SMS", "18 450", "по событиям", "756,45", "Сумма, ₽",
        "Итого без НДС: 1 343,50 ₽", "НДС 20 %: 268,70 ₽", "Итого: 1 612,20 ₽",
        "Баланс до выставления: 1 000,00 ₽", "Баланс после выставления: -612,20 ₽",
        "Всего к оплате: 612,20 ₽",
        "Всего наименований 3, на сумму 1 612,20 ₽", "Одна тысяча шестьсот двенадцать рублей 20 копеек",
        "Оплата по счёту № 2026-000123 от 01.11.2026", "Руководитель", "Бухгалтер", "стр. 1 из 1",
    ):  # fmt: skip
        assert flat(expected) in said, expected


def test_tax_that_is_included_stands_within_the_total(tmp_path: Path) -> None:
    # 120.00 with 20 % inside: 20.00 of tax.
    own = {
        "tax_included": True,
        "taxes": (Tax(RATE, 10000, 2000),),
        "net": 10000,
        "tax": 2000,
        "gross": 12000,
    }
    said = flat(text(render(russian(**own)), tmp_path))
    assert flat("Итого: 120,00 ₽ в том числе НДС 20 %: 20,00 ₽") in said
    assert "безНДС" not in said


def test_an_untaxed_russian_invoice_says_so(tmp_path: Path) -> None:
    untaxed = tuple(replace(line, tax_rate=Decimal(0)) for line in russian().lines)
    own = {"lines": untaxed, "taxes": (Tax(Decimal(0), 134350, 0),), "tax": 0, "gross": 134350}
    assert flat("Без налога (НДС): –") in flat(text(render(russian(**own)), tmp_path))


def test_several_rates_have_a_column_and_a_sum_each(tmp_path: Path) -> None:
    # Three lines of 10.00 at 20 %, two at 7 %: 6.00 and 1.40.
    invoice = with_lines(english(), 5, rates=(RATE, Decimal(7)))
    said = text(render(invoice), tmp_path)
    assert re.search(r"Unit price\s+VAT\s+Amount, €", said)
    assert flat("VAT 20% of €30.00 €6.00 VAT 7% of €20.00 €1.40 Total €57.40") in flat(said)


@pytest.mark.parametrize(
    ("invoice", "expected"),
    [
        (english(**TOP_UP), "Prepayment invoice"),
        (english(kind="credit_note", corrects="2026-000100", due=0), "Corrects invoice 2026-000100"),
        (english(due=0, balance_after=38780), "Paid from the balance: nothing is due."),
        (russian(**TOP_UP), "Счёт на оплату № 2026-000123"),
        (russian(kind="credit_note", corrects="2026-000100", due=0), "Кредит-нота № 2026-000123"),
        (russian(due=0, balance_after=38780), "Оплачено с баланса, доплата не требуется."),
    ],
)
def test_each_kind_says_what_it_is(invoice: Invoice, expected: str, tmp_path: Path) -> None:
    assert flat(expected) in flat(text(render(invoice), tmp_path))


def test_nobody_is_asked_to_pay_a_credit_note(tmp_path: Path) -> None:
    said = flat(text(render(english(kind="credit_note", corrects="2026-000100", due=0)), tmp_path))
    assert "IBAN" not in said and "Scantopay" not in said and "Amountdue" not in said


@pytest.mark.parametrize("invoice", [english(), russian()], ids=["en", "ru"])
def test_every_page_has_the_table_header_and_its_number(invoice: Invoice, tmp_path: Path) -> None:
    pages = text(render(with_lines(invoice, 120)), tmp_path).strip("\f").split("\f")
    assert len(pages) >= 3
    head = "Unit price" if invoice.language == "en" else "Кол-во"
    of = "page {} of {}" if invoice.language == "en" else "стр. {} из {}"
    for number, page in enumerate(pages, start=1):
        assert page.count(head) == 1
        assert of.format(number, len(pages)) in page


@pytest.mark.parametrize("count", [1, 2, 13, 15, 17, 28, 29, 30, 31, 44, 79])
def test_totals_are_together_and_never_without_a_line(count: int, tmp_path: Path) -> None:
    pages = text(render(with_lines(english(), count)), tmp_path).strip("\f").split("\f")
    assert f"Queue {count - 1} " in pages[-1]
    assert "Subtotal" in pages[-1] and "Scan to pay" in pages[-1]
    assert re.findall(r"Queue (\d+) ", "".join(pages)) == [str(number) for number in range(count)]


def test_all_lines_of_a_long_list_stand_on_its_pages(tmp_path: Path) -> None:
    said = text(render(with_lines(russian(), 500)), tmp_path)
    assert re.findall(r"Queue (\d+) ", said) == [str(number) for number in range(500)]
    assert "Всего наименований 500" in said


def test_a_line_too_long_for_its_column_wraps_and_keeps_its_figures(tmp_path: Path) -> None:
    invoice = with_lines(english(), 80)
    wide = replace(invoice.lines[40], detail="W" * 90, net=777)
    said = text(render(replace(invoice, lines=(*invoice.lines[:40], wide, *invoice.lines[41:]))), tmp_path)
    assert "W" * 90 in flat(said)
    assert re.search(r"^ *41 +Calls, .*7\.77$", said, re.MULTILINE)


@pytest.mark.needs("qpdf")
@pytest.mark.parametrize("invoice", [english(), russian(), MANY], ids=["en", "ru", "many"])
def test_the_pdf_is_sound_and_says_what_it_is(invoice: Invoice, tmp_path: Path) -> None:
    made = render(invoice)
    told = facts(made, tmp_path)
    assert complaints(made, tmp_path) == ""
    assert told["Author"] == invoice.seller.name
    assert "2026-000123" in told["Title"]
    assert PdfReader(tmp_path / "document.pdf").trailer["/Root"]["/Lang"] == invoice.language
    assert len(made) <= 40_000 * int(told["Pages"])
