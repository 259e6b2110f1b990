"""A window with a chart, or with the rows behind figures: what stands in it, and the files that it gives."""

from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.browser.screen import CELLS, READY, Screen, plain

BUTTONS = {"csv": "CSV", "csv_for_excel": "CSV for Excel", "xlsx": "XLSX", "png": "PNG", "svg": "SVG"}


@dataclass(frozen=True)
class Window:
    """The window that is open on a screen."""

    screen: Screen

    @property
    def dialog(self) -> Any:
        """Where it is."""
        return self.screen.page.get_by_role("dialog")

    def close(self) -> None:
        """Close it by its button, once no list hides it."""
        self._close_list()
        opened = self.screen.page.locator("[role=dialog]")
        opened.locator("button[aria-label=Close]").click()
        opened.wait_for(state="detached")

    def view(self, name: str, sign: str) -> Any:
        """One of its views, by what it is known by."""
        self.dialog.get_by_role("radio", name=name, exact=True).click()
        found = self.dialog.locator(sign).first
        found.wait_for()
        return found

    def source(self) -> str:
        """The line on where the chart comes from."""
        return plain(self.dialog.locator("[data-testid=stCaptionContainer]").last.inner_text())

    def table(self) -> list[list[str]]:
        """The cells of its table, titles first."""
        cells: list[list[str]] = self.view("Table", "table").locator("tr").evaluate_all(CELLS)
        return cells

    def sql(self) -> str:
        """Its statement."""
        return str(self.view("SQL", "code").inner_text())

    def explained(self) -> str:
        """What it says of itself."""
        before = self.dialog.locator("code")
        self.dialog.get_by_role("radio", name="Explained", exact=True).click()
        before.wait_for(state="detached")
        return plain(self.dialog.locator(".st-key-opened [data-testid=stMarkdown]").first.inner_text())

    def options(self, begun: str = "") -> list[str]:
        """Open the list of what has rows; the first names in it, or those that have these words."""
        self.dialog.get_by_role("combobox").click()
        self.screen.page.keyboard.insert_text(begun)
        found = self.screen.page.get_by_role("option", name=begun)
        found.first.wait_for()
        return [plain(each) for each in found.all_inner_texts()]

    def choose(self, place: int, key: str) -> str:
        """The heading of the rows behind what stands at a place of the open list.

        Its words are typed first: a long list scrolls under the pointer, and another one is chosen.
        """
        page = self.screen.page
        words = page.get_by_role("option").nth(place).inner_text()
        page.keyboard.press("ControlOrMeta+A")
        page.keyboard.insert_text(words)
        page.get_by_role("option", name=plain(words), exact=True).first.click()
        said = self.dialog.locator(f".st-key-behind-{key} strong")
        said.wait_for()
        page.wait_for_selector(READY)
        return plain(said.inner_text())

    def _close_list(self) -> None:
        """A list that is still open hides all that is around it; Escape would clear what was chosen."""
        found = self.screen.page.get_by_role("listbox")
        if found.count():
            self.screen.page.keyboard.press("Tab")
            found.wait_for(state="detached")

    def lines(self) -> int:
        """How many rows the page of them shows."""
        grid = self.dialog.locator("table[role=grid]")
        grid.wait_for(state="attached")
        return int(grid.get_attribute("aria-rowcount")) - 1

    def files(self, names: dict[str, str]) -> dict[str, bytes]:
        """What its buttons give, by form; each must have the name that is expected of it."""
        with ExitStack() as stack:
            waiting = {
                form: stack.enter_context(self.screen.page.expect_download(partial(named, name)))
                for form, name in names.items()
            }
            for form in names:
                self.dialog.get_by_role("button", name=BUTTONS[form], exact=True).click()
        return {form: Path(each.value.path()).read_bytes() for form, each in waiting.items()}


def named(name: str, download: Any) -> bool:
    """Whether a download has this name."""
    return bool(download.suggested_filename == name)
