"""The document of an invoice: as PDF, as HTML, and the full list of a long one as CSV."""

from twin_stats.billing.document.content.summed import full_list
from twin_stats.billing.document.drawing.printable import check
from twin_stats.billing.document.making import html, render
from twin_stats.billing.document.pool import render_safely

__all__ = ["check", "full_list", "html", "render", "render_safely"]
