"""A month as it is billed: by the company's midnights, but where its neighbours were billed to and from."""

from datetime import date, datetime, timedelta

from sqlalchemy import select

from twin_stats.billing.model import Invoice
from twin_stats.billing.tables import invoices
from twin_stats.billing.usage.costing import month_after
from twin_stats.source.companies import Company
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, midnight, zone

DAY = timedelta(days=1)
Span = tuple[datetime, datetime]


def period_of(stores: Stores, company: Company, first: date) -> Period:
    """The month that begins on this day.

    When a company's zone changes, its midnights move: a month begins where the one before was billed to, and
    ends where the next one was billed from, so that no hour is billed twice or never.
    """
    after = month_after(first)
    earlier = _billed(stores, company, (first - DAY).replace(day=1))
    later = _billed(stores, company, after)
    start = earlier[1] if earlier else midnight(first, company.zone)
    return Period(start, later[0] if later else midnight(after, company.zone))


def _billed(stores: Stores, company: Company, month: date) -> Span | None:
    """The instants that a month was billed between; nothing where it was not."""
    table = invoices.c
    own = (table.company == company.number, table.month == month)
    asked = select(table.snapshot).where(*own, table.kind == "monthly", table.is_void.is_(False))
    with stores.reading() as connection:
        snapshot = connection.scalar(asked.limit(1))
    if not snapshot:
        return None
    invoice = Invoice.from_json(snapshot)
    where = zone(invoice.zone)
    return invoice.between or (midnight(month, where), midnight(month_after(month), where))
