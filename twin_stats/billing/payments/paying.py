"""Telling of payments: one of an invoice, or a bank's list of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from sqlalchemy import select

from twin_stats.billing import arithmetic
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.listing import Listed
from twin_stats.billing.payments.bank_list import Line, read
from twin_stats.billing.payments.entering import REASONS, Entered, Told, enter, keep
from twin_stats.billing.tables import invoices, payments
from twin_stats.errors import EventNeeded, MoneyProblem, NoSuchInvoice, PaymentDiffers
from twin_stats.source.stores import Stores

LONGEST = 200
BANK_LIST = "bank list"


@dataclass(frozen=True)
class Paid:
    """A payment that was entered: the invoice as it is now, the balance, and whether this was news."""

    invoice: Listed
    amount: int
    balance: int
    is_new: bool


@dataclass(frozen=True)
class Outcome:
    """What became of one line of a bank's list; `reason`: why it found no invoice (a key of `payments.…`)."""

    line: Line
    number: str
    is_new: bool
    reason: str


@dataclass(frozen=True)
class Unmatched:
    """Money that came in and found no invoice; `pay` with the same provider and event gives it one."""

    provider: str
    event: str
    amount: int
    currency: str
    told_at: datetime
    paid_on: date | None
    payer: str
    purpose: str
    reason: str


def pay(
    stores: Stores, number: str, amount: str, at: datetime, *, provider: str, event: str, currency: str = ""
) -> Paid:
    """Enter a payment for an invoice: the balance rises once, however often the same event is told.

    An unmatched payment of the same provider and event finds its invoice so. Raises what `enter` raises, and
    BadAmount.
    """
    if not (provider.strip() and event.strip()) or max(len(provider), len(event)) > LONGEST:
        raise EventNeeded
    company, own = _of(stores, number)
    paid_in = arithmetic.currency_code(currency) if currency else own
    minor = arithmetic.parse_amount(amount, paid_in)
    told = Told(provider.strip(), event.strip(), minor, paid_in, at.replace(microsecond=0))
    with stores.writing() as connection:
        entered = enter(connection, told, number)
    return Paid(listing.one(stores, company, number), minor, entered.balance or 0, entered.is_new)


def _of(stores: Stores, number: str) -> tuple[int, str]:
    asked = select(invoices.c.company, invoices.c.currency).where(invoices.c.number == number.strip())
    with stores.reading() as connection:
        found = connection.execute(asked).first()
    if found is None:
        raise NoSuchInvoice(number=number)
    return found.company, found.currency


def take(
    stores: Stores,
    content: bytes,
    at: datetime,
    *,
    currency: str,
    provider: str = "",
    company: int | None = None,
) -> tuple[Outcome, ...]:
    """Enter a bank's list of payments, each by the invoice number in its purpose.

    Lines without a currency are in `currency`; with a `company`, only its invoices are found. The same list
    again changes nothing, whoever hands it in. With a `provider`, the events of the list are that provider's
    own, as in `pay`. Raises PaymentsUnreadable.
    """
    lines = read(content, currency)
    base = Told(provider.strip(), "", 0, currency, at.replace(microsecond=0))
    return tuple(map(partial(_outcome, stores, base, company), lines))


def _outcome(stores: Stores, base: Told, company: int | None, line: Line) -> Outcome:
    if line.reason == "bad_amount" or line.amount is None:
        return Outcome(line, "", False, line.reason)
    own: dict[str, Any] = {name: getattr(line, name) for name in ("amount", "currency", "paid_on", "content")}
    own |= {"payer": line.payer[:300], "purpose": line.purpose[:500]}
    # A name that anybody may have given is none: nobody's payment may stand in another one's way.
    event = (line.event if base.provider else "") or line.content
    told = replace(base, **own, provider=base.provider or BANK_LIST, event=event)
    with stores.writing() as connection:
        reason = line.reason
        if not reason:
            try:
                return _found(line, enter(connection, told, line.number, company))
            except PaymentDiffers:
                return Outcome(line, line.number, False, "differs")
            except MoneyProblem as problem:
                reason = REASONS[type(problem)]
        return _found(line, keep(connection, told, reason, company))


def _found(line: Line, entered: Entered) -> Outcome:
    return Outcome(line, entered.number, entered.is_new, entered.unmatched)


def unmatched(stores: Stores, company: int | None = None) -> tuple[Unmatched, ...]:
    """Money that found no invoice, newest first: all of it, or what a company's own people told of."""
    names = ("provider", "event", "amount", "currency", "told_at", "paid_on", "payer", "purpose")
    asked = select(*(payments.c[name] for name in names), payments.c.unmatched.label("reason"))
    asked = asked.where(payments.c.invoice.is_(None)).order_by(payments.c.id.desc())
    if company is not None:
        asked = asked.where(payments.c.company == company)
    with stores.reading() as connection:
        return tuple(Unmatched(**row._mapping) for row in connection.execute(asked))


def total(outcomes: Iterable[Outcome]) -> int:
    """How many were entered for the first time, with an invoice."""
    return sum(1 for outcome in outcomes if outcome.is_new and not outcome.reason)
