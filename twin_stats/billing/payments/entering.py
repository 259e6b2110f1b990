"""Entering one payment: matched with its invoice, or kept as unmatched with the reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, and_, select, update

from twin_stats.billing import ledger
from twin_stats.billing.arithmetic import major
from twin_stats.billing.ledger import Account
from twin_stats.billing.tables import into, invoices, payments
from twin_stats.errors import (
    InvoiceVoid,
    NoSuchInvoice,
    NothingToPay,
    PaymentDiffers,
    TwinStatsError,
    WrongCurrency,
)


@dataclass(frozen=True)
class Told:
    """A payment as somebody tells of it; `amount` in minor units of `currency`.

    `content` tells payments of a bank's list apart, whatever the provider is called.
    """

    provider: str
    event: str
    amount: int
    currency: str
    at: datetime
    paid_on: date | None = None
    payer: str = ""
    purpose: str = ""
    content: str | None = None


@dataclass(frozen=True)
class Entered:
    """What became of it: invoice and balance after it, or why it found none (a key of `payments.…`)."""

    number: str
    company: int | None
    balance: int | None
    is_new: bool
    unmatched: str = ""


REASONS: Mapping[type[TwinStatsError], str] = {
    NoSuchInvoice: "unknown_number",
    InvoiceVoid: "void",
    NothingToPay: "credit_note",
    WrongCurrency: "currency",
}


def enter(connection: Connection, told: Told, number: str, only: int | None = None) -> Entered:
    """Enter a payment for an invoice (of the company `only`, if one is named).

    Raises NoSuchInvoice, InvoiceVoid, NothingToPay, WrongCurrency or PaymentDiffers; then nothing is entered.
    """
    invoice = _invoice(connection, number, only)
    account = Account(invoice["company"], invoice["currency"])
    balance = ledger.locked(connection, account)
    known = _known(connection, told)
    if known:
        _check_same(known, told, invoice["id"])
        if known["invoice"] is not None:
            _learn(connection, told, known)
            return Entered(invoice["number"], account.company, balance, False)
    _check_payable(_invoice(connection, number, only), told)
    row = _row(told, known) | {"company": account.company, "invoice": invoice["id"], "unmatched": None}
    payment = _kept(connection, row, known)
    if payment is None:  # somebody else told of it at this very moment
        return enter(connection, told, number, only)
    entry = {"kind": "refill", "at": told.at, "invoice": invoice["id"], "payment": payment}
    return Entered(
        invoice["number"], account.company, ledger.post(connection, account, told.amount, **entry), True
    )


def keep(connection: Connection, told: Told, reason: str, company: int | None) -> Entered:
    """Keep a payment that found no invoice, so that it is not lost; `company` may see it."""
    known = _known(connection, told)
    if known is None:
        _kept(connection, _row(told) | {"company": company, "invoice": None, "unmatched": reason}, None)
    elif known["invoice"] is not None:
        return Entered("", known["company"], None, False)
    elif known["company"] is None:
        connection.execute(update(payments).where(payments.c.id == known["id"]).values(company=company))
    return Entered("", None, None, known is None, reason)


def _invoice(connection: Connection, number: str, only: int | None) -> RowMapping:
    table = invoices.c
    asked = select(table.id, table.number, table.company, table.currency, table.kind, table.is_void)
    asked = asked.where(table.number == number.strip())
    if only is not None:
        asked = asked.where(table.company == only)
    found = connection.execute(asked).mappings().first()
    if found is None:
        raise NoSuchInvoice(number=number)
    return found


def _check_payable(invoice: RowMapping, told: Told) -> None:
    if invoice["is_void"]:
        raise InvoiceVoid(number=invoice["number"])
    if invoice["kind"] == "credit_note":
        raise NothingToPay(number=invoice["number"])
    if invoice["currency"] != told.currency:
        raise WrongCurrency(number=invoice["number"], currency=invoice["currency"], paid=told.currency)


def _known(connection: Connection, told: Told) -> RowMapping | None:
    same = and_(payments.c.provider == told.provider, payments.c.event == told.event)
    found = connection.execute(select(payments).where(same)).mappings().first()
    if found or told.content is None:
        return found
    return connection.execute(select(payments).where(payments.c.content == told.content)).mappings().first()


def _learn(connection: Connection, told: Told, known: RowMapping) -> None:
    """A payment that was told of without a list is known by its line from now on."""
    taken = select(payments.c.id).where(payments.c.content == told.content)
    if told.content and not known["content"] and connection.scalar(taken) is None:
        connection.execute(update(payments).where(payments.c.id == known["id"]).values(content=told.content))


def _check_same(known: RowMapping, told: Told, invoice: int) -> None:
    entered = invoice if known["invoice"] is None else known["invoice"]
    if (known["amount"], known["currency"], entered) != (told.amount, told.currency, invoice):
        before = f"{major(known['amount'], known['currency'])} {known['currency']}"
        raise PaymentDiffers(provider=told.provider, event=told.event, before=before)


def _row(told: Told, known: RowMapping | None = None) -> dict[str, Any]:
    """The payment's row; it keeps its name, and told anew in fewer words what else it had."""
    names = ("provider", "event", "amount", "currency", "paid_on", "payer", "purpose", "content")
    row = {name: getattr(told, name) for name in names}
    if known is not None:
        kept = [name for name in names if name in {"provider", "event"} or not row[name]]
        row |= {name: known[name] for name in kept}
    return row | {"told_at": told.at}


def _kept(connection: Connection, row: dict[str, Any], known: RowMapping | None) -> int | None:
    """The payment's key; nothing if another transaction has just entered the same event."""
    if known is not None:
        connection.execute(update(payments).where(payments.c.id == known["id"]).values(row))
        return int(known["id"])
    made = into(connection, payments).values(row).on_conflict_do_nothing().returning(payments.c.id)
    return connection.execute(made).scalar()
