"""The companies of this installation, as the books know them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from twin_stats.errors import CompanyNeeded, NoCompanyYet, NoSuchCompany
from twin_stats.source import books
from twin_stats.source.stores import Stores
from twin_stats.source.time import zone


@dataclass(frozen=True)
class Company:
    """A tenant: its number on the platform, its name, its IANA zone, its currency (ISO 4217)."""

    number: int
    name: str
    zone: ZoneInfo
    currency: str


def known(stores: Stores) -> tuple[Company, ...]:
    """All companies, by number."""
    table = books.companies.c
    with stores.reading() as connection:
        columns = select(table.company, table.name, table.zone, table.currency)
        rows = connection.execute(columns.order_by(table.company)).all()
    return tuple(Company(row[0], row[1] or str(row[0]), zone(row[2]), row[3]) for row in rows)


def one(stores: Stores, number: int | None) -> Company:
    """The company of this number, or the only one; raise the error that says which there are."""
    return pick(known(stores), number)


def pick(companies: Sequence[Company], number: int | None) -> Company:
    """The same among companies already known."""
    if not companies:
        raise NoCompanyYet
    names = ", ".join(str(company.number) for company in companies)
    if number is None and len(companies) > 1:
        raise CompanyNeeded(known=names)
    for company in companies:
        if number in (None, company.number):
            return company
    raise NoSuchCompany(company=number, known=names)


def as_of(stores: Stores) -> datetime | None:
    """When the generation in force was made: the moment that figures are right for (UTC)."""
    with stores.reading() as connection:
        made: datetime | None = connection.scalar(select(func.max(books.generations.c.made_at)))
    return made
