"""The three ways to make the same document; each takes an invoice and gives a PDF."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from benchmarks.documents.bare import bare
from benchmarks.documents.weasy import weasy
from twin_stats.billing.document import render
from twin_stats.billing.model import Invoice


def ours(invoice: Invoice) -> bytes:
    """As the app does, but never summed."""
    return render(invoice, is_whole=True)


WAYS: Mapping[str, Callable[[Invoice], bytes]] = MappingProxyType(
    {"ours": ours, "weasyprint": weasy, "ReportLab": bare}
)
