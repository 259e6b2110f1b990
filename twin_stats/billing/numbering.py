"""Numbers of documents: one sequence for the seller in every year, without gaps.

A number is taken in the transaction that issues the document, from a row that stays locked until it ends:
so a document that is not issued takes none.
"""

from datetime import datetime

from sqlalchemy import Connection, select, update

from twin_stats.billing.ledger import ensure
from twin_stats.billing.tables import counters
from twin_stats.source.time import local, zone


def series_of(at: datetime, zone_name: str) -> str:
    """The series of a document issued at an instant: the year there."""
    return str(local(at, zone(zone_name)).year)


def written(series: str, position: int) -> str:
    """A number as it is printed: 2026-000123."""
    return f"{series}-{position:06d}"


def expected(connection: Connection, series: str) -> int:
    """The number that comes next, as it looks now: nothing is taken."""
    return (connection.scalar(select(counters.c.last).where(counters.c.series == series)) or 0) + 1


def take(connection: Connection, series: str) -> int:
    """The next number; nobody else gets one before this transaction ends."""
    ensure(connection, counters, series=series, last=0)
    taken = update(counters).where(counters.c.series == series).values(last=counters.c.last + 1)
    return int(connection.execute(taken.returning(counters.c.last)).scalar_one())
