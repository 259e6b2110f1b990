"""Closing months: each that is over once, later ones when they are, and what is missing reported."""

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.unit.billing.trade import drawn
from tests.unit.billing.using import CALLS, message, usage
from tests.unit.source.making import call
from twin_stats.billing import details, ledger, tariffs
from twin_stats.billing.closing import Outcome, bill
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.making import void
from twin_stats.billing.outlook import outlook
from twin_stats.errors import DocumentNotMade
from twin_stats.source import books
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores

MAY = datetime(2026, 5, 2, 9)


def billed(stores: Stores, now: datetime = MAY, **more: object) -> list[Outcome]:
    return list(bill(stores, now, drawn, **more))


def told(outcomes: list[Outcome]) -> list[tuple[object, ...]]:
    return [(each.company, each.month.month, each.what, each.currency, each.gross) for each in outcomes]


def test_every_month_that_is_over_is_invoiced_once(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS)
    assert told(billed(stores)) == [
        (1, 2, "issued", "EUR", 11781),  # 99.00 and 19 %
        (1, 3, "issued", "EUR", 48),  # 0.35 + 0.05 and 0.08
        (1, 3, "issued", "USD", 357),
        (1, 4, "issued", "EUR", 9163),
    ]
    assert ledger.balances(stores, 1) == {"EUR": -20992, "USD": -357}
    assert billed(stores) == []
    snapshot = listing.snapshot(stores, 1, "2026-000002")
    assert (snapshot.month, snapshot.period) == (date(2026, 3, 1), (date(2026, 3, 1), date(2026, 3, 31)))
    assert snapshot.generation == stores.generation()


def test_a_month_is_over_when_it_is_over_in_the_companys_zone(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS[:1])  # in Berlin, February ends at 23:00 of the 28th
    assert billed(stores, datetime(2026, 2, 28, 22, 59)) == []
    assert told(billed(stores, datetime(2026, 2, 28, 23, 0))) == [(1, 2, "issued", "EUR", 11781)]


@pytest.mark.parametrize(
    ("zones", "months"),
    [
        # April begins at 22:00 (UTC) in Berlin, at 15:00 in Tokyo: 18:00 is March in Berlin only.
        (("Europe/Berlin", "Asia/Tokyo"), [1100, 10000]),
        (("Asia/Tokyo", "Europe/Berlin"), [100, 11000]),
    ],
)
def test_a_company_that_moves_pays_for_every_hour_once(
    stores: Stores, zones: tuple[str, str], months: list[int]
) -> None:
    fees = {"2026-03-10 10:00": "1", "2026-03-31 18:00": "10", "2026-04-10 10:00": "100"}
    usage(stores, 1, calls=[call(at, call_fee=fee, currency="EUR") for at, fee in fees.items()])
    details.change(stores, 1, {"tax_rate": "0", "zone": zones[0]})
    issued = billed(stores, datetime(2026, 4, 3))
    details.change(stores, 1, {"zone": zones[1]})
    assert [each.gross for each in issued + billed(stores)] == months
    # March anew, after its invoice was taken back, ends where April begins.
    void(stores, 1, issued[0].number, MAY, draw=drawn)
    assert [each.gross for each in billed(stores, month=date(2026, 3, 1), company=1)] == [111_00 - months[1]]


def test_a_month_waits_for_data_from_after_its_end(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS[:3])
    with stores.writing() as connection:
        connection.execute(update(books.generations).values(made_at=datetime(2026, 3, 20)))
    assert [each.month for each in billed(stores)] == [date(2026, 2, 1)]
    assert [each.what for each in billed(stores, month=date(2026, 3, 1), company=1)] == ["open"]
    usage(stores, 1, calls=CALLS[3:4])
    assert [each.month for each in billed(stores)] == [date(2026, 3, 1)]


def test_missing_details_leave_a_company_for_later_and_never_block_others(stores: Stores) -> None:
    for company in (1, 2):
        usage(stores, company, calls=CALLS[:1])
    details.change(stores, 1, {"legal_address_postal_code": ""})
    left, issued = billed(stores)
    assert (left.company, left.what, issued.company, issued.what) == (1, "missing", 2, "issued")
    assert "postal code of the legal address" in left.why.say()
    assert listing.listed(stores, 1) == ()
    details.change(stores, 1, {"legal_address_postal_code": "10178"})
    assert [(each.company, each.what) for each in billed(stores)] == [(1, "issued")]


def test_a_document_that_fails_leaves_the_month_for_later(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS[:1])

    def broken(_invoice: object) -> None:
        raise DocumentNotMade(reason="no ink")

    (failed,) = bill(stores, MAY, broken)
    assert (failed.what, "no ink" in failed.why.say()) == ("failed", True)
    assert [each.number for each in billed(stores)] == ["2026-000001"]


def test_a_month_without_anything_to_pay_has_no_invoice_until_it_has_a_price(stores: Stores) -> None:
    usage(stores, 1, messages=[message("2026-04-03 10:00")])
    assert told(billed(stores)) == [(1, 4, "nothing", "", 0)]
    assert billed(stores) == []
    tariffs.keep(stores, 1, unit="client_message", price="2", valid_from=date(2026, 1, 1))
    assert told(billed(stores)) == [(1, 4, "issued", "EUR", 238)]


def test_prices_below_zero_are_named_until_they_are_right_and_hold_nothing_else_up(stores: Stores) -> None:
    fees = {"EUR": "-5", "USD": "3"}
    usage(stores, 1, calls=[call("2026-03-02 10:00", call_fee=fee, currency=c) for c, fee in fees.items()])
    expected = [(1, 3, "issued", "USD", 357), (1, 3, "failed", "EUR", 0)]
    assert told(outcomes := billed(stores)) == expected
    assert "less than 0" in outcomes[1].why.say()
    assert told(billed(stores)) == [(1, 3, "already", "USD", 357), expected[1]]
    usage(stores, 1, calls=[call("2026-03-03 10:00", call_fee="7", currency="EUR")])
    assert told(billed(stores)) == [(1, 3, "issued", "EUR", 238), (1, 3, "already", "USD", 357)]
    assert billed(stores) == []


def test_a_month_whose_events_cost_nothing_is_named(stores: Stores) -> None:
    fees = ("5", "-5")
    usage(stores, 1, calls=[call("2026-03-02 10:00", call_fee=fee, currency="EUR") for fee in fees])
    assert told(outcomes := billed(stores)) == [(1, 3, "nothing", "", 0)]
    assert outcomes[0].why.say() == "what was used costs nothing"


def test_late_events_of_a_closed_month_change_nothing_by_themselves(stores: Stores) -> None:
    usage(stores, 1, calls=CALLS[:1])
    billed(stores)
    usage(stores, 1, calls=[call("2026-02-20 10:00", call_fee="50", currency="EUR")])
    assert billed(stores) == []
    first = listing.one(stores, 1, "2026-000001")
    void(stores, 1, first.number, MAY, draw=drawn)
    assert billed(stores) == []
    again = billed(stores, month=date(2026, 2, 1))
    assert told(again) == [(1, 2, "issued", "EUR", 17731)]
    assert again[0].number == "2026-000003"
    assert told(billed(stores, month=date(2026, 2, 1))) == [(1, 2, "already", "EUR", 17731)]


def test_two_at_the_same_time_invoice_a_month_once(stores: Stores) -> None:
    from concurrent.futures import ThreadPoolExecutor

    usage(stores, 1, calls=CALLS)
    with ThreadPoolExecutor(3) as pool:
        runs = list(pool.map(lambda _: billed(stores), range(3)))
    issued = [each.number for run in runs for each in run if each.what == "issued"]
    assert sorted(issued) == [f"2026-{n:06d}" for n in range(1, 5)]
    assert ledger.balances(stores, 1) == {"EUR": -20992, "USD": -357}


def test_how_long_the_balance_lasts(stores: Stores) -> None:
    # 28 days at 1.00 a day before tax, the last ten of them in the running month: 1.19 a day, 11.90 so far.
    calls = [call(f"2026-03-{day:02d} 00:00", call_fee="1", currency="EUR") for day in range(14, 32)]
    calls += [call(f"2026-04-{day:02d} 00:00", call_fee="1", currency="EUR") for day in range(1, 11)]
    usage(stores, 1, calls=calls)
    details.change(stores, 1, {"zone": "UTC"})
    found = outlook(stores, one(stores, 1), datetime(2026, 4, 11))
    assert (found.balance, found.month_so_far, found.a_day) == (0, 1190, 119)
    # Nothing left: 30 days at 1.19 and the 11.90 that are owed come to 47.60, so 48 is asked for.
    assert (found.days_left, found.suggested) == (0, 4800)
    from tests.unit.billing.trade import make
    from twin_stats.billing.payments.paying import pay

    number = make(stores, "100").invoice.number
    pay(stores, number, "100", MAY, provider="bank", event="1")
    found = outlook(stores, one(stores, 1), datetime(2026, 4, 11))
    assert (found.days_left, found.suggested) == (74, 0)  # 88.10 ÷ 1.19 = 74.03


def test_a_balance_that_nothing_uses_lasts(stores: Stores) -> None:
    found = outlook(stores, one(stores, 1), MAY)
    assert (found.a_day, found.days_left, found.suggested, found.month_so_far) == (0, None, 0, 0)


def test_a_broken_company_is_named_and_the_rest_is_done(stores: Stores, tmp_path: Path) -> None:
    usage(stores, 1, calls=[call("2026-03-02 10:00", call_fee="5", currency="pounds")])
    usage(stores, 2, calls=CALLS[:1])
    outcomes = billed(stores)
    assert [(each.company, each.what) for each in outcomes if each.what != "nothing"] == [
        (1, "failed"),
        (2, "issued"),
    ]


@pytest.mark.parametrize("month", [date(2026, 5, 1), date(2027, 1, 1)])
def test_a_month_that_is_not_over_is_not_closed_by_asking_for_it(stores: Stores, month: date) -> None:
    usage(stores, 1, calls=CALLS)
    assert [each.what for each in billed(stores, month=month, company=1)] == ["open"]
    assert listing.listed(stores, 1) == ()
