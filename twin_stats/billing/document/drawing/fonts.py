"""The two fonts of the documents: where they lie, which letters they have, how wide a text is in them."""

from functools import cache
from pathlib import Path

from reportlab.pdfbase.ttfonts import TTFontFile

FONTS = Path(__file__).parents[1] / "assets" / "fonts"
REGULAR, BOLD = FONTS / "NotoSans-Regular.ttf", FONTS / "NotoSans-Bold.ttf"
# As in print.css: the width of the text, the padding of a cell on both sides, the size of its letters.
PAGE_WIDTH, PADDING, SIZE = 175 / 25.4 * 72, 8.0, 8.5


@cache
def letters() -> frozenset[int]:
    """The code points that both fonts have."""
    return frozenset(_file(REGULAR).charToGlyph) & frozenset(_file(BOLD).charToGlyph)


def text_width(value: str) -> float:
    """How wide a text is in a cell of the table, in points."""
    widths = _file(REGULAR).charWidths
    return sum(float(widths[ord(sign)]) for sign in value) * SIZE / 1000


def room(percent: int) -> float:
    """How wide a text may be in a column of so many percent."""
    return PAGE_WIDTH * percent / 100 - PADDING


@cache
def _file(path: Path) -> TTFontFile:
    return TTFontFile(str(path))
