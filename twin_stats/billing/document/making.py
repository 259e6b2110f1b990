"""An invoice as PDF and as a page of HTML."""

from twin_stats.billing.document.content.view import view
from twin_stats.billing.document.drawing.pages import page
from twin_stats.billing.document.drawing.printable import check
from twin_stats.billing.model import Invoice


def render(invoice: Invoice, is_whole: bool = False) -> bytes:
    """The PDF: equal invoices have equal bytes. More than 500 lines are summed, unless it `is_whole`.

    Raise TextUnprintable or TextTooLong for a text that cannot be printed as it is, DocumentNotMade for a
    document that would not look as it should.
    """
    # As long to import as all the rest: who shows HTML or hands out what is stored never draws.
    from twin_stats.billing.document.drawing.pdf import pdf
    from twin_stats.billing.document.drawing.stamp import counted, placeholder

    check(invoice)
    mark = placeholder(invoice.to_json())
    return counted(pdf(page("print.html", view(invoice, is_whole), mark=mark)), mark)


def html(invoice: Invoice) -> str:
    """The same as a page of HTML that stands alone: it loads nothing and runs nothing."""
    return page("screen.html", view(invoice))
