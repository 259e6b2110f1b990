"""What an invoice shows: every word and figure ready, so that pages only place them."""

from dataclasses import dataclass

from babel.dates import format_date

from twin_stats import text
from twin_stats.billing.document.content import amounts, payment
from twin_stats.billing.document.content.parties import Bank, Fact, Side, bank, side
from twin_stats.billing.document.content.rows import Rows, rows
from twin_stats.billing.document.content.sums import Sums, is_settled, sums
from twin_stats.billing.model import Invoice


@dataclass(frozen=True)
class View:
    """The document in its language: who, what, how much, and how it is paid."""

    language: str
    kind: str
    title: str
    about: tuple[Fact, ...]
    seller: Side
    buyer: Side
    bank: Bank | None
    rows: Rows
    sums: Sums
    purpose: str
    code: str


def view(invoice: Invoice, is_whole: bool = False) -> View:
    """The invoice in its own language; a long one is summed by service, unless it is wanted whole."""
    language = invoice.language
    content = payment.payload(invoice)
    is_paid_into = invoice.kind != "credit_note"
    return View(
        language=language,
        kind=invoice.kind,
        title=title(invoice),
        about=_about(invoice),
        seller=side(invoice.seller, language),
        buyer=side(invoice.buyer, language),
        bank=bank(invoice.seller) if is_paid_into else None,
        rows=rows(invoice, is_whole),
        sums=sums(invoice),
        purpose=payment.purpose(invoice) if is_paid_into and invoice.due > 0 else "",
        code=payment.image(content) if content else "",
    )


def title(invoice: Invoice) -> str:
    """What the document is, with its number and day."""
    kind = "settled" if is_settled(invoice) else invoice.kind
    return text.say(f"document.title.{kind}", invoice.language, number=invoice.number, day=_issued(invoice))


def _issued(invoice: Invoice) -> str:
    return amounts.long_day(amounts.local_day(invoice.issued_at, invoice.zone), invoice.language)


def _about(invoice: Invoice) -> tuple[Fact, ...]:
    """Number, day, what a credit note corrects, month and period."""
    language = invoice.language
    told = {"number": invoice.number, "issued": _issued(invoice)}
    if invoice.corrects:
        told["corrects"] = invoice.corrects
    if invoice.month:
        told["month"] = format_date(invoice.month, "LLLL y", locale=language)
    if invoice.period:
        told["period"] = amounts.days(*invoice.period, language)
    return tuple(Fact(text.say(f"document.{name}", language), value) for name, value in told.items())
