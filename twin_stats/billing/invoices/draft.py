"""A document before it is issued: all of it but its number, its time, and what the balance does to it."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from twin_stats.billing import arithmetic
from twin_stats.billing.details import Terms
from twin_stats.billing.ledger import Account
from twin_stats.billing.model import Invoice, Kind, Line

# What an invoice takes over as it stands in its draft, and in the terms.
SAME = ("kind", "currency", "month", "period", "between", "lines", "tax_included", "corrects", "generation")
OF_TERMS = ("company", "zone", "language", "seller", "buyer")


@dataclass(frozen=True)
class Draft:
    """What is to be issued, at which terms; `request` makes sure that it is issued only once."""

    kind: Kind
    terms: Terms
    currency: str
    lines: tuple[Line, ...]
    tax_included: bool
    month: date | None = None
    period: tuple[date, date] | None = None
    between: tuple[datetime, datetime] | None = None
    generation: int | None = None
    corrects: str = ""
    moves_balance: bool = True
    request: str | None = None

    @property
    def account(self) -> Account:
        """The account that it is about."""
        return Account(self.terms.company, self.currency)


def top_up(terms: Terms, gross: int, request: str | None) -> Draft:
    """A request for prepayment: one line, with its tax within; nothing moves before it is paid."""
    price = arithmetic.major(gross, terms.currency)
    line = Line("service.top_up", "", "unit.service", Decimal(1), price, gross, terms.tax_rate)
    return Draft("top_up", terms, terms.currency, (line,), True, moves_balance=False, request=request)


def credit_note(invoice: Invoice) -> Draft:
    """A document that takes a whole invoice back, line by line, at the terms of that invoice."""
    as_then = Terms(
        company=invoice.company,
        seller=invoice.seller,
        buyer=invoice.buyer,
        zone=invoice.zone,
        currency=invoice.currency,
        tax_rate=invoice.lines[0].tax_rate,
        tax_included=invoice.tax_included,
        language=invoice.language,
    )
    return Draft(
        "credit_note",
        as_then,
        invoice.currency,
        invoice.lines,
        invoice.tax_included,
        month=invoice.month,
        period=invoice.period,
        between=invoice.between,
        generation=invoice.generation,
        corrects=invoice.number,
        moves_balance=invoice.kind == "monthly",
    )


def composed(draft: Draft, number: str, at: datetime, balance: int) -> Invoice:
    """The invoice: a monthly one is a charge, and what the balance does not cover is its amount due."""
    terms, totals = draft.terms, arithmetic.totals(draft.lines, draft.tax_included)
    same = {name: getattr(draft, name) for name in SAME} | {name: getattr(terms, name) for name in OF_TERMS}
    change = {"monthly": -totals.gross, "credit_note": totals.gross, "top_up": 0}[draft.kind]
    after = balance + change
    due = {"monthly": max(0, min(totals.gross, -after)), "credit_note": 0, "top_up": totals.gross}
    return Invoice(
        **same,
        number=number,
        issued_at=at,
        taxes=totals.taxes,
        net=totals.net,
        tax=totals.tax,
        gross=totals.gross,
        balance_before=balance if draft.moves_balance else None,
        balance_after=after if draft.moves_balance else None,
        due=due[draft.kind],
    )
