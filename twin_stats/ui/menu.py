"""The menu: the pages of the house in their order; one that is not there yet is not in it."""

import runpy
from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from twin_stats import text
from twin_stats.settings import PROJECT
from twin_stats.ui.address import asked

PAGES = PROJECT / "pages"
ICONS = {
    "analytics": "monitoring",
    "reports": "description",
    "invoices": "receipt_long",
    "transactions": "account_balance_wallet",
    "company": "domain",
    "chats": "forum",
    "notifications": "notifications",
    "telephony": "call",
    "notebook": "edit_note",
}

# What an address says of one page's moment: no filter that stays with the user.
MOMENTARY = ("invoice", "page", "field", "side", "amount", "tab")
# What says who looks at whose figures, whatever the page shows of them.
OWN = ("lang", "company")
# Pages of documents: they begin with all there are, not with the last days.
OF_DOCUMENTS = ("invoices", "transactions")
# Pages that no period narrows, and that Clear would have nothing to clear on.
TIMELESS = ("company",)
WITHOUT_CHARTS = (*OF_DOCUMENTS, *TIMELESS)


def files() -> list[Path]:
    """The page files that exist, in the order of the menu."""
    return [path for name in ICONS if (path := PAGES / f"{name}.py").exists()]


def settle(language: str) -> tuple[StreamlitPage, list[StreamlitPage]]:
    """The page to run, and the pages of the menu; the address `/` is the first page."""
    pages = [_page(path, language) for path in files()]
    home = st.Page(_home(files()[0]), title=pages[0].title, default=True)
    chosen = st.navigation([home, *pages], position="hidden")
    return chosen, [home, *pages[1:]] if chosen == home else pages


def draw(pages: list[StreamlitPage]) -> None:
    """The menu's lines; each carries the address, so that filters stay with the user."""
    taken = carried()
    with st.container(key="menu", gap="xsmall"):
        for page in pages:
            sign = icon(page.url_path or files()[0].stem)
            st.page_link(page, icon=sign, query_params=taken, width="stretch")


def carried() -> dict[str, list[str]]:
    """What goes along to the next page: filters, but not which document is open."""
    return {name: list(values) for name, values in asked().items() if name not in MOMENTARY}


def leads_to(name: str) -> bool:
    """Whether there is a page of this name."""
    return any(path.stem == name for path in files())


def link(name: str, label: str, language: str, **more: str) -> None:
    """A link to a page that takes the address with it, as the menu's do, and asks for more."""
    asked_for = carried() | {kept: [value] for kept, value in more.items()}
    st.page_link(_page(PAGES / f"{name}.py", language), label=label, query_params=asked_for)


def exactly(name: str, label: str, language: str, wanted: Mapping[str, list[str]]) -> None:
    """A link to a page that asks for these values and for no others."""
    own = {kept: values for kept, values in carried().items() if kept in OWN}
    st.page_link(_page(PAGES / f"{name}.py", language), label=label, query_params=own | dict(wanted))


def icon(name: str) -> str:
    """The icon of a page, as Markdown."""
    return f":material/{ICONS[name]}:"


def _page(path: Path, language: str) -> StreamlitPage:
    # No icon: as the tab's icon, Streamlit would fetch it from a font server.
    return st.Page(path, title=text.say(f"page.{path.stem}", language), url_path=path.stem)


def _home(path: Path) -> Callable[[], None]:
    def home() -> None:
        runpy.run_path(str(path))

    return home
