"""Long invoices: lines summed by service for the document, and the full list as CSV beside it."""

import csv
import io
from dataclasses import replace
from decimal import Decimal

from twin_stats import text
from twin_stats.billing.document.content.amounts import whole
from twin_stats.billing.model import Invoice, Line

MOST_LINES = 500
COLUMNS = ("number", "service", "detail", "quantity", "unit", "unit_price", "tax_rate", "amount", "currency")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def is_long(invoice: Invoice) -> bool:
    """Whether the document names sums by service instead of each line."""
    return len(invoice.lines) > MOST_LINES


def by_service(invoice: Invoice) -> Invoice:
    """The same invoice with its lines summed: by service, unit, price and rate; the total is the same."""
    sums: dict[tuple[str, str, Decimal | None, Decimal], Line] = {}
    for line in invoice.lines:
        key = (line.service, line.unit, line.unit_price, line.tax_rate)
        before = sums.get(key, replace(line, detail="", quantity=Decimal(0), net=0))
        sums[key] = replace(before, quantity=before.quantity + line.quantity, net=before.net + line.net)
    return replace(invoice, lines=tuple(sums.values()))


def full_list(invoice: Invoice) -> bytes | None:
    """Every line of a long invoice as CSV that spreadsheets open as it is; None for one not long."""
    if not is_long(invoice):
        return None
    language = invoice.language
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(text.say(f"document.column.{name}", language) for name in COLUMNS)
    for number, line in enumerate(invoice.lines, start=1):
        unit, service = text.say(line.unit, language), text.say(line.service, language)
        price = "" if line.unit_price is None else f"{line.unit_price:f}"
        amount = f"{whole(line.net, invoice.currency):f}"
        row = (number, service, _inert(line.detail), f"{line.quantity:f}", unit, price)
        writer.writerow((*row, f"{line.tax_rate:f}", amount, invoice.currency))
    return table.getvalue().encode("utf-8-sig")


def _inert(value: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(FORMULA) else value
