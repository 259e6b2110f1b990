"""The counters of a page as they stand in its HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from streamlit.testing.v1 import AppTest


@dataclass(frozen=True)
class Told:
    """What a card says: its explanation as lines, and whether its figure is grey, for it is of few rows."""

    label: str
    figure: str
    change: str
    mood: str
    about: str
    is_shaky: bool


def counters(screen: AppTest) -> list[Told]:
    """The cards of a page, in order."""
    return [card for strip in strips(screen) for card in strip]


def strips(screen: AppTest) -> list[list[Told]]:
    """The same, those that stand beside each other together."""
    pieces = [element.proto.body for element in screen.get("html")]
    lists = [ElementTree.fromstring(piece) for piece in pieces if piece.startswith('<dl class="counters')]
    return [[card for cell in strip for card in _cards(cell)] for strip in lists]


def _cards(cell: ElementTree.Element) -> Iterator[Told]:
    parts = [*cell]
    for place, name in enumerate(parts):
        if name.tag == "dt":
            figure, *after = parts[place + 1 :]
            change = after[0] if after and after[0].tag == "dd" else ElementTree.Element("dd", {"class": ""})
            button, about = name.find("button"), name.find("div")
            yield Told(
                label=_words(name if button is None else button),
                figure=_words(figure),
                change=_words(change),
                mood=change.attrib["class"].removeprefix("change").strip(),
                about="" if about is None else "\n".join(map(_words, about)),
                is_shaky="shaky" in figure.attrib["class"].split(),
            )


def _words(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).strip()
