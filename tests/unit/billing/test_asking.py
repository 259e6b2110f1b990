"""Asking for an invoice on the screen, and the account as its pages read it."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import pytest

from tests.unit.billing.trade import NOW, charge, drawn, make
from twin_stats.billing import account, details, ledger
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.asking import Wish, ask_for, newest
from twin_stats.billing.invoices.issue import Issued
from twin_stats.billing.invoices.listing import Listed
from twin_stats.billing.payments.paying import pay
from twin_stats.errors import BadAmount, DetailsMissing
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period

MARCH = Period(datetime(2026, 3, 1), datetime(2026, 4, 1))


def ask(stores: Stores, wish: Wish, at: datetime = NOW) -> Issued | Listed:
    return ask_for(stores, 1, wish, at, draw=drawn)


def test_the_same_wish_four_times_at_once_is_one_invoice(stores: Stores) -> None:
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: ask(stores, Wish("100", "")), range(4)))
    assert listing.count(stores, 1) == 1
    assert sum(isinstance(each, Issued) and each.is_new for each in made) == 1


def test_after_it_was_seen_the_same_amount_is_offered_for_ten_minutes_only(stores: Stores) -> None:
    ask(stores, Wish("100", ""))
    seen = newest(stores, 1)
    offered = ask(stores, Wish("100", seen))
    assert isinstance(offered, Listed) and offered.number == seen
    assert isinstance(ask(stores, Wish("101", seen)), Issued)
    assert isinstance(ask(stores, Wish("100", newest(stores, 1)), NOW + timedelta(minutes=11)), Issued)


def test_another_one_all_the_same_is_made_once(stores: Stores) -> None:
    ask(stores, Wish("100", ""))
    seen = newest(stores, 1)
    made = [ask(stores, Wish("100", seen, despite=seen)) for _ in range(2)]
    assert [isinstance(each, Issued) and each.is_new for each in made] == [True, False]
    assert listing.count(stores, 1) == 2


def test_missing_details_are_told_before_the_amount(stores: Stores) -> None:
    with pytest.raises(BadAmount):
        ask(stores, Wish("nothing", ""))
    details.change(stores, 1, {"bank": ""})
    with pytest.raises(DetailsMissing, match="bank"):
        ask(stores, Wish("nothing", ""))


def test_a_page_of_invoices_and_how_many_there_are(stores: Stores) -> None:
    for number in range(5):
        make(stores, str(number + 1), at=NOW + timedelta(minutes=number))
    found = listing.listed(stores, 1, limit=2, offset=2)
    assert [each.number for each in found] == ["2026-000003", "2026-000002"]
    assert listing.count(stores, 1, number="2026-00000") == 5 and listing.count(stores, 2) == 0
    assert listing.count(stores, 1, issued=Period(NOW, NOW + timedelta(minutes=2))) == 2


def test_deposits_say_what_they_were_for_and_add_up(stores: Stores) -> None:
    late, early = datetime(2026, 3, 31, 23, 59), datetime(2026, 3, 5)
    for amount, paid, at in (("100", "100", late), ("70", "80", early)):
        number = make(stores, amount, at=at).invoice.number
        pay(stores, number, paid, at, provider="bank", event=number)
    make(stores, "5", company=2)
    charge(stores, 3000, month=date(2026, 3, 1))
    found = account.deposits(stores, 1, MARCH)
    assert [(each.invoice, each.invoiced, each.amount) for each in found] == [
        ("2026-000001", 10000, 10000),
        ("2026-000002", 7000, 8000),
    ]
    assert account.refilled(found) == {"EUR": 18000}
    assert account.moved(ledger.statement(stores, 1)) == {"EUR": (18000, 3000)}
    assert account.deposits(stores, 2, MARCH) == () and account.refilled(()) == {}
    assert account.begun(stores, 1) == early and account.begun(stores, 2) == NOW
