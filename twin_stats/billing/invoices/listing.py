"""Invoices found again: lists with what was paid and what is left, one as it was issued, its document."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Literal

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, literal, select

from twin_stats.billing.model import Invoice, Kind
from twin_stats.billing.tables import documents, invoices, ledger, payments
from twin_stats.errors import DocumentDamaged, NoSuchInvoice
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period

Status = Literal["issued", "settled", "underpaid", "paid", "overpaid", "void"]
STATUSES: tuple[Status, ...] = ("issued", "settled", "underpaid", "paid", "overpaid", "void")
SIMILAR_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Listed:
    """An invoice in a list: amounts in minor units; `due` as at issue, `left` of it now."""

    number: str
    kind: Kind
    company: int
    month: date | None
    issued_at: datetime
    currency: str
    gross: int
    due: int
    paid: int
    left: int
    status: Status
    sha256: str
    corrects: str

    @property
    def file_name(self) -> str:
        """The name of its PDF."""
        return f"invoice-{self.number}.pdf"


@dataclass(frozen=True)
class Document:
    """A PDF as it was stored at issue, and the full list beside it, where there is one."""

    file_name: str
    sha256: str
    pdf: bytes
    full_list: bytes | None


def listed(
    stores: Stores,
    company: int,
    *,
    number: str = "",
    issued: Period | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> tuple[Listed, ...]:
    """The company's invoices, newest first: those whose number begins so, issued within the period."""
    asked = _listed().where(*_asked(company, number, issued))
    newest = asked.order_by(invoices.c.issued_at.desc(), invoices.c.id.desc()).limit(limit)
    with stores.reading() as connection:
        return tuple(_row(row) for row in connection.execute(newest.offset(offset) if offset else newest))


def count(stores: Stores, company: int, *, number: str = "", issued: Period | None = None) -> int:
    """How many there are of those."""
    asked = select(func.count()).select_from(invoices).where(*_asked(company, number, issued))
    with stores.reading() as connection:
        return connection.scalar(asked) or 0


def _asked(company: int, number: str, issued: Period | None) -> list[ColumnElement[bool]]:
    found = [invoices.c.company == company]
    if number.strip():
        found.append(invoices.c.number.startswith(number.strip(), autoescape=True))
    if issued:
        found += [invoices.c.issued_at >= issued.start, invoices.c.issued_at < issued.end]
    return found


def one(stores: Stores, company: int, number: str) -> Listed:
    """One of the company's invoices; raise NoSuchInvoice, whether another has the number or nobody."""
    with stores.reading() as connection:
        row = connection.execute(
            _listed().where(invoices.c.company == company, invoices.c.number == number.strip())
        ).first()
    if row is None:
        raise NoSuchInvoice(number=number)
    return _row(row)


def snapshot(stores: Stores, company: int, number: str) -> Invoice:
    """The invoice as it was issued."""
    asked = select(invoices.c.snapshot).where(
        invoices.c.company == company, invoices.c.number == number.strip()
    )
    with stores.reading() as connection:
        found = connection.scalar(asked)
    if found is None:
        raise NoSuchInvoice(number=number)
    return Invoice.from_json(found)


def document(stores: Stores, company: int, number: str) -> Document:
    """The stored document; raise DocumentDamaged if its bytes are not those that were stored."""
    asked = (
        select(documents, invoices.c.number)
        .join(invoices, invoices.c.id == documents.c.invoice)
        .where(invoices.c.company == company, invoices.c.number == number.strip())
    )
    with stores.reading() as connection:
        row = connection.execute(asked).first()
    if row is None:
        raise NoSuchInvoice(number=number)
    if not _is_sound(row.pdf, row.sha256):
        raise DocumentDamaged(number=row.number)
    return Document(f"invoice-{row.number}.pdf", row.sha256, row.pdf, row.full_list)


def damaged(stores: Stores, company: int, numbers: Iterable[str]) -> frozenset[str]:
    """Those of the company's invoices whose stored documents are not as they were issued."""
    asked = select(invoices.c.number, documents.c.pdf, documents.c.sha256).join(documents)
    asked = asked.where(invoices.c.company == company, invoices.c.number.in_(numbers))
    with stores.reading() as connection:
        return frozenset(
            row.number for row in connection.execute(asked) if not _is_sound(row.pdf, row.sha256)
        )


def _is_sound(pdf: bytes, sha256: str) -> bool:
    return hashlib.sha256(pdf).hexdigest() == sha256


def similar(stores: Stores, company: int, gross: int, now: datetime, *, currency: str) -> Listed | None:
    """An unpaid top-up of the same amount, of the last minutes: perhaps the one that is meant."""
    asked = _listed().where(
        invoices.c.company == company,
        invoices.c.kind == "top_up",
        invoices.c.gross == gross,
        invoices.c.currency == currency,
        invoices.c.is_void.is_(False),
        invoices.c.issued_at > now - SIMILAR_WITHIN,
        _paid() == 0,
    )
    with stores.reading() as connection:
        row = connection.execute(asked.order_by(invoices.c.id.desc()).limit(1)).first()
    return _row(row) if row else None


def _listed() -> Select[Any]:
    names = ("number", "kind", "company", "month", "issued_at", "currency", "gross", "due")
    corrected = invoices.alias("corrected")
    source = invoices.join(documents, documents.c.invoice == invoices.c.id)
    source = source.outerjoin(corrected, corrected.c.id == invoices.c.corrects)
    columns = [invoices.c[name] for name in names]
    more = [documents.c.sha256, func.coalesce(corrected.c.number, "").label("corrects")]
    paid, status = _paid().label("paid"), _status().label("status")
    return select(*columns, *more, paid, status).select_from(source)


def _paid() -> ColumnElement[int]:
    total = select(func.coalesce(func.sum(payments.c.amount), 0)).where(payments.c.invoice == invoices.c.id)
    return total.scalar_subquery()


def _status() -> ColumnElement[str]:
    paid, due = _paid(), invoices.c.due
    return case(
        (invoices.c.is_void, "void"),
        (paid > due, "overpaid"),
        (and_(due > 0, paid == due), "paid"),
        (due == 0, "settled"),
        (_covered(), "settled"),
        (paid > 0, "underpaid"),
        else_=literal("issued"),
    )


def _covered() -> ColumnElement[bool]:
    """Whether the balance has reached 0 since the charge: then nothing before it is owed any more."""
    charge, later = ledger.alias("charge"), ledger.alias("later")
    after = and_(
        later.c.company == charge.c.company,
        later.c.currency == charge.c.currency,
        later.c.position > charge.c.position,
        later.c.balance >= 0,
    )
    return exists().where(charge.c.invoice == invoices.c.id, charge.c.kind == "charge", after)


def _row(row: Row[Any]) -> Listed:
    left = 0 if row.status in {"void", "settled"} else max(0, row.due - int(row.paid))
    return Listed(**{**row._mapping, "paid": int(row.paid), "left": left})
