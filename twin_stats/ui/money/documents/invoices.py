"""The page of invoices: one of them opened, or the way to make one and the list."""

from twin_stats.ui import visit as visits
from twin_stats.ui.address import asked, first
from twin_stats.ui.money.documents.creating import creating
from twin_stats.ui.money.documents.listing import INVOICE, invoices, search
from twin_stats.ui.money.documents.opened import opened
from twin_stats.ui.money.head import head
from twin_stats.ui.trouble import told


def show() -> None:
    """Draw the page."""
    visit, now = visits.current(), asked()
    head("invoices", visit)
    with told(visit.language):
        wanted = search(now, visit)
        if number := first(now, INVOICE):
            opened(number, visit)
        else:
            creating(now, visit)
            invoices(now, wanted, visit)
