"""The document by weasyprint, as one writes it for that: one table with a head, pages counted by CSS."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from twin_stats.billing.document.content.view import view
from twin_stats.billing.document.drawing.fonts import FONTS
from twin_stats.billing.model import Invoice


def weasy(invoice: Invoice) -> bytes:
    """The PDF of an invoice."""
    from weasyprint import HTML

    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined
    )
    page = pages.get_template("weasy.html").render(view=view(invoice, is_whole=True))
    made = HTML(string=page, base_url=f"{FONTS.as_uri()}/").write_pdf()
    assert isinstance(made, bytes)
    return made
