"""How large type and marks are: as one of many on a page, or opened alone."""

from dataclasses import dataclass, field
from itertools import accumulate
from math import inf
from typing import Any

LETTER, SYMBOL = 0.56, 17


@dataclass(frozen=True)
class Size:
    """Pixels: labels, the room for names and figures beside bars, points and lines."""

    label: int
    names: int
    room: int
    wide_room: int
    point: int
    line: float
    ticks: int
    padding: int
    symbol: int
    offset: int
    margin: dict[str, int] = field(default_factory=dict, hash=False)
    legend: int | None = None

    def axis(self) -> dict[str, Any]:
        """The part of Vega's configuration for axes that is about size."""
        return {"labelFontSize": self.label, "titleFontSize": self.label, "labelPadding": self.padding}

    def key(self, is_open: bool) -> dict[str, Any]:
        """The same for legends; above a bucket that is not over stands until when it goes."""
        many = {"columns": {"expr": "max(1, floor(width / 130))"}}
        spaced = many if self.legend is None else {"padding": 0, "rowPadding": 0, "columnPadding": 8}
        return {
            "labelFontSize": self.label,
            "titleFontSize": self.label,
            "symbolSize": self.symbol,
            "offset": self.offset + (10 if is_open else 0),
            **spaced,
        }

    def fitting(self, names: list[str]) -> int:
        """How many names, from the first, one line of the legend holds; at least one."""
        ends = accumulate(len(name) * self.label * LETTER + SYMBOL for name in names)
        return max(1, sum(end <= (self.legend or inf) for end in ends))


LARGE = Size(
    label=12,
    names=160,
    room=64,
    wide_room=110,
    point=36,
    line=2,
    ticks=4,
    padding=8,
    symbol=90,
    offset=10,
    margin={"left": 5, "top": 5, "right": 5, "bottom": 20},
)
SMALL = Size(
    label=10,
    names=92,
    room=46,
    wide_room=84,
    point=12,
    line=1.5,
    ticks=3,
    padding=4,
    symbol=50,
    offset=8,
    margin={"left": 0, "top": 2, "right": 8, "bottom": 1},
    legend=228,
)
