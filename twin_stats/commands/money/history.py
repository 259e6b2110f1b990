"""The past money of a demo company: deposits, and an invoice for every month that is over."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from twin_stats.billing import arithmetic, ledger
from twin_stats.billing.closing import bill, open_months_of
from twin_stats.billing.details import read, terms
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.listing import Listed
from twin_stats.billing.invoices.making import create, void
from twin_stats.billing.payments.paying import pay
from twin_stats.billing.usage.costing import Costs, costs, month_after
from twin_stats.billing.usage.months import period_of
from twin_stats.errors import DetailsMissing
from twin_stats.source.companies import Company, one
from twin_stats.source.stores import Stores
from twin_stats.source.time import instant

EVERY = 3  # months between two deposits
HUNDRED = 100


def write_history(stores: Stores, number: int, now: datetime) -> int:
    """Bring the demo's money in line with its events, and return how many documents were issued for it.

    Months whose events are others than their invoice says are taken back and invoiced anew: what was issued
    stays in the books, as it does for everybody.
    """
    company = one(stores, number)
    try:
        with stores.reading() as connection:
            rate = terms(connection, number).tax_rate
    except DetailsMissing:  # a seller that somebody has begun to fill in
        return 0
    priced = costs(stores, company, rate)
    taken_back = [void(stores, number, each.number, now) for each in _outdated(stores, company, priced)]
    months = [note.invoice.month for note in taken_back if note.invoice.month]
    again = [number for month in months for number in _billed(stores, month, company, now)]
    made = sum(_month(stores, company, priced, first) for first in open_months_of(stores, company, now))
    return len(taken_back) + len(again) + made


def _outdated(stores: Stores, company: Company, priced: Costs) -> Iterator[Listed]:
    for each in reversed(listing.listed(stores, company.number)):
        if each.kind == "monthly" and each.status != "void" and each.month:
            lines = priced.of(period_of(stores, company, each.month)).lines.get(each.currency, ())
            if lines != listing.snapshot(stores, company.number, each.number).lines:
                yield each


def _billed(stores: Stores, month: date, company: Company, now: datetime) -> list[str]:
    return [each.number for each in bill(stores, now, month=month, company=company.number) if each.number]


def _month(stores: Stores, company: Company, priced: Costs, first: date) -> int:
    """A deposit for three months, before they are charged; the month's invoice on the next one's first."""
    deposits = 0
    if (first.month - 1) % EVERY == 0 or not listing.listed(stores, company.number, limit=1):
        deposits = _deposit(stores, company, priced, first)
    at = instant(datetime.combine(month_after(first), datetime.min.time()) + timedelta(hours=6), company.zone)
    at = _after_all(stores, company, at)
    return deposits + len(_billed(stores, first, company, at))


def _deposit(stores: Stores, company: Company, priced: Costs, first: date) -> int:
    """What three such months cost and the balance has not: asked for on the 5th, paid on the 7th."""
    whole = priced.of(period_of(stores, company, first)).lines.get(company.currency, ())
    included = read(stores, company.number)["tax_included"] == "true"
    balance = ledger.balances(stores, company.number).get(company.currency, 0)
    missing = EVERY * arithmetic.totals(whole, included).gross - balance
    hundreds = -(-arithmetic.major(missing, company.currency) // HUNDRED)
    amount = str(max(HUNDRED, int(hundreds) * HUNDRED))
    asked, paid = (instant(datetime(first.year, first.month, day, 10, 24), company.zone) for day in (5, 7))
    asked = _after_all(stores, company, asked)
    number = create(stores, company.number, amount, asked).invoice.number
    pay(stores, number, amount, max(asked, paid), provider="demo", event=number)
    return 1


def _after_all(stores: Stores, company: Company, at: datetime) -> datetime:
    """Not before what the company's books hold already: its numbers and balances go by time."""
    issued = [each.issued_at for each in listing.listed(stores, company.number, limit=1)]
    return max([at, *issued, *(entry.at for entry in ledger.statement(stores, company.number))])
