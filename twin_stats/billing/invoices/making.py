"""What people ask for: an invoice for an amount, and taking one back."""

from datetime import datetime

from twin_stats.billing import arithmetic, details
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.draft import credit_note, top_up
from twin_stats.billing.invoices.drawing import draw as drawn
from twin_stats.billing.invoices.issue import Draw, Issued, issue
from twin_stats.errors import InvoicePaid, InvoiceVoid, NotToBeVoided, RequestDiffers
from twin_stats.source.stores import Stores


def create(
    stores: Stores, company: int, amount: str, at: datetime, *, draw: Draw = drawn, request: str | None = None
) -> Issued:
    """Issue a top-up invoice for an amount (gross) in the company's currency.

    The same `request` again returns the same invoice: a double click makes one. Raises DetailsMissing,
    BadAmount, or RequestDiffers where that invoice is of another amount.
    """
    with stores.reading() as connection:
        terms = details.terms(connection, company)
    gross = arithmetic.parse_amount(amount, terms.currency)
    made = issue(stores, top_up(terms, gross, request), at, draw)
    before = made.invoice
    if (before.gross, before.currency) != (gross, terms.currency):
        was = f"{arithmetic.major(before.gross, before.currency)} {before.currency}"
        raise RequestDiffers(request=request, number=before.number, amount=was)
    return made


def void(stores: Stores, company: int, number: str, at: datetime, *, draw: Draw = drawn) -> Issued:
    """Take an invoice back by a credit note; a monthly one gives its charge back to the balance.

    Raises InvoiceVoid, InvoicePaid (money has come for a top-up), NotToBeVoided (a credit note).
    """
    found = listing.one(stores, company, number)
    if found.status == "void":
        raise InvoiceVoid(number=found.number)
    if found.kind == "credit_note":
        raise NotToBeVoided(number=found.number)
    if found.kind == "top_up" and found.paid:
        raise InvoicePaid(number=found.number)
    return issue(stores, credit_note(listing.snapshot(stores, company, found.number)), at, draw)
