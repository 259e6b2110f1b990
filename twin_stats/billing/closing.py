"""Closing months: a monthly invoice for every month that is over and has none. Run twice, it does nothing.

Months are told apart by their invoices, which the books keep unique; what is done of them is remembered only
to save work. So whoever runs it, however often, at the same time or after a crash: each is invoiced once.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Literal

from sqlalchemy import select

from twin_stats import text
from twin_stats.billing import details
from twin_stats.billing.details import Terms
from twin_stats.billing.invoices.draft import Draft
from twin_stats.billing.invoices.drawing import draw as drawn
from twin_stats.billing.invoices.issue import Draw, issue
from twin_stats.billing.model import Line
from twin_stats.billing.tables import closings, into
from twin_stats.billing.usage.costing import Costs, costs, data_until, first_use, month_after
from twin_stats.billing.usage.months import period_of
from twin_stats.errors import DetailsMissing, StoreError, TwinStatsError
from twin_stats.source.companies import Company, known
from twin_stats.source.stores import Stores
from twin_stats.source.time import local, midnight

What = Literal["issued", "already", "nothing", "missing", "failed", "open"]
DAY = timedelta(days=1)
DONE = text.Phrase("bill.done")


@dataclass(frozen=True)
class Outcome:
    """What became of a company's month. `why` says in words why there is no invoice, if there is none."""

    company: int
    month: date
    what: What
    number: str = ""
    currency: str = ""
    gross: int = 0
    due: int = 0
    why: text.Spoken = DONE


@dataclass(frozen=True)
class _Work:
    stores: Stores
    company: Company
    terms: Terms
    costs: Costs
    now: datetime
    draw: Draw


def bill(
    stores: Stores,
    now: datetime,
    draw: Draw = drawn,
    *,
    month: date | None = None,
    company: int | None = None,
) -> Iterator[Outcome]:
    """Issue what is due, month by month, and tell of each; without a month, every month that is over.

    A month that is named is looked at again, even if all of its invoices were taken back.
    """
    for one in known(stores):
        if company in (None, one.number):
            yield from _company(stores, one, now, draw=draw, month=month)


def _company(
    stores: Stores, company: Company, now: datetime, *, draw: Draw, month: date | None
) -> Iterator[Outcome]:
    open_months = [month] if month else open_months_of(stores, company, now)
    if month and not is_over(stores, company, month, now):
        yield Outcome(company.number, month, "open", why=text.Phrase("bill.open"))
        return
    if not open_months:
        return
    try:
        with stores.reading() as connection:
            terms = details.terms(connection, company.number)
    except DetailsMissing as problem:
        yield Outcome(company.number, open_months[0], "missing", why=problem)
        return
    work = _Work(stores, company, terms, costs(stores, company, terms.tax_rate), now, draw)
    for first in open_months:
        try:
            yield from _month(work, first)
        except StoreError:
            raise
        except TwinStatsError as problem:
            yield Outcome(company.number, first, "failed", why=problem)
            return


def open_months_of(stores: Stores, company: Company, now: datetime) -> list[date]:
    """The months that are over and of which something may be left to do, oldest first."""
    generation = stores.generation()
    with stores.reading() as connection:
        rows = connection.execute(select(closings).where(closings.c.company == company.number)).all()
    done = {row.month for row in rows if row.outcome == "billed" or row.generation == generation}
    begun = first_use(stores, company.number, generation)
    if begun is None:
        return []
    first = local(begun, company.zone).date().replace(day=1)
    end = _end(stores, company, now)
    found = []
    while midnight(month_after(first), company.zone) <= end:
        found += [] if first in done else [first]
        first = month_after(first)
    return found


def is_over(stores: Stores, company: Company, month: date, now: datetime) -> bool:
    """Whether a month has ended, and the company's data are from after its end."""
    return midnight(month_after(month), company.zone) <= _end(stores, company, now)


def _end(stores: Stores, company: Company, now: datetime) -> datetime:
    return min(now, data_until(stores, company.number) or now)


def _month(work: _Work, first: date) -> Iterator[Outcome]:
    period = period_of(work.stores, work.company, first)
    priced = work.costs.of(period)
    number = work.company.number
    to_pay = [currency for currency, total in priced.totals.items() if total > 0]
    for currency in to_pay:
        draft = _draft(work, first, currency, priced.lines[currency])
        yield _issued(work, first, replace(draft, between=(period.start, period.end)))
    wrong = dict.fromkeys(priced.unknown_currencies, "bill.unknown_currency")
    wrong |= {currency: "bill.below_zero" for currency, total in priced.totals.items() if total < 0}
    for currency, why in wrong.items():
        yield Outcome(number, first, "failed", currency=currency, why=text.Phrase(why))
    if wrong:  # told at every run until the events are right
        return
    if not to_pay and priced.lines:
        why = "bill.free" if priced.free else "bill.zero"
        yield Outcome(number, first, "nothing", why=text.Phrase(why))
    _remember(work, first, "billed" if to_pay else "nothing")


def _draft(work: _Work, first: date, currency: str, lines: tuple[Line, ...]) -> Draft:
    return Draft(
        kind="monthly",
        terms=work.terms,
        currency=currency,
        lines=lines,
        tax_included=work.terms.tax_included,
        month=first,
        period=(first, month_after(first) - DAY),
        generation=work.costs.generation,
    )


def _issued(work: _Work, first: date, draft: Draft) -> Outcome:
    made = issue(work.stores, draft, work.now, work.draw)
    invoice = made.invoice
    return Outcome(
        work.company.number,
        first,
        "issued" if made.is_new else "already",
        number=invoice.number,
        currency=invoice.currency,
        gross=invoice.gross,
        due=invoice.due,
    )


def _remember(work: _Work, month: date, outcome: str) -> None:
    """Of two processes that close the month at one time, the later one's word stands."""
    said = {"outcome": outcome, "generation": work.costs.generation}
    row = {"company": work.company.number, "month": month, **said}
    with work.stores.writing() as connection:
        upsert = into(connection, closings).values(row)
        connection.execute(upsert.on_conflict_do_update(index_elements=["company", "month"], set_=said))
