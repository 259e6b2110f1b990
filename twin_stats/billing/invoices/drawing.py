"""The documents that are issued: PDFs made in processes of their own, and the full lists of long invoices."""

from twin_stats.billing.document import full_list, render_safely
from twin_stats.billing.invoices.issue import Drawn
from twin_stats.billing.model import Invoice


def draw(invoice: Invoice) -> Drawn:
    """The document of an invoice; raise the error that says why there is none."""
    return Drawn(render_safely(invoice), full_list(invoice))
