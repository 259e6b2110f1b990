"""A page as a user meets it, without a browser: the address that was typed, and what stands on the screen."""

from datetime import date
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from tests.screen.counters import counters

SCRIPT = Path(__file__).parents[2] / "twin_stats" / "ui" / "main.py"
TODAY = date(2026, 3, 31)


def opened(locale: str = "en-US", page: str = "telephony", **address: str | list[str]) -> AppTest:
    """A page, telephony if none is named, under an address; `from_` stands for `from`."""
    screen = AppTest.from_file(str(SCRIPT), default_timeout=30)
    screen.context = {"locale": locale, "theme": "light"}
    for name, value in address.items():
        screen.query_params[name.rstrip("_")] = value
    return screen.switch_page(f"../../pages/{page}.py").run()


def figure(screen: AppTest, label: str) -> str:
    """The figure on the card with this label."""
    return next(card.figure for card in counters(screen) if card.label == label)


def head(screen: AppTest) -> str:
    """The line below the title, as it is read: without the signs that keep it plain."""
    return read(screen.markdown[0].value)


def notes(screen: AppTest) -> list[str]:
    """What the page says about an address that it could not take as it stood."""
    return [read(line) for note in screen.info for line in note.value.split("\n\n")]


def address(screen: AppTest) -> dict[str, Any]:
    """The address as it stands now."""
    return dict(screen.query_params.items())


def read(markdown: str) -> str:
    """Markdown as a reader sees it, near enough."""
    plain = markdown.replace("\\", "").replace("**", "")
    return plain.replace("\N{NO-BREAK SPACE}", " ").replace("\N{THIN SPACE}", " ")
