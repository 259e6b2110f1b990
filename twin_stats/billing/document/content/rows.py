"""The table of an invoice: its columns, and each line as cells, in chunks that a page can take."""

from dataclasses import dataclass

from twin_stats import text
from twin_stats.billing.document.content import amounts
from twin_stats.billing.document.content.summed import by_service, is_long
from twin_stats.billing.document.drawing.fonts import room, text_width
from twin_stats.billing.model import Invoice, Line

CHUNK = 25  # lines of one table: xhtml2pdf's time grows faster than a table does
LAST = 2  # lines that stay with the totals
# A long list is ruled after each fifth line, as ledgers are: xhtml2pdf's time goes by cells, not by lines.
MANY, FIVE = 60, 5
# Percent of the page's width; `tax_rate` is shown where there are several rates.
WIDTHS = {"number": 6, "service": 41, "quantity": 11, "unit": 12, "unit_price": 13, "amount": 17}
WIDTHS_WITH_RATES = WIDTHS | {"service": 33, "tax_rate": 8}
ORDER = ("number", "service", "quantity", "unit", "unit_price", "tax_rate", "amount")
TEXTS = {"number", "service", "unit"}


@dataclass(frozen=True)
class Column:
    """A column's heading and place."""

    name: str
    label: str
    width: int
    is_figure: bool


Texts = tuple[str, ...]
Row = tuple[Texts, ...]  # its cells, each with a text for each line that shares the row


@dataclass(frozen=True)
class Rows:
    """The table: `chunks` are all rows but the last ones, which stay with the totals."""

    columns: tuple[Column, ...]
    lines: tuple[Texts, ...]
    chunks: tuple[tuple[Row, ...], ...]
    last: tuple[Row, ...]
    counted: str
    note: str


def rows(invoice: Invoice, is_whole: bool) -> Rows:
    """The lines as they are shown: a long invoice is summed by service, unless it is wanted whole."""
    is_summed = is_long(invoice) and not is_whole
    lines = (by_service(invoice) if is_summed else invoice).lines
    columns = _columns(invoice)
    shown = tuple(_cells(number, line, invoice, columns) for number, line in enumerate(lines, start=1))
    chunks = _parted(shown[:-LAST], CHUNK)
    return Rows(
        columns=columns,
        lines=shown,
        chunks=tuple(_ruled(chunk, columns, len(shown) > MANY) for chunk in chunks),
        last=_ruled(shown[-LAST:], columns, len(shown) > MANY),
        counted=_counted(len(lines), invoice),
        note=text.say("document.summed", invoice.language, count=len(invoice.lines)) if is_summed else "",
    )


def _ruled(lines: tuple[Texts, ...], columns: tuple[Column, ...], is_many: bool = False) -> tuple[Row, ...]:
    """The lines as rows of the table: five to a row in a long list, where each of them takes one line."""
    fits = is_many and all(_fits(texts, columns) for texts in lines)
    return tuple(tuple(zip(*five, strict=True)) for five in _parted(lines, FIVE if fits else 1))


def _fits(texts: Texts, columns: tuple[Column, ...]) -> bool:
    return all(text_width(one) <= room(column.width) for one, column in zip(texts, columns, strict=True))


def _parted(lines: tuple[Texts, ...], size: int) -> tuple[tuple[Texts, ...], ...]:
    return tuple(lines[start : start + size] for start in range(0, len(lines), size))


def _columns(invoice: Invoice) -> tuple[Column, ...]:
    widths = WIDTHS_WITH_RATES if len(invoice.taxes) > 1 else WIDTHS
    return tuple(
        Column(name, _label(name, invoice), widths[name], name not in TEXTS)
        for name in ORDER
        if name in widths
    )


def _label(name: str, invoice: Invoice) -> str:
    label = text.say(f"document.column.{name}", invoice.language)
    return f"{label}, {amounts.symbol(invoice.currency, invoice.language)}" if name == "amount" else label


def _cells(number: int, line: Line, invoice: Invoice, columns: tuple[Column, ...]) -> Texts:
    language, currency = invoice.language, invoice.currency
    service = text.say(line.service, language)
    cells = {
        "number": str(number),
        "service": f"{service}, {line.detail}" if line.detail else service,
        "quantity": amounts.quantity(line.quantity, language),
        "unit": text.say(line.unit, language),
        "unit_price": _price(line, invoice),
        "tax_rate": amounts.percent(line.tax_rate, language),
        "amount": amounts.amount(line.net, currency, language),
    }
    return tuple(cells[column.name] for column in columns)


def _price(line: Line, invoice: Invoice) -> str:
    """The unit price; where each event had its own, that is said instead."""
    if line.unit_price is None:
        return text.say("document.no_unit_price", invoice.language)
    return amounts.price(line.unit_price, invoice.currency, invoice.language)


def _counted(count: int, invoice: Invoice) -> str:
    """How many lines there are, and their sum."""
    total = amounts.money(invoice.gross, invoice.currency, invoice.language)
    return text.say("document.counted", invoice.language, count=count, total=total)
