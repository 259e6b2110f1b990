"""Payments: counted once however often they are told, never lost, never another company's."""

from datetime import date, timedelta

import pytest

from tests.unit.billing.trade import NOW, drawn, make
from tests.unit.source.making import new_stores
from twin_stats.billing import ledger
from twin_stats.billing.account import deposits
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.making import void
from twin_stats.billing.payments.paying import Outcome, pay, take, total, unmatched
from twin_stats.errors import (
    BadAmount,
    EventNeeded,
    InvoiceVoid,
    NoSuchInvoice,
    NothingToPay,
    PaymentDiffers,
    PaymentsUnreadable,
    WrongCurrency,
)
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period


def told(stores: Stores, number: str, amount: str = "100", event: str = "e1", **more: str):
    return pay(stores, number, amount, NOW, provider="bank", event=event, **more)


def taken(stores: Stores, lines: str, company: int | None = None, currency: str = "EUR") -> list[Outcome]:
    return list(take(stores, lines.encode(), NOW, provider="csv", currency=currency, company=company))


def test_a_payment_raises_the_balance_once_however_often_it_is_told(stores: Stores) -> None:
    number = make(stores).invoice.number
    first, again = told(stores, number), told(stores, number)
    assert (first.is_new, again.is_new) == (True, False)
    assert first.balance == again.balance == 10000
    (entry,) = ledger.statement(stores, 1)
    assert (entry.kind, entry.amount, entry.balance, entry.invoice) == ("refill", 10000, 10000, number)


@pytest.mark.parametrize(
    ("amounts", "status"),
    [(["60"], "underpaid"), (["60", "40"], "paid"), (["100.01"], "overpaid"), (["100", "0.01"], "overpaid")],
)
def test_over_and_underpayment_are_states(stores: Stores, amounts: list[str], status: str) -> None:
    number = make(stores).invoice.number
    for event, amount in enumerate(amounts):
        found = told(stores, number, amount, str(event)).invoice
    assert found.status == listing.one(stores, 1, number).status == status


def test_the_same_event_with_other_facts_is_refused(stores: Stores) -> None:
    one, two = (make(stores).invoice.number for _ in range(2))
    told(stores, one)
    with pytest.raises(PaymentDiffers, match=r"100\.00 EUR"):
        told(stores, one, "200")
    with pytest.raises(PaymentDiffers):
        told(stores, two)
    assert ledger.balances(stores, 1) == {"EUR": 10000}


def test_what_cannot_be_paid_is_refused_by_name(stores: Stores) -> None:
    number = make(stores).invoice.number
    note = void(stores, 1, number, NOW, draw=drawn).invoice.number
    other = make(stores).invoice.number
    for error, ask in (
        (InvoiceVoid, lambda: told(stores, number)),
        (NothingToPay, lambda: told(stores, note)),
        (NoSuchInvoice, lambda: told(stores, "2026-999999")),
        (WrongCurrency, lambda: told(stores, other, currency="RUB")),
        (BadAmount, lambda: told(stores, other, "-5")),
        (EventNeeded, lambda: told(stores, other, event=" ")),
    ):
        with pytest.raises(error):
            ask()
    assert (ledger.balances(stores, 1), unmatched(stores)) == ({}, ())


def test_a_list_of_payments_finds_invoices_by_the_number_in_the_purpose(stores: Stores) -> None:
    one, two = (make(stores).invoice.number for _ in range(2))
    lines = (
        "date;amount;payer;purpose\n"
        f"02.04.2026;100,00;Nordlicht;Invoice {one}\n"
        f'2026-04-02;"1.000,00";Nordlicht;"{two}; thanks"\n'
        "2026-04-02;5;Somebody;rent\n"
        "2026-04-02;7;Somebody;2026-777777\n"
        f"2026-04-02;8;Somebody;{one} and {two}\n"
        "2026-04-02;much;Somebody;rent\n"
    )
    outcomes = taken(stores, lines)
    assert [(each.number, each.reason) for each in outcomes] == [
        (one, ""),
        (two, ""),
        ("", "no_number"),
        ("", "unknown_number"),
        ("", "several_numbers"),
        ("", "bad_amount"),
    ]
    assert outcomes[0].line.paid_on == date(2026, 4, 2)
    assert total(outcomes) == 2
    assert ledger.balances(stores, 1) == {"EUR": 110000}
    assert [(each.amount, each.reason) for each in unmatched(stores)] == [
        (800, "several_numbers"),
        (700, "unknown_number"),
        (500, "no_number"),
    ]


def test_the_same_list_again_changes_nothing(stores: Stores) -> None:
    number = make(stores).invoice.number
    lines = "date,amount,purpose\n" + f"2026-04-02,50,{number}\n" * 2 + "2026-04-02,9,rent\n"
    assert total(taken(stores, lines)) == 2
    assert total(taken(stores, lines)) == 0
    assert ledger.balances(stores, 1) == {"EUR": 10000}
    assert len(unmatched(stores)) == 1


def test_a_list_that_went_through_a_spreadsheet_is_still_the_same(stores: Stores) -> None:
    number = make(stores).invoice.number
    lines = (
        f"date,amount,payer,purpose\n2026-04-02,1000.50,Nordlicht,Invoice {number}\n"
        + "2026-04-02,9,X,rent\n" * 2
    )
    again = (
        f"Purpose;Amount;Payer;Date\nInvoice  {number};1.000,50;NORDLICHT;02.04.2026\n"
        + "rent;9,00;X;02.04.2026\n" * 2
    )
    assert [total(taken(stores, each)) for each in (lines, again)] == [1, 0]
    assert (ledger.balances(stores, 1), len(unmatched(stores))) == ({"EUR": 100050}, 2)


def test_a_list_counts_once_whoever_hands_it_in(stores: Stores) -> None:
    number = make(stores).invoice.number
    lines = "date,amount,payer,purpose\n" + f"2026-04-02,50,X,{number}\n" * 2 + "2026-04-02,7,X,rent\n"
    named = [{"provider": "bank"}, {"provider": "csv"}, {}, {"company": 1}]
    counts = [total(take(stores, lines.encode(), NOW, currency="EUR", **more)) for more in named]
    assert counts == [2, 0, 0, 0]
    assert ledger.balances(stores, 1) == {"EUR": 10000}
    assert len(unmatched(stores)) == len(unmatched(stores, 1)) == 1


def test_a_list_with_the_banks_own_events_counts_once_too(stores: Stores) -> None:
    number = make(stores).invoice.number
    told(stores, number, "50", "1")
    lines = "date,amount,purpose,event\n" + "".join(f"2026-04-02,50,{number},{event}\n" for event in (1, 2))
    list_of = lines.encode()
    assert total(take(stores, list_of, NOW, currency="EUR", provider="bank")) == 1
    assert total(take(stores, list_of, NOW, currency="EUR", company=1)) == 0
    assert not told(stores, number, "50", "2").is_new


def test_an_event_that_another_company_made_up_stands_in_nobodys_way(stores: Stores) -> None:
    number = make(stores, company=2).invoice.number
    head = "date,amount,currency,purpose,event\n"
    take(stores, f"{head}2026-04-02,1,RUB,{number},77\n".encode(), NOW, currency="RUB", company=1)
    line = f"{head}2026-04-02,50,RUB,{number},77\n".encode()
    (outcome,) = take(stores, line, NOW, currency="RUB", company=2)
    assert (outcome.is_new, outcome.reason) == (True, "")


def test_lists_taken_in_under_the_names_of_before_stay_counted(stores: Stores) -> None:
    number = make(stores).invoice.number
    lines = f"date,amount,purpose\n2026-04-02,50,{number}\n2026-04-03,50,{number}\n".encode()
    assert total(take(stores, lines, NOW, currency="EUR")) == 2
    with stores.writing() as connection:
        connection.exec_driver_sql("UPDATE payments SET provider = 'bank list (1)' WHERE id = 1")
        connection.exec_driver_sql("UPDATE payments SET provider = 'csv' WHERE id = 2")
        connection.exec_driver_sql("DROP INDEX uq_payments_content")
        connection.exec_driver_sql("ALTER TABLE payments DROP COLUMN content")
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0003'")
    stores.close()
    opened = new_stores(stores.settings.home)
    assert total(take(opened, lines, NOW, currency="EUR")) == 0
    assert ledger.balances(opened, 1) == {"EUR": 10000}


def test_russian_lists_are_read_as_banks_write_them(stores: Stores) -> None:
    number = make(stores, company=2).invoice.number
    lines = f"Дата\tСумма\tПлательщик\tНазначение платежа\n02.04.2026\t1 000,50\tООО «Цветы»\tСчёт {number}\n"
    outcomes = take(stores, lines.encode("cp1251"), NOW, provider="csv", currency="RUB")
    assert [each.line.payer for each in outcomes] == ["ООО «Цветы»"]
    assert ledger.balances(stores, 2) == {"RUB": 100050}


def test_a_companys_list_never_finds_another_companys_invoice(stores: Stores) -> None:
    number = make(stores, company=2).invoice.number
    lines = f"date,amount,currency,purpose,event\n2026-04-02,50,RUB,{number},77\n"
    assert taken(stores, lines, company=1)[0].reason == "unknown_number"
    assert ledger.balances(stores, 2) == {}
    assert ([len(unmatched(stores, company)) for company in (1, 2, None)]) == [1, 0, 1]
    assert taken(stores, lines, company=2)[0].number == number
    assert ledger.balances(stores, 2) == {"RUB": 5000}


def test_a_void_invoice_or_another_currency_keeps_the_money_as_unmatched(stores: Stores) -> None:
    one, two = (make(stores).invoice.number for _ in range(2))
    void(stores, 1, one, NOW, draw=drawn)
    lines = f"date,amount,currency,purpose\n,50,EUR,{one}\n,60,USD,{two}\n"
    assert [each.reason for each in taken(stores, lines)] == ["void", "currency"]
    assert ledger.balances(stores, 1) == {}


def test_unmatched_money_finds_its_invoice_later(stores: Stores) -> None:
    taken(stores, "date,amount,purpose,event\n2026-04-02,100,rent,77\n")
    number = make(stores).invoice.number
    (lost,) = unmatched(stores)
    found = pay(stores, number, "100", NOW, provider=lost.provider, event=lost.event)
    assert (found.is_new, found.invoice.status, unmatched(stores)) == (True, "paid", ())


def test_unmatched_money_is_matched_whole_and_keeps_who_paid_and_when(stores: Stores) -> None:
    taken(stores, "date,amount,payer,purpose,event\n2026-04-02,500,Nordlicht,rent,77\n")
    number = make(stores).invoice.number
    with pytest.raises(PaymentDiffers, match=r"500\.00 EUR"):
        pay(stores, number, "100", NOW, provider="csv", event="77")
    assert [each.amount for each in unmatched(stores)] == [50000]
    pay(stores, number, "500", NOW, provider="csv", event="77")
    (deposit,) = deposits(stores, 1, Period(NOW, NOW + timedelta(days=1)))
    assert (deposit.paid_on, deposit.payer, deposit.purpose) == (date(2026, 4, 2), "Nordlicht", "rent")


@pytest.mark.parametrize(
    "content",
    [b"", b"date,amount\n1,2\n", b"\x00\x01\x02", b"PK\x03\x04\x00", b"<html></html>", b"x" * 10_000_001],
)
def test_what_is_no_list_is_a_sentence(stores: Stores, content: bytes) -> None:
    with pytest.raises(PaymentsUnreadable):
        take(stores, content, NOW, provider="csv", currency="EUR")
