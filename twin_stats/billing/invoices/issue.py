"""Issuing: number, snapshot, document and charge in one transaction, or nothing at all.

The document is drawn before the transaction, for the number and the balance that are expected, so that
nobody waits for it; where another document or payment came between, it is drawn again, the last time within
the transaction.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from twin_stats.billing import ledger, numbering
from twin_stats.billing.invoices.draft import Draft, composed
from twin_stats.billing.model import Invoice
from twin_stats.billing.tables import documents, invoices, payments
from twin_stats.errors import InvoicePaid, InvoiceVoid
from twin_stats.source.stores import Stores

ATTEMPTS = 3


@dataclass(frozen=True)
class Drawn:
    """A document's bytes: the PDF, and the full list beside it where there is one."""

    pdf: bytes
    full_list: bytes | None = None


Draw = Callable[[Invoice], Drawn]


@dataclass(frozen=True)
class Issued:
    """The invoice, and whether it was there before."""

    invoice: Invoice
    is_new: bool


class _CameBetween(Exception):
    """Another document or payment was faster: what was drawn is not what is to be issued."""


def issue(stores: Stores, draft: Draft, at: datetime, draw: Draw) -> Issued:
    """Issue a draft, or return what was issued for the same month or request before.

    Whatever fails (the drawing, the disk, this process) leaves no trace: no number, no charge, no document.
    """
    at = at.replace(microsecond=0)
    for _ in range(ATTEMPTS - 1):
        with stores.reading() as connection:
            if found := before(connection, draft):
                return Issued(found, False)
            expected = _expected(connection, draft, at)
        drawn = draw(expected)
        try:
            return _entered(stores, draft, at, partial(_same, expected=expected, drawn=drawn))
        except _CameBetween:
            continue
    return _entered(stores, draft, at, draw)


def before(connection: Connection, draft: Draft) -> Invoice | None:
    """What was issued for the same month, request or correction before."""
    table = invoices.c
    own = [table.company == draft.terms.company]
    if draft.kind == "monthly":
        own += [table.kind == "monthly", table.month == draft.month, table.currency == draft.currency]
        own.append(table.is_void.is_(False))
    elif draft.request is not None:
        own.append(table.request == _request(draft))
    else:
        return None
    snapshot = connection.scalar(select(table.snapshot).where(*own))
    return Invoice.from_json(snapshot) if snapshot else None


def _expected(connection: Connection, draft: Draft, at: datetime) -> Invoice:
    series = numbering.series_of(at, draft.terms.zone)
    number = numbering.written(series, numbering.expected(connection, series))
    return composed(draft, number, at, ledger.balance_of(connection, draft.account))


def _same(invoice: Invoice, expected: Invoice, drawn: Drawn) -> Drawn:
    if invoice != expected:
        raise _CameBetween
    return drawn


def _entered(stores: Stores, draft: Draft, at: datetime, draw: Draw) -> Issued:
    """The transaction: the account is locked first, so that two of a kind come one after the other."""
    with stores.writing() as connection:
        balance = ledger.locked(connection, draft.account)
        if found := before(connection, draft):
            return Issued(found, False)
        corrected = _corrected(connection, draft)
        series = numbering.series_of(at, draft.terms.zone)
        position = numbering.take(connection, series)
        invoice = composed(draft, numbering.written(series, position), at, balance)
        drawn = draw(invoice)
        row = {"series": series, "position": position, "corrects": corrected, "request": _request(draft)}
        number = _insert(connection, invoice, drawn, row)
        _move(connection, draft, invoice, number)
    return Issued(invoice, True)


def _request(draft: Draft) -> str | None:
    """Requests are told apart by company too, so that none can meet another's."""
    return None if draft.request is None else f"{draft.terms.company}:{draft.request}"


def _corrected(connection: Connection, draft: Draft) -> int | None:
    """Mark the corrected invoice void; raise InvoiceVoid or InvoicePaid if somebody else was faster."""
    if not draft.corrects:
        return None
    marked = (
        update(invoices)
        .where(invoices.c.number == draft.corrects, invoices.c.is_void.is_(False))
        .values(is_void=True)
    )
    number: int | None = connection.execute(marked.returning(invoices.c.id)).scalar()
    if number is None:
        raise InvoiceVoid(number=draft.corrects)
    paid = connection.scalar(select(func.count()).where(payments.c.invoice == number))
    if paid and not draft.moves_balance:
        raise InvoicePaid(number=draft.corrects)
    return number


def _insert(connection: Connection, invoice: Invoice, drawn: Drawn, row: dict[str, Any]) -> int:
    own = ("number", "company", "kind", "month", "currency", "issued_at", "net", "tax", "gross", "due")
    values = {name: getattr(invoice, name) for name in own} | {"snapshot": invoice.to_json(), **row}
    number: int = connection.execute(insert(invoices).values(values).returning(invoices.c.id)).scalar_one()
    sha256 = hashlib.sha256(drawn.pdf).hexdigest()
    document = {"invoice": number, "sha256": sha256, "pdf": drawn.pdf, "full_list": drawn.full_list}
    connection.execute(insert(documents).values(document))
    return number


def _move(connection: Connection, draft: Draft, invoice: Invoice, number: int) -> None:
    if draft.moves_balance:
        kind, sign = ("charge", -1) if draft.kind == "monthly" else ("credit", 1)
        entry = {"kind": kind, "at": invoice.issued_at, "invoice": number}
        ledger.post(connection, draft.account, sign * invoice.gross, **entry)
