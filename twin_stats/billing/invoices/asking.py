"""Asking for an invoice on the screen: pressed twice, or in a second tab, the same thing is made once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from twin_stats.billing import arithmetic, details
from twin_stats.billing.invoices.draft import top_up
from twin_stats.billing.invoices.issue import Draw, Issued, before
from twin_stats.billing.invoices.listing import Listed, similar
from twin_stats.billing.invoices.making import create
from twin_stats.billing.tables import invoices
from twin_stats.source.stores import Stores


@dataclass(frozen=True)
class Wish:
    """An amount to pay, as it was typed; the newest invoice that was there to be seen; and, where one of the
    same amount was offered instead, its number: then another one is meant all the same."""

    amount: str
    seen: str
    despite: str = ""


def ask_for(stores: Stores, company: int, wish: Wish, at: datetime, *, draw: Draw) -> Issued | Listed:
    """The invoice, or an unpaid one of the same amount and the last minutes that may be what is meant.

    Raises DetailsMissing before anything else, then BadAmount. Two who saw the same and want the same get
    the same invoice.
    """
    with stores.reading() as connection:
        terms = details.terms(connection, company)
        gross = arithmetic.parse_amount(wish.amount, terms.currency)
        request = f"{wish.seen}:{gross}:{wish.despite}"
        made = before(connection, top_up(terms, gross, request))
    if made:
        return Issued(made, False)
    found = similar(stores, company, gross, at, currency=terms.currency)
    if found and found.number != wish.despite:
        return found
    return create(stores, company, wish.amount, at, draw=draw, request=request)


def newest(stores: Stores, company: int) -> str:
    """The number of the company's newest document; "" while there is none."""
    asked = select(invoices.c.number).where(invoices.c.company == company)
    with stores.reading() as connection:
        return connection.scalar(asked.order_by(invoices.c.id.desc()).limit(1)) or ""
