"""What the books know of the demo: the company, the seller, and the people who look at its figures."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from twin_stats.demo.vocabulary import words
from twin_stats.errors import NotADemoCompany
from twin_stats.source import books

FIRST_NUMBER = 1001


def check_free(connection: Connection, company: int) -> None:
    """Raise NotADemoCompany where the number is that of a company of somebody's own."""
    table = books.companies
    if connection.scalar(select(table.c.is_demo).where(table.c.company == company)) is False:
        raise NotADemoCompany(company=company)


def is_any_company(connection: Connection) -> bool:
    """Whether there is a company yet."""
    return bool(connection.scalar(select(func.count()).select_from(books.companies)))


def write_details(connection: Connection, company: int) -> None:
    """Put the company, its people and (where there is none) the seller into the books, or refresh them."""
    check_free(connection, company)
    table = books.companies
    known = connection.scalar(select(table.c.company).where(table.c.company == company))
    row = {**_company(company), "company": company, "is_demo": True}
    if known is None:
        connection.execute(insert(table).values(row))
    else:
        connection.execute(update(table).where(table.c.company == company).values(row))
    if not connection.scalar(select(func.count()).select_from(books.seller)):
        connection.execute(insert(books.seller).values(words("company")["seller"]))
    for user in words("company")["users"]:
        _join(connection, company, user)


def forget_imports(connection: Connection, company: int) -> list[str]:
    """Take the company's earlier rows out of the import log; return files that nobody needs now."""
    kept = books.parquets
    files = list(connection.scalars(select(kept.c.file).where(kept.c.company == company)))
    connection.execute(delete(kept).where(kept.c.company == company))
    # Else the same file of somebody's calls, imported once more, would be taken for known.
    connection.execute(delete(books.imports).where(books.imports.c.company == company))
    return files


def _company(company: int) -> Mapping[str, Any]:
    own = words("company")
    details = dict(own["details"])
    if company != FIRST_NUMBER:
        name = details["name"].replace(" GmbH", f" {company} GmbH")
        details |= {"name": name, "receiver_name": name}
    settings = {name: own[name] for name in ("zone", "currency", "tax_included", "documents_language")}
    return {**details, **settings, "tax_rate": Decimal(own["tax_rate"])}


def _join(connection: Connection, company: int, user: Mapping[str, str]) -> None:
    """Make the user, if there is none of that address, and a member, if that is not so yet."""
    users, members = books.users, books.memberships
    number = connection.scalar(select(users.c.id).where(users.c.email == user["email"]))
    if number is None:
        person = {name: user[name] for name in ("email", "name", "language")}
        number = connection.scalar(insert(users).values(person).returning(users.c.id))
    mine = (members.c.user_id == number, members.c.company == company)
    if connection.scalar(select(members.c.role).where(*mine)) is None:
        connection.execute(insert(members).values(user_id=number, company=company, role=user["role"]))
