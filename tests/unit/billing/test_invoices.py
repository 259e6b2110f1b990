"""Invoices: numbers without gaps, the balance before and after, what is due, and what never happens twice."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from tests.unit.billing.trade import NOW, charge, drawn, make
from twin_stats.billing import details, ledger, tariffs
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.making import void
from twin_stats.billing.model import Invoice
from twin_stats.billing.payments.paying import pay
from twin_stats.billing.tables import counters, documents, invoices
from twin_stats.errors import (
    BadAmount,
    DetailsMissing,
    DocumentDamaged,
    InvoicePaid,
    InvoiceVoid,
    NoSuchInvoice,
    NotToBeVoided,
    RequestDiffers,
)
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period


def numbers(stores: Stores, company: int = 1, **asked: object) -> list[str]:
    return [each.number for each in listing.listed(stores, company, **asked)]


def told(stores: Stores, number: str, amount: str, event: str) -> str:
    return pay(stores, number, amount, NOW, provider="bank", event=event).invoice.status


def test_numbers_are_one_sequence_for_all_companies(stores: Stores) -> None:
    made = [make(stores, company=company).invoice.number for company in (1, 2, 1)]
    assert made == ["2026-000001", "2026-000002", "2026-000003"]
    assert numbers(stores) == ["2026-000003", "2026-000001"]


def test_the_year_of_a_number_is_that_of_the_company(stores: Stores) -> None:
    eve = datetime(2026, 12, 31, 22, 0)  # 23:00 in Berlin, and 01:00 of 2027 in Moscow
    assert make(stores, at=eve).invoice.number == "2026-000001"
    assert make(stores, company=2, at=eve).invoice.number == "2027-000001"


def test_a_top_up_says_its_tax_within_and_moves_nothing_before_it_is_paid(stores: Stores) -> None:
    invoice = make(stores, "1190.00").invoice
    assert (invoice.gross, invoice.tax, invoice.net, invoice.due) == (119000, 19000, 100000, 119000)
    assert ledger.balances(stores, 1) == {}
    assert (invoice.balance_before, invoice.month) == (None, None)


def test_a_month_is_charged_and_what_the_balance_does_not_cover_is_due(stores: Stores) -> None:
    deposit = make(stores, "1000").invoice.number
    assert told(stores, deposit, "1000", "1") == "paid"
    march, april = (charge(stores, 80000, date(2026, month, 1)).invoice for month in (3, 4))
    assert (march.balance_before, march.balance_after, march.due) == (100000, 20000, 0)
    assert (april.balance_before, april.balance_after, april.due) == (20000, -60000, 60000)
    may = charge(stores, 10000, date(2026, 5, 1)).invoice
    assert (may.balance_before, may.due) == (-60000, 10000)
    assert [listing.one(stores, 1, each.number).status for each in (march, april)] == ["settled", "issued"]
    assert told(stores, april.number, "200", "2") == "underpaid"
    assert listing.one(stores, 1, april.number).left == 40000
    assert told(stores, april.number, "400", "3") == "paid"
    assert ledger.balances(stores, 1) == {"EUR": -10000}


def test_a_deposit_that_brings_the_balance_back_settles_what_was_due(stores: Stores) -> None:
    due = charge(stores, 50000).invoice
    assert listing.one(stores, 1, due.number).status == "issued"
    told(stores, make(stores, "400").invoice.number, "400", "1")
    assert listing.one(stores, 1, due.number).status == "issued"
    told(stores, make(stores, "100").invoice.number, "100", "2")
    settled = listing.one(stores, 1, due.number)
    assert (settled.status, settled.left) == ("settled", 0)
    charge(stores, 90000, date(2026, 4, 1))
    assert listing.one(stores, 1, due.number).status == "settled"


def test_a_month_is_invoiced_once_for_each_currency(stores: Stores) -> None:
    first, again = charge(stores, 80000), charge(stores, 70000)
    assert (first.is_new, again.is_new) == (True, False)
    assert again.invoice == first.invoice
    assert ledger.balances(stores, 1) == {"EUR": -80000}


def test_the_same_request_makes_one_invoice_for_one_company(stores: Stores) -> None:
    first, again = make(stores, request="click"), make(stores, request="click")
    other = make(stores, company=2, request="click")
    assert (first.is_new, again.is_new, other.is_new) == (True, False, True)
    assert first.invoice.number == again.invoice.number != other.invoice.number


def test_a_request_told_again_with_another_amount_is_refused(stores: Stores) -> None:
    number = make(stores, "5", request="click").invoice.number
    with pytest.raises(RequestDiffers, match=rf"{number} of 5\.00 EUR"):
        make(stores, "6", request="click")
    details.change(stores, 1, {"currency": "USD"})
    with pytest.raises(RequestDiffers):
        make(stores, "5", request="click")
    assert numbers(stores) == [number]


def test_a_similar_unpaid_one_of_the_last_minutes_is_found(stores: Stores) -> None:
    number = make(stores, "100").invoice.number
    soon, late = NOW + timedelta(minutes=9), NOW + timedelta(minutes=11)
    assert listing.similar(stores, 1, 10000, soon, currency="EUR").number == number
    assert listing.similar(stores, 1, 10001, soon, currency="EUR") is None
    assert listing.similar(stores, 2, 10000, soon, currency="EUR") is None
    assert listing.similar(stores, 1, 10000, soon, currency="USD") is None
    assert listing.similar(stores, 1, 10000, late, currency="EUR") is None
    told(stores, number, "100", "1")
    assert listing.similar(stores, 1, 10000, soon, currency="EUR") is None


def test_drawing_that_fails_leaves_no_gap(stores: Stores) -> None:
    def broken(_invoice: Invoice) -> None:
        raise RuntimeError("no ink")

    from twin_stats.billing.invoices.making import create

    make(stores)
    with pytest.raises(RuntimeError):
        create(stores, 1, "100", NOW, draw=broken)
    assert make(stores).invoice.number == "2026-000002"


def test_a_payment_between_drawing_and_issuing_is_in_the_document(stores: Stores) -> None:
    deposit = make(stores, "100").invoice.number
    seen: list[Invoice] = []

    def slow(invoice: Invoice) -> object:
        if not seen:
            told(stores, deposit, "100", "while drawing")
        seen.append(invoice)
        return drawn(invoice)

    from tests.unit.billing import trade

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trade, "drawn", slow)
        issued = charge(stores, 3000).invoice
    assert [each.balance_before for each in seen] == [0, 10000]
    assert (issued.balance_after, seen[-1]) == (7000, issued)
    assert listing.document(stores, 1, issued.number).pdf == drawn(issued).pdf


def test_an_invoice_is_found_by_number_or_its_beginning_and_by_when_it_was_issued(stores: Stores) -> None:
    for day in range(1, 13):
        make(stores, at=datetime(2026, 4, day, 12))
    assert numbers(stores, number="2026-00001") == ["2026-000012", "2026-000011", "2026-000010"]
    assert numbers(stores, number=" 2026-000003 ") == ["2026-000003"]
    assert numbers(stores, number="%") == numbers(stores, number="_026") == []
    april = Period(datetime(2026, 4, 11), datetime(2026, 4, 12))
    assert numbers(stores, issued=april) == ["2026-000011"]
    assert numbers(stores, limit=1) == ["2026-000012"]


def test_another_companys_invoice_is_no_invoice(stores: Stores) -> None:
    number = make(stores, company=2).invoice.number
    asks = (listing.one, listing.snapshot, listing.document)
    for ask in asks:
        with pytest.raises(NoSuchInvoice, match=number):
            ask(stores, 1, number)
    with pytest.raises(NoSuchInvoice):
        void(stores, 1, number, NOW, draw=drawn)
    assert numbers(stores) == []


def test_void_makes_a_credit_note_that_gives_the_charge_back(stores: Stores) -> None:
    charged = charge(stores, 80000).invoice
    note = void(stores, 1, charged.number, NOW, draw=drawn).invoice
    assert (note.kind, note.corrects, note.gross, note.due) == ("credit_note", charged.number, 80000, 0)
    assert (note.lines, note.balance_before, note.balance_after) == (charged.lines, -80000, 0)
    assert ledger.balances(stores, 1) == {"EUR": 0}
    found = listing.one(stores, 1, charged.number)
    assert (found.status, found.left, listing.one(stores, 1, note.number).corrects) == (
        "void",
        0,
        charged.number,
    )
    assert listing.snapshot(stores, 1, charged.number) == charged
    with pytest.raises(InvoiceVoid):
        void(stores, 1, charged.number, NOW, draw=drawn)
    with pytest.raises(NotToBeVoided):
        void(stores, 1, note.number, NOW, draw=drawn)


def test_a_month_that_was_taken_back_can_be_invoiced_anew(stores: Stores) -> None:
    first = charge(stores, 80000).invoice
    void(stores, 1, first.number, NOW, draw=drawn)
    second = charge(stores, 70000)
    assert (second.is_new, second.invoice.number) == (True, "2026-000003")
    assert ledger.balances(stores, 1) == {"EUR": -70000}


def test_a_top_up_is_taken_back_only_while_no_money_has_come(stores: Stores) -> None:
    paid, unpaid = (make(stores).invoice.number for _ in range(2))
    told(stores, paid, "1", "1")
    with pytest.raises(InvoicePaid):
        void(stores, 1, paid, NOW, draw=drawn)
    note = void(stores, 1, unpaid, NOW, draw=drawn).invoice
    assert (note.balance_before, ledger.balances(stores, 1)) == (None, {"EUR": 100})


def test_nothing_is_issued_while_details_are_missing(stores: Stores) -> None:
    details.change(stores, 1, {"legal_address_postal_code": ""})
    with pytest.raises(DetailsMissing, match="postal code of the legal address"):
        make(stores)
    details.change(stores, None, {"bank": ""})
    with pytest.raises(DetailsMissing, match="bank, of the seller"):
        make(stores, company=2)
    assert numbers(stores) == []


@pytest.mark.parametrize("amount", ["1e9", "-5", "10.001", "NaN", "0", ""])
def test_nonsense_is_no_amount_and_takes_no_number(stores: Stores, amount: str) -> None:
    with pytest.raises(BadAmount):
        make(stores, amount)
    assert make(stores).invoice.number == "2026-000001"


def test_a_document_is_served_as_it_was_stored_whatever_changes_later(stores: Stores) -> None:
    issued = make(stores).invoice
    before = listing.document(stores, 1, issued.number)
    details.change(stores, 1, {"legal_address_street": "Elsewhere 1", "tax_rate": "7"})
    tariffs.keep(stores, 1, unit="client_message", price="9", valid_from=date(2026, 1, 1))
    assert listing.document(stores, 1, issued.number) == before
    assert listing.snapshot(stores, 1, issued.number) == issued
    with stores.writing() as connection:
        connection.execute(update(documents).values(pdf=b"forged"))
    with pytest.raises(DocumentDamaged, match=issued.number):
        listing.document(stores, 1, issued.number)


def test_the_ledger_only_grows(stores: Stores) -> None:
    charge(stores, 100)
    from twin_stats.errors import StoreUnreachable

    for statement in ("UPDATE ledger SET amount = 0", "DELETE FROM ledger"):
        with pytest.raises(StoreUnreachable, match="only grows"), stores.writing() as connection:
            connection.exec_driver_sql(statement)


def test_two_at_the_same_time_never_get_the_same_number(stores: Stores, tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda n: make(stores, company=1 + n % 2).invoice.number, range(24)))
    assert sorted(made) == [f"2026-{n:06d}" for n in range(1, 25)]
    with stores.reading() as connection:
        assert connection.scalar(select(counters.c.last)) == 24
        assert len(connection.scalars(select(invoices.c.number)).all()) == 24
