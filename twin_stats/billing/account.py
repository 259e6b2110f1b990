"""The account as its pages show it: deposits with what they were for, and how far back its documents go."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select

from twin_stats.billing.ledger import Entry
from twin_stats.billing.tables import invoices, ledger, payments
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period


@dataclass(frozen=True)
class Deposit:
    """Money that came in: for which invoice, of what amount, and what the payer wrote."""

    at: datetime
    paid_on: date | None
    invoice: str
    invoiced: int
    amount: int
    currency: str
    payer: str
    purpose: str
    company: int


def deposits(stores: Stores, company: int, period: Period) -> tuple[Deposit, ...]:
    """The company's deposits of a period, newest first."""
    asked = (
        select(
            ledger.c.at,
            payments.c.paid_on,
            invoices.c.number.label("invoice"),
            invoices.c.due.label("invoiced"),
            ledger.c.amount,
            ledger.c.currency,
            payments.c.payer,
            payments.c.purpose,
            ledger.c.company,
        )
        .join(payments, payments.c.id == ledger.c.payment)
        .join(invoices, invoices.c.id == ledger.c.invoice)
        .where(ledger.c.company == company, ledger.c.kind == "refill")
        .where(ledger.c.at >= period.start, ledger.c.at < period.end)
        .order_by(ledger.c.at.desc(), ledger.c.id.desc())
    )
    with stores.reading() as connection:
        return tuple(Deposit(**row._mapping) for row in connection.execute(asked))


def refilled(found: Iterable[Deposit]) -> Mapping[str, int]:
    """The sum of deposits, apart for each currency."""
    sums: defaultdict[str, int] = defaultdict(int)
    for each in found:
        sums[each.currency] += each.amount
    return dict(sums)


def moved(entries: Iterable[Entry]) -> Mapping[str, tuple[int, int]]:
    """What came in and what went out, apart for each currency."""
    sums: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for each in entries:
        came, went = sums[each.currency]
        sums[each.currency] = (came + max(each.amount, 0), went - min(each.amount, 0))
    return dict(sums)


def begun(stores: Stores, company: int) -> datetime | None:
    """When the company's first document was issued; before that no money moved."""
    asked = select(func.min(invoices.c.issued_at)).where(invoices.c.company == company)
    with stores.reading() as connection:
        first: datetime | None = connection.scalar(asked)
    return first
