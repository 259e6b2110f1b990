"""The document by ReportLab alone, as fast as it goes: plain strings in tables, no HTML and no CSS."""

import base64
import io
from collections.abc import Sequence
from functools import partial
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Image, KeepTogether, LongTable, SimpleDocTemplate, Spacer, Table

from twin_stats.billing.document.content.parties import Fact, Side
from twin_stats.billing.document.content.view import View, view
from twin_stats.billing.document.drawing.fonts import BOLD, REGULAR
from twin_stats.billing.model import Invoice

PLAIN, STRONG = "Bare", "Bare bold"
STYLE = [
    ("FONT", (0, 0), (-1, -1), PLAIN, 8.5),
    ("TOPPADDING", (0, 0), (-1, -1), 2),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]
WIDTH = 175 * mm


class Numbered(Canvas):  # type: ignore[misc]
    """Pages are kept until all are there, then numbered: ReportLab's own recipe."""

    def __init__(self, *arguments: Any, title: str, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.pages: list[dict[str, Any]] = []
        self.title = title

    def showPage(self) -> None:  # noqa: N802
        self.pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        for number, page in enumerate(self.pages, start=1):
            self.__dict__.update(page)
            self.setFont(PLAIN, 7.5)
            self.drawString(20 * mm, 9 * mm, f"page {number} of {len(self.pages)}")
            self.drawRightString(195 * mm, 9 * mm, self.title)
            super().showPage()
        super().save()


def bare(invoice: Invoice) -> bytes:
    """The PDF of an invoice."""
    for name, path in ((PLAIN, REGULAR), (STRONG, BOLD)):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(path)))
    shown, made = view(invoice, is_whole=True), io.BytesIO()
    margins = {"leftMargin": 20 * mm, "rightMargin": 15 * mm, "topMargin": 15 * mm, "bottomMargin": 18 * mm}
    document = SimpleDocTemplate(made, pagesize=A4, title=shown.title, author=shown.seller.name, **margins)
    document.build(_story(shown), canvasmaker=partial(Numbered, title=shown.title))
    return made.getvalue()


def _story(shown: View) -> list[Any]:
    code = Image(io.BytesIO(base64.b64decode(shown.code.partition(",")[2])), 32 * mm, 32 * mm)
    assert shown.bank
    paid = (*shown.bank.facts(shown.language), Fact("Reference", shown.purpose))
    return [
        _table([["Invoice", _facts((*shown.about, *shown.sums.due))]], [0.5, 0.5]),
        _table([["From", "Bill to"], [_side(shown.seller), _side(shown.buyer)]], [0.5, 0.5]),
        _rows(shown),
        KeepTogether(
            [
                Spacer(1, 8),
                _table([[f"Total in words\n{shown.sums.words}", _sums(shown)]], [0.5, 0.5]),
                _table([[_facts(paid), [code, _table([["Scan to pay"]], [0.25])]]], [0.75, 0.25]),
            ]
        ),
    ]


def _sums(shown: View) -> Table:
    return _facts((*shown.sums.before, shown.sums.total, *shown.sums.balance, *shown.sums.due))


def _rows(shown: View) -> LongTable:
    columns = shown.rows.columns
    figures = [("ALIGN", (n, 0), (n, -1), "RIGHT") for n, column in enumerate(columns) if column.is_figure]
    lines = [("LINEBELOW", (0, 0), (-1, -1), 0.4, "#d5dbe1"), ("FONT", (0, 0), (-1, 0), STRONG, 7.5)]
    table = LongTable(
        [[column.label for column in columns], *shown.rows.lines],
        [WIDTH * column.width / 100 for column in columns],
        repeatRows=1,
    )
    table.setStyle([*STYLE, *figures, *lines])
    return table


def _side(side: Side) -> str:
    return "\n".join(
        (side.name, *side.address, *(f"{one.label} {one.value}" for one in side.numbers + side.contacts))
    )


def _facts(facts: Sequence[Fact]) -> Table:
    return _table([[fact.label, fact.value] for fact in facts], [0.2, 0.3])


def _table(rows: Sequence[Sequence[Any]], widths: Sequence[float]) -> Table:
    table = Table(rows, [WIDTH * width for width in widths])
    table.setStyle(STYLE)
    return table
