"""Details in the books: read, changed field by field, and made into the parties of an invoice."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from sqlalchemy import Connection, Table, insert, select, update

from twin_stats.billing.details.checks import check, wrong
from twin_stats.billing.details.missing import Problem, Problems, problems
from twin_stats.billing.details.names import ADDRESSES, COMPANY, SELLER, Values, is_russian
from twin_stats.billing.model import Address, Language, Party
from twin_stats.errors import DetailsMissing, NoSuchCompany, UnknownName
from twin_stats.source import books
from twin_stats.source.books import ADDRESS, DETAILS
from twin_stats.source.stores import Stores

NEVER_EMPTY = ("zone", "currency")


@dataclass(frozen=True)
class Terms:
    """All that an invoice takes from the details: both parties, and the company's settings."""

    company: int
    seller: Party
    buyer: Party
    zone: str
    currency: str
    tax_rate: Decimal
    tax_included: bool
    language: Language


def read(stores: Stores, company: int) -> dict[str, str]:
    """A company's details by name, "" where they are absent."""
    with stores.reading() as connection:
        return _company(connection, company)


def read_seller(stores: Stores) -> dict[str, str]:
    """The seller's details by name, "" where they are absent."""
    with stores.reading() as connection:
        return _seller(connection)


def change(stores: Stores, company: int | None, changes: Values) -> dict[str, str]:
    """Keep these details (of the seller, without a company) and return all; "" clears one.

    Raises BadDetail for the first that is wrong; then nothing is changed. The new ones are checked beside
    each other, so that an account and its bank can be given together, in any order.
    """
    with stores.writing() as connection:
        whole = _seller(connection) if company is None else _company(connection, company)
        for field in changes:
            if field not in whole:
                raise UnknownName(kind="detail", name=field, hint="")
        kept = _checked(whole, changes)
        _save(connection, company, {field: kept[field] for field in changes})
    return kept


def terms(connection: Connection, company: int) -> Terms:
    """What an invoice of the company needs; raise DetailsMissing, which names every problem."""
    buyer, seller = _company(connection, company), _seller(connection)
    found = (*problems(buyer, "company"), *problems(seller, "seller"))
    if found:
        raise DetailsMissing(names=Problems(found))
    spoken = buyer["documents_language"] or ("ru" if is_russian(buyer) else "en")
    return Terms(
        company=company,
        seller=party(seller),
        buyer=party(buyer),
        zone=buyer["zone"],
        currency=buyer["currency"],
        tax_rate=Decimal(buyer["tax_rate"]),
        tax_included=buyer["tax_included"] == "true",
        language=cast(Language, spoken),
    )


def all_problems(stores: Stores, company: int) -> tuple[Problem, ...]:
    """What stands in the way of an invoice, of the company and of the seller."""
    with stores.reading() as connection:
        buyer, seller = _company(connection, company), _seller(connection)
    return (*problems(buyer, "company"), *problems(seller, "seller"))


def party(values: Values) -> Party:
    """The party of these details."""
    whole: dict[str, Any] = {name: values[name] for name in DETAILS if not name.startswith(ADDRESSES)}
    for address in ADDRESSES:
        whole[address] = Address(**{part: values[f"{address}_{part}"] for part in ADDRESS})
    return Party(**whole)


def _checked(whole: Values, changes: Values) -> dict[str, str]:
    """First what others are checked by: countries, then the bank."""
    kept = {**whole, **changes}
    for field in sorted(changes, key=lambda each: (not each.endswith("country"), each != "bank_code")):
        kept[field] = check(field, changes[field], kept)
        if field in NEVER_EMPTY and not kept[field]:
            raise wrong(field, field, "")
    return kept


def _company(connection: Connection, company: int) -> dict[str, str]:
    table = books.companies
    row = connection.execute(select(table).where(table.c.company == company)).mappings().first()
    if row is None:
        known = connection.scalars(select(table.c.company).order_by(table.c.company))
        raise NoSuchCompany(company=company, known=", ".join(map(str, known)))
    return {name: _text(row[name]) for name in COMPANY}


def _seller(connection: Connection) -> dict[str, str]:
    found = connection.execute(select(books.seller).order_by(books.seller.c.id).limit(1)).mappings().first()
    row: Mapping[Any, Any] = found or {}
    return {name: _text(row.get(name)) for name in SELLER}


def _text(value: object) -> str:
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def _save(connection: Connection, company: int | None, values: Values) -> None:
    row: dict[str, Any] = {name: value or None for name, value in values.items()}
    if values.get("tax_rate"):
        row["tax_rate"] = Decimal(values["tax_rate"])
    if values.get("tax_included"):
        row["tax_included"] = values["tax_included"] == "true"
    if company is not None:
        table: Table = books.companies
        connection.execute(update(table).where(table.c.company == company).values(row))
        return
    number = connection.scalar(select(books.seller.c.id).order_by(books.seller.c.id).limit(1))
    if number is None:
        connection.execute(insert(books.seller).values(row))
    elif row:
        connection.execute(update(books.seller).where(books.seller.c.id == number).values(row))
