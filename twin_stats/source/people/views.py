"""Saved views: the filters of a page under a name, kept in the books; one of them may be the default."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from twin_stats.errors import BadViewName, TooManyViews
from twin_stats.source import books
from twin_stats.source.stores import Stores

MOST_VIEWS, LONGEST_NAME = 50, 60
Address = Mapping[str, tuple[str, ...]]
_table = books.views.c


@dataclass(frozen=True)
class Place:
    """Whose views of which page: nothing of one company or person is seen by another."""

    company: int
    owner: str
    page: str

    @property
    def rows(self) -> ColumnElement[bool]:
        """Its rows of the table."""
        return and_(_table.company == self.company, _table.owner == self.owner, _table.page == self.page)


@dataclass(frozen=True)
class View:
    """A name, the values of a page's address by name, and whether the page opens with it."""

    name: str
    address: Address
    is_default: bool = False


def known(stores: Stores, place: Place) -> tuple[View, ...]:
    """The views of a place, by name."""
    with stores.reading() as connection:
        rows = connection.execute(select(books.views).where(place.rows).order_by(_table.name)).all()
    return tuple(View(row.name, _read(row.address), row.is_default) for row in rows)


def save(stores: Stores, place: Place, name: str, address: Address) -> None:
    """Keep a view; one of the same name gives way, and stays the default if it was.

    Raises BadViewName for a name without a letter or too long, TooManyViews where there is no room.
    """
    name = " ".join(name.split())
    if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
        raise BadViewName(longest=LONGEST_NAME)
    mine = and_(place.rows, _table.name == name)
    kept = {value: list(values) for value, values in address.items()}
    with stores.writing() as connection:
        if connection.execute(update(books.views).where(mine).values(address=kept)).rowcount:
            return
        if _count(connection, place) >= MOST_VIEWS:
            raise TooManyViews(most=MOST_VIEWS)
        row = {"company": place.company, "owner": place.owner, "page": place.page, "name": name}
        connection.execute(insert(books.views).values(**row, address=kept, is_default=False))


def remove(stores: Stores, place: Place, name: str) -> None:
    """Forget a view; one that is not there is forgotten already."""
    with stores.writing() as connection:
        connection.execute(delete(books.views).where(place.rows, _table.name == name))


def make_default(stores: Stores, place: Place, name: str | None) -> None:
    """The page opens with this view from now on; with None, as usual."""
    with stores.writing() as connection:
        connection.execute(update(books.views).where(place.rows).values(is_default=_table.name == name))


def _count(connection: Connection, place: Place) -> int:
    return connection.scalar(select(func.count()).select_from(books.views).where(place.rows)) or 0


def _read(kept: Mapping[str, list[str]]) -> Address:
    return {name: tuple(values) for name, values in kept.items()}
