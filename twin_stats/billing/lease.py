"""Work that one process does for all: a lease in the books, which runs out by itself if its holder falls."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import update

from twin_stats.billing.ledger import ensure
from twin_stats.billing.tables import leases
from twin_stats.source.stores import Stores

LONGEST = timedelta(minutes=15)
LONG_AGO = datetime(2000, 1, 1)


@contextmanager
def leased(stores: Stores, name: str, now: datetime) -> Iterator[bool]:
    """Whether this process may do the work now: no other is at it, or it began 15 minutes ago and fell."""
    until = now + LONGEST
    free = (leases.c.name == name, leases.c.until <= now)
    with stores.writing() as connection:
        ensure(connection, leases, name=name, until=LONG_AGO)
        mine = connection.execute(update(leases).where(*free).values(until=until)).rowcount == 1
    try:
        yield mine
    finally:
        if mine:
            own = (leases.c.name == name, leases.c.until == until)
            with stores.writing() as connection:
                connection.execute(update(leases).where(*own).values(until=now))
