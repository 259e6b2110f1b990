"""Counters as HTML: one element for all that stand beside each other.

A Streamlit element for each of a page's 40 counters was a tenth of what the server does for a page that is
known, and of what the browser does for a change of filter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from twin_stats.ui.look import ASSETS


@dataclass(frozen=True)
class Card:
    """What stands on a card: `about` explains it, each line a text and the figure at its end, if any.

    The change is `better`, `worse`, or neither; an arrow says whether it is `up` or `down`.
    """

    label: str
    figure: str = ""
    change: str | None = None
    mood: str = ""
    about: tuple[tuple[str, str], ...] = ()
    is_shaky: bool = False


Cell = tuple[Card, ...]
MOST = 8


def markup(name: str, cells: Sequence[Cell], *, is_waiting: bool = False) -> str:
    """The HTML of cells under a name that no others on the page have, in lines that are equally long.

    Whatever stands in a card is text, letter by letter.
    """
    lines = -(-len(cells) // MOST)
    beside = -(-len(cells) // lines)
    return _template().render(name=name, cells=cells, beside=beside, is_waiting=is_waiting)


@cache
def _template() -> Template:
    loader = FileSystemLoader(ASSETS)
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return made.get_template("counters.html")
