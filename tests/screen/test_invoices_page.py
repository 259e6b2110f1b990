"""Invoices on the screen: asked for once, found by number and day, given as they were stored."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.money import NOW, lines, links, numbers, trading_in
from tests.screen.screen import address, opened, read
from tests.unit.billing.trade import charge, drawn, make
from twin_stats.billing import details
from twin_stats.billing.invoices import listing as billed
from twin_stats.billing.payments.paying import pay
from twin_stats.source.stores import Stores
from twin_stats.ui.money.documents import creating, listing
from twin_stats.ui.money.documents import opened as one


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stores]:
    """Two companies that trade; documents are drawn at once."""
    for module in (creating, one):
        monkeypatch.setattr(module, "draw", drawn)
    with trading_in(tmp_path) as stores:
        yield stores


def ask(screen: AppTest, amount: str) -> AppTest:
    screen.text_input(key="invoice-amount").set_value(amount)
    return screen.button(key="create-button").click().run()


def error(screen: AppTest) -> str:
    assert len(screen.error) == 1
    return read(screen.error[0].value)


def test_with_details_missing_there_is_no_invoice_and_exactly_those_are_named(books: Stores) -> None:
    details.change(books, 1, {"postal_address_city": "", "email": ""})
    screen = ask(opened(page="invoices"), "100")
    said = error(screen)
    assert "city of the postal address" in said and "e-mail address" in said and "postal code" not in said
    assert billed.count(books, 1) == 0
    fields = [where for where in links(screen).values() if "field=" in where]
    assert len(fields) == 2 and "field=postal_address_city" in "".join(fields)


def test_an_amount_becomes_an_invoice_that_is_opened(books: Stores) -> None:
    screen = ask(opened(page="invoices"), "1 234,50")
    assert not screen.exception and not screen.error
    [made] = billed.listed(books, 1)
    assert (made.gross, made.kind) == (123450, "top_up")
    assert address(screen) == {"invoice": made.number}
    assert any(made.number in heading.value for heading in screen.subheader)
    screen.button(key="back-to-list").click().run()
    assert lines(screen) == [
        {
            "kind": "Top-up",
            "period": "–",
            "issued": "Mar 31, 2026",
            "amount": "€1,234.50",
            "due": "€1,234.50",
            "status": "Issued",
        }
    ]


@pytest.mark.parametrize(("amount", "why"), [("", "Enter the amount"), ("-5", "-5"), ("1.234", "1.234")])
def test_no_amount_is_no_invoice(books: Stores, amount: str, why: str) -> None:
    assert why in error(ask(opened(page="invoices"), amount))
    assert billed.count(books, 1) == 0


def test_two_tabs_that_see_the_same_make_one_invoice(books: Stores) -> None:
    tabs = opened(page="invoices"), opened(page="invoices")
    made = [address(ask(tab, "100"))["invoice"] for tab in tabs]
    assert made[0] == made[1] and billed.count(books, 1) == 1


def test_a_similar_unpaid_one_is_offered_and_another_is_made_only_if_it_is_meant(books: Stores) -> None:
    ask(opened(page="invoices"), "100")
    screen = ask(opened(page="invoices"), "100")
    assert billed.count(books, 1) == 1
    assert any("2026-000001" in read(line.value) for line in screen.markdown)
    screen.button(key="similar-another").click().run()
    assert billed.count(books, 1) == 2
    assert numbers(opened(page="invoices")) == ["2026-000002", "2026-000001"]


def test_they_are_found_by_number_by_its_beginning_and_by_the_day_of_issue(books: Stores) -> None:
    for number in range(12):
        make(books, str(number + 1), at=NOW - timedelta(days=number))
    assert len(numbers(opened(page="invoices"))) == 12
    assert numbers(opened(page="invoices", number="2026-00001")) == [f"2026-0000{n}" for n in (10, 11, 12)]
    assert numbers(opened(page="invoices", number="2026-000003")) == ["2026-000003"]
    assert numbers(opened(page="invoices", from_="2026-03-29", to="2026-03-30")) == [
        "2026-000002",
        "2026-000003",
    ]
    screen = opened(page="invoices", number="0001")
    assert numbers(screen) == [] and any("No invoice matches" in line.value for line in screen.markdown)
    screen.button(key="clear").click().run()
    assert address(screen) == {} and len(numbers(screen)) == 12


def test_what_is_typed_into_account_id_stands_in_the_address(books: Stores) -> None:
    make(books, at=NOW)
    screen = opened(page="invoices", page_="3")
    screen.text_input(key="number").set_value(" 2026-000001 ").run()
    assert address(screen)["number"] == "2026-000001" and numbers(screen) == ["2026-000001"]


def test_a_company_sees_nothing_of_another(books: Stores) -> None:
    make(books, company=2)
    assert numbers(opened(page="invoices", company="1")) == []
    assert "2026-000001" in error(opened(page="invoices", company="1", invoice="2026-000001"))


def test_each_state_has_its_word(books: Stores) -> None:
    for amount, paid in (("10", ""), ("20", "20"), ("30", "31"), ("40", "1")):
        number = make(books, amount, at=NOW).invoice.number
        if paid:
            pay(books, number, paid, NOW, provider="bank", event=number)
    words = [line["status"] for line in lines(opened(page="invoices"))]
    assert words == ["Partly paid", "Overpaid", "Paid", "Issued"]
    assert lines(opened(page="invoices", locale="ru-RU"))[2]["status"] == "Оплачен"


def test_the_download_gives_what_was_stored(books: Stores, monkeypatch: pytest.MonkeyPatch) -> None:
    invoice = make(books, at=NOW).invoice
    details.change(books, 1, {"name": "Another name"})
    monkeypatch.setattr(creating, "draw", None)
    assert listing.pdf(1, invoice.number) == drawn(invoice).pdf
    [button] = opened(page="invoices").get("download_button")
    assert button.proto.label == f"invoice-{invoice.number}.pdf"


def test_it_is_shown_as_a_page_and_leads_to_the_graphs_of_its_month(books: Stores) -> None:
    number = charge(books, 5000).invoice.number
    screen = opened(page="invoices", invoice=number, from_="2026-01-01", to="2026-04-30")
    assert not screen.exception and not screen.error
    [where] = [where for words, where in links(screen).items() if words.startswith(":material/call: Calls")]
    assert "telephony" in where and "from=2026-03-01&to=2026-03-31" in where


def test_an_invoice_is_taken_back_by_a_document_that_stays(books: Stores) -> None:
    number = make(books, at=NOW).invoice.number
    screen = opened(page="invoices", invoice=number)
    screen.button(key="void").click().run()
    assert any("2026-000002" in read(note.value) for note in screen.info)
    assert billed.one(books, 1, number).status == "void"
    assert not any(str(button.key) == "void" for button in screen.button)


def test_a_damaged_document_is_told_by_its_number_and_the_others_stay(books: Stores) -> None:
    number = make(books, at=NOW).invoice.number
    sound = make(books, "7", at=NOW).invoice.number
    with books.writing() as connection:
        connection.exec_driver_sql("UPDATE documents SET pdf = x'00' WHERE invoice = 1")
    assert f"The PDF of invoice {number} is not as it was issued" in error(
        opened(page="invoices", invoice=number)
    )
    screen = opened(page="invoices")
    assert f"invoice {number} is not as it was issued" in error(screen)
    assert numbers(screen) == [sound, number]
    assert [button.proto.label for button in screen.get("download_button")] == [f"invoice-{sound}.pdf"]
    assert f"PDF счёта {number}" in error(opened(page="invoices", locale="ru-RU"))


def test_fifty_stand_on_a_page(books: Stores) -> None:
    copies(books, make(books, at=NOW).invoice.number, 120)
    screen = opened(page="invoices")
    assert len(numbers(screen)) == 50 and numbers(screen)[0] == "2026-000121"
    assert numbers(opened(page="invoices", page_="3"))[-1] == "2026-000001"
    assert len(numbers(opened(page="invoices", page_="99"))) == 21


def copies(books: Stores, number: str, times: int) -> None:
    """The same invoice again and again, under further numbers."""
    with books.writing() as connection:
        run: Any = connection.exec_driver_sql
        names = "series, company, kind, currency, issued_at, net, tax, gross, due, snapshot"
        run(
            f"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i <= {times}) "
            f"INSERT INTO invoices ({names}, position, number) "
            f"SELECT {names}, n.i, '2026-' || printf('%06d', n.i) FROM invoices, n "
            f"WHERE invoices.number = '{number}'"
        )
        run("INSERT INTO documents (invoice, sha256, pdf) SELECT id, '', x'00' FROM invoices WHERE id > 1")
