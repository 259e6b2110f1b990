"""The import log in the books: which file was imported how, and the companies that imports make."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, insert, select

from twin_stats.errors import CompanyNeeded, CompanyNotNamed, ZoneNeeded
from twin_stats.importers.mapping import Mapping
from twin_stats.source.books import companies, generations, imports
from twin_stats.source.companies import known
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SUBJECTS
from twin_stats.source.time import zone

CURRENCY = "EUR"


@dataclass(frozen=True)
class Target:
    """The company that rows go to, the zone of naive times, the currency of fees without one."""

    company: int
    zone: ZoneInfo
    currency: str
    is_new: bool


@dataclass(frozen=True)
class Entry:
    """One file of an import, as the log knows it: by what is in it."""

    path: Path
    sha256: str
    subject: str
    mapping: str
    company: int


def target(
    stores: Stores, number: int | None, mapping: Mapping, asked: tuple[str | None, str | None]
) -> Target:
    """Where the rows go; `asked` are the zone and currency of the command line, which win over the mapping's.

    Raises CompanyNeeded, CompanyNotNamed, ZoneNeeded or UnknownZone.
    """
    all_known = {company.number: company for company in known(stores)}
    if number is None and len(all_known) != 1:
        names = ", ".join(map(str, all_known))
        raise CompanyNeeded(known=names) if all_known else CompanyNotNamed
    number = next(iter(all_known)) if number is None else number
    here = all_known.get(number)
    named = asked[0] or mapping.zone
    if not named and not here:
        raise ZoneNeeded(company=number)
    where = zone(named) if named else here.zone if here else zone("UTC")
    currency = asked[1] or mapping.currency or (here.currency if here else CURRENCY)
    return Target(number, where, currency, is_new=here is None)


def digest(path: Path) -> str:
    """The sha256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def how(mapping: Mapping, where: Target) -> str:
    """The mapping as the log's key: its name, its content, and the zone that naive times had."""
    return f"{mapping.name}:{mapping.digest[:16]}:{where.zone.key}"


def is_known(connection: Connection, entry: Entry) -> bool:
    """Whether importing the file would change nothing: it was imported, and no other version of it since."""
    same = imports.c.subject == entry.subject, imports.c.company == entry.company
    rows = connection.execute(
        select(imports.c.sha256, imports.c.mapping, imports.c.file).where(*same).order_by(imports.c.id)
    ).all()
    mine = [n for n, row in enumerate(rows) if (row.sha256, row.mapping) == (entry.sha256, entry.mapping)]
    if not mine:
        return False
    later = rows[mine[-1] + 1 :]
    return not any(row.file == str(entry.path) or row.sha256 == entry.sha256 for row in later)


def remember(
    connection: Connection, entries: Sequence[Entry], generation: int, report: dict[str, object]
) -> None:
    """Write the files into the log; an older entry of the same content goes."""
    for entry in entries:
        key = {
            "sha256": entry.sha256,
            "subject": entry.subject,
            "mapping": entry.mapping,
            "company": entry.company,
        }
        connection.execute(delete(imports).where(*(imports.c[name] == value for name, value in key.items())))
        values = {**key, "file": str(entry.path), "generation": generation, "report": report}
        connection.execute(insert(imports).values(**values))


def make_company(connection: Connection, where: Target) -> None:
    """Make the company if it is new."""
    if where.is_new:
        connection.execute(
            insert(companies).values(
                company=where.company,
                name=f"Company {where.company}",
                zone=where.zone.key,
                currency=where.currency,
            )
        )


def updated(connection: Connection, generation: int, subject: str, accepted: int) -> int:
    """How many of the accepted rows took the place of older ones: the rest made the table longer."""
    rows = select(generations.c.rows).where(generations.c.generation <= generation)
    last = connection.scalars(rows.order_by(generations.c.generation.desc()).limit(2)).all()
    before = last[1].get(subject, 0) if len(last) > 1 else 0
    return int(accepted - (last[0].get(subject, 0) - before))


def odd(connection: Connection, generation: int) -> dict[str, int]:
    """What the writer found odd about the sessions of an import, and kept."""
    rows = connection.scalar(select(generations.c.rows).where(generations.c.generation == generation))
    return {name: count for name, count in (rows or {}).items() if name not in SUBJECTS and count}
