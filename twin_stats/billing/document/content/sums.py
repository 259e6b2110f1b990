"""The sums below the table: by rate, in all, in words, and what they do to the balance."""

from dataclasses import dataclass

from twin_stats import text
from twin_stats.billing.document.content import amounts
from twin_stats.billing.document.content.parties import Fact
from twin_stats.billing.document.content.spelled import in_words
from twin_stats.billing.model import Invoice, Tax


@dataclass(frozen=True)
class Sums:
    """`before` the total stand the net and the taxes that are added, `within` it the taxes that it holds."""

    before: tuple[Fact, ...]
    total: Fact
    within: tuple[Fact, ...]
    words: str
    balance: tuple[Fact, ...]
    due: tuple[Fact, ...]
    note: str


def sums(invoice: Invoice) -> Sums:
    """All sums of an invoice, as they were frozen: nothing is worked out anew."""
    taxes = tuple(_tax(tax, invoice) for tax in invoice.taxes)
    net = _fact("net", invoice.net, invoice)
    return Sums(
        before=() if invoice.tax_included else (net, *taxes),
        total=_fact("total", invoice.gross, invoice),
        within=taxes if invoice.tax_included else (),
        words=in_words(invoice.gross, invoice.currency, invoice.language),
        balance=_balance(invoice),
        due=() if invoice.kind == "credit_note" else (_fact("due", invoice.due, invoice),),
        note=text.say("document.settled", invoice.language) if is_settled(invoice) else "",
    )


def is_settled(invoice: Invoice) -> bool:
    """Whether the balance covered a month, so that nothing is left to pay."""
    return invoice.kind == "monthly" and invoice.due <= 0


def _fact(name: str, minor: int, invoice: Invoice) -> Fact:
    label = text.say(f"document.{name}", invoice.language)
    return Fact(label, amounts.money(minor, invoice.currency, invoice.language))


def _tax(tax: Tax, invoice: Invoice) -> Fact:
    """The tax of a rate; with several rates, on which base; no tax at all is told in words."""
    language, currency = invoice.language, invoice.currency
    amount = amounts.money(tax.amount, currency, language)
    if not tax.rate:
        return Fact(text.say("document.untaxed", language), "–" if language == "ru" else amount)
    name = "within" if invoice.tax_included else "tax"
    rate = amounts.percent(tax.rate, language)
    label = text.say(f"document.{name}", language, rate=rate)
    if len(invoice.taxes) > 1:
        base = amounts.money(tax.base, currency, language)
        label += text.say("document.tax_base", language, base=base)
    return Fact(label, amount)


def _balance(invoice: Invoice) -> tuple[Fact, ...]:
    told = {"balance_before": invoice.balance_before, "balance_after": invoice.balance_after}
    return tuple(_fact(name, minor, invoice) for name, minor in told.items() if minor is not None)
