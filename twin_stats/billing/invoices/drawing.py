"""The documents that are issued: PDFs made in processes of their own, and the full lists of long invoices."""

from twin_stats.billing.invoices.issue import Drawn
from twin_stats.billing.model import Invoice


def draw(invoice: Invoice) -> Drawn:
    """The document of an invoice; raise a DocumentProblem, and then nothing is issued."""
    # Drawing takes a second to import, and most that need invoices only read them.
    from twin_stats.billing.document import full_list, render_safely

    return Drawn(render_safely(invoice), full_list(invoice))
