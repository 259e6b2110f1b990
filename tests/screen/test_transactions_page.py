"""The account on the screen: deposits, the statement, the balance on top, and a bank's list of payments."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from tests.exports.reading import facts, sheets
from tests.screen.money import NOW, links, trading_in
from tests.screen.screen import figure, opened, read
from tests.unit.billing.trade import charge, make
from twin_stats.billing.payments.paying import pay, take, unmatched
from twin_stats.source.stores import Stores
from twin_stats.ui.money.account import deposits, statement


@pytest.fixture
def books(tmp_path: Path) -> Iterator[Stores]:
    """Company 1 has paid 1,000 ten days ago and 50.50 today, and 1,200 were charged to it."""
    with trading_in(tmp_path) as stores:
        for amount, days in (("1000", 10), ("50.50", 0)):
            at = NOW - timedelta(days=days)
            number = make(stores, amount, at=at).invoice.number
            pay(stores, number, amount, at, provider="bank", event=number)
        charge(stores, 120000)
        yield stores


def page(**address: str) -> AppTest:
    screen = opened(page="transactions", to="2026-04-30", from_="2026-03-01", **address)
    assert not screen.exception and not screen.error
    return screen


def tabled(screen: AppTest) -> list[list[str]]:
    """The first table, with its titles."""
    frame: pd.DataFrame = screen.table[0].value
    return [[*map(str, frame.columns)], *([read(cell) for cell in row] for row in frame.to_numpy())]


def sentences(screen: AppTest) -> str:
    return "\n".join(read(line.value) for line in screen.markdown)


def test_deposits_have_date_base_refill_and_company_number_with_their_total(books: Stores) -> None:
    screen = page()
    assert tabled(screen) == [
        ["Date", "Base", "Refill", "Company number"],
        ["Mar 31, 2026", "Payment of invoice 2026-000002 for €50.50", "€50.50", "1"],
        ["Mar 21, 2026", "Payment of invoice 2026-000001 for €1,000.00", "€1,000.00", "1"],
    ]
    assert "Refilled in the period: €1,050.50" in sentences(screen)


def test_the_period_narrows_them_and_an_empty_one_says_so(books: Stores) -> None:
    screen = opened(page="transactions", from_="2026-03-21", to="2026-03-21")
    assert "Refilled in the period: €1,000.00" in sentences(screen)
    assert "No deposits in this period" in sentences(
        opened(page="transactions", from_="2025-01-01", to="2025-01-02")
    )


def test_the_statement_has_every_entry_with_the_balance_after_it(books: Stores) -> None:
    screen = page(tab="statement")
    assert tabled(screen) == [
        ["Date", "Entry", "Refill", "Charge", "Balance after it"],
        ["Apr 1, 2026", "Charge by invoice 2026-000003", "", "€1,200.00", "-€149.50"],
        ["Mar 31, 2026", "Payment of invoice 2026-000002", "€50.50", "", "€1,050.50"],
        ["Mar 21, 2026", "Payment of invoice 2026-000001", "€1,000.00", "", "€1,000.00"],
    ]
    assert "Came in: €1,050.50. Went out: €1,200.00." in sentences(screen)


def test_a_company_sees_only_its_own(books: Stores) -> None:
    assert "No deposits" in sentences(page(company="2")) and figure(page(company="2"), "Balance") == "RUB0.00"


@pytest.mark.parametrize("name", ["telephony", "company", "invoices", "transactions", "analytics"])
def test_the_balance_is_at_the_top_of_every_page_and_leads_to_the_account(books: Stores, name: str) -> None:
    found = [(words, where) for words, where in links(opened(page=name)).items() if "Balance" in words]
    assert found and all("-€149.50" in words and where.startswith("transactions") for words, where in found)
    assert len(found) == 1 or name == "analytics"


def test_a_top_up_is_suggested_and_leads_to_an_invoice_of_that_amount(books: Stores) -> None:
    [(words, where)] = [each for each in links(page()).items() if "Create an invoice for" in each[0]]
    assert "€150.00" in words and where.startswith("invoices") and "amount=150.00" in where
    screen = opened(page="invoices", amount="150.00")
    assert screen.text_input(key="invoice-amount").value == "150.00"


def test_the_workbooks_have_real_dates_and_numbers(books: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[bytes] = []
    for module in (deposits, statement):
        monkeypatch.setattr(module, "file", lambda _visit, _name, make_it: made.append(make_it()))
    page()
    page(tab="statement", lang="ru")
    first, second = sheets(made[0])["Deposits"], sheets(made[1])["Выписка"]
    assert first[0][:6] == ["Date", "Base", "Amount of the invoice", "Refill", "Currency", "Company number"]
    assert first[1][0].isoformat() == "2026-03-31T12:00:00" and first[1][3:6] == [50.5, "EUR", "1"]
    assert second[1][2:5] == ["", 1200, -149.5]
    assert facts(made[0])["Refilled in the period: EUR"] == 1050.5


def test_a_banks_list_finds_its_invoices_once_and_keeps_what_finds_none(books: Stores) -> None:
    number = make(books, "70", at=NOW).invoice.number
    content = f"date;amount;payer;purpose\n2026-03-30;70,00;=A1;invoice {number}\n2026-03-30;5;B;thanks\n"
    screen = page()
    for said in ("Entered: 1. Known before: 0. Without an invoice: 1.", "Entered: 0. Known before: 1."):
        screen.file_uploader(key="payments-file").upload("list.csv", content.encode(), "text/csv").run()
        screen.button(key="upload-button").click().run()
        assert not screen.exception and said in read(screen.success[0].value)
    # `pay --file` with the same list finds all of it known.
    assert [each.is_new for each in take(books, content.encode(), NOW, currency="EUR", provider="bank")] == [
        False,
        False,
    ]
    [waiting] = unmatched(books, 1)
    assert (waiting.amount, waiting.payer) == (500, "B")
    assert "Payments without an invoice" in [heading.value for heading in screen.subheader]
    assert "€70.00" in sentences(screen) or "€1,120.50" in sentences(screen)


def test_a_list_that_is_none_is_told_in_a_sentence(books: Stores) -> None:
    screen = page()
    screen.file_uploader(key="payments-file").upload("list.csv", b"one,two\n1,2\n", "text/csv").run()
    screen.button(key="upload-button").click().run()
    assert not screen.exception and len(screen.error) == 1


def test_it_speaks_russian(books: Stores) -> None:
    screen = opened(locale="ru-RU", page="transactions")
    assert tabled(screen)[0] == ["Дата", "Основание", "Пополнение", "Номер компании"]
    assert "Пополнено за период:" in sentences(screen)
