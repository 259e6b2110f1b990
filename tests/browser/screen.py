"""The page as a user's browser shows it: where to look, and what stands there."""

import re
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, ConsoleMessage, Page

HEAD = ".st-key-page-head h1"
READY = "[data-testid=stApp][data-test-script-state=notRunning]"
MARKS = ".mark-rect path, .mark-symbol path, .mark-line path, .mark-area path"
PATIENCE_MS = 60_000


@dataclass
class Screen:
    """One tab of a browser."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, context: BrowserContext, site: str) -> "Screen":
        """A new tab that notes whatever the browser complains of."""
        screen = cls(context.new_page(), site)
        screen.page.set_default_timeout(PATIENCE_MS)
        screen.page.on("pageerror", lambda error: screen.complaints.append(str(error)))
        screen.page.on("console", screen._hear)
        return screen

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.complaints.append(f"{message.text} ({message.location.get('url', '')})")

    def open(self, address: str = "/telephony") -> "Screen":
        """Go to an address, and wait until its page is there."""
        self.page.goto(self.site + address)
        return self.ready()

    def ready(self) -> "Screen":
        """Wait until the script has run, nothing stands for something to come, and every chart is drawn."""
        self.page.locator(HEAD).wait_for()
        before = None
        while before != (now := self.page.evaluate(SHOWN)):
            self.page.wait_for_selector(READY)
            self.page.wait_for_function(DRAWN)
            self.page.wait_for_timeout(250)
            before = now
        return self

    def figures(self) -> dict[str, str]:
        """The cards: label and figure."""
        return dict(self.page.locator(".counters dt").evaluate_all(CARDS))

    def strips(self) -> dict[str, dict[str, str]]:
        """The strips of the entry page: name, and its cards."""
        return {name: dict(cards) for name, cards in self.page.evaluate(STRIPS)}

    def doors(self) -> dict[str, str]:
        """The first line of the entry page: what leads to other pages, and the figure behind it."""
        lines = map(plain, self.page.locator(".st-key-doors a p").all_inner_texts())
        return {found[1]: found[2] for found in (re.search(DOOR, line) for line in lines) if found}

    def charts(self) -> dict[str, bool]:
        """The charts of the page, and whether each is drawn."""
        return dict(self.page.evaluate(CHARTS))

    def differences(self, expected: dict[str, str]) -> list[str]:
        """What differs from these figures, once the browser has had time to show what it was sent."""
        for _ in range(20):
            if not (found := same(self.figures(), expected)):
                break
            self.page.wait_for_timeout(500)
        return found

    def exactly(self, label: str) -> str:
        """The exact figure in the explanation of a card."""
        self.page.locator(".counters").get_by_role("button", name=label, exact=True).hover()
        words = self.page.locator(".about:popover-open").inner_text()
        self.page.mouse.move(0, 0)
        return re.search(r"Exactly: (\S+)", words)[1]  # type: ignore[index]

    def head(self) -> str:
        """Title and the line below it."""
        return plain(self.page.locator(".st-key-page-head").inner_text())

    def card(self, chart: str) -> Any:
        """The card of a chart."""
        title = self.page.locator(f"[data-opens={chart}]")
        return self.page.get_by_test_id("stVerticalBlock").filter(has=title).last

    def opener(self, chart: str) -> Any:
        """The title of a chart, which opens it."""
        return self.page.locator(f"[data-opens={chart}]")

    def opened(self, chart: str, view: str = "") -> Any:
        """The window of a chart that is opened, in one of its views."""
        self.opener(chart).click()
        window = self.page.get_by_role("dialog")
        window.locator("[data-testid=stCaptionContainer]").wait_for()
        if view:
            window.get_by_role("radio", name=view, exact=True).click()
        return window

    def close(self) -> "Screen":
        """Close the window of a chart."""
        self.page.keyboard.press("Escape")
        self.page.get_by_role("dialog").wait_for(state="detached")
        return self

    def table(self, chart: str) -> list[dict[str, str]]:
        """The table of a chart."""
        window = self.opened(chart, "Table")
        window.locator("table").wait_for()
        head, *lines = window.locator("table tr").evaluate_all(CELLS)
        self.close()
        return [dict(zip(head, line, strict=True)) for line in lines]

    def counts(self, chart: str) -> dict[str, int]:
        """A chart's table as numbers: the first column, and the one called Count."""
        return {next(iter(row.values())): number(row["Count"]) for row in self.table(chart)}

    def choose(self, label: str, *options: str) -> "Screen":
        """Choose values in a filter."""
        box = self.page.get_by_role("combobox", name=label)
        for option in options:
            box.click()
            self.page.get_by_role("option", name=option, exact=True).click()
        self.page.keyboard.press("Escape")
        return self.settled()

    def press(self, name: str, role: Any = "button") -> "Screen":
        """Press a button, preset or link."""
        self.page.get_by_role(role, name=name, exact=True).first.click()
        return self.settled()

    def settled(self) -> "Screen":
        """Wait for the run that an action has started."""
        self.page.wait_for_timeout(500)
        return self.ready()

    def address(self) -> str:
        """The address behind the site's name."""
        return self.page.url.removeprefix(self.site)


def number(written: str) -> int:
    """A whole number with group separators."""
    return int(re.sub(r"\D", "", written))


def plain(words: str) -> str:
    """Words with common spaces only."""
    return re.sub(r"\s+", " ", words)


def same(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """What differs between the figures of two screens."""
    names = [name for name in one | other if one.get(name) != other.get(name)]
    return [f"{name}: {one.get(name)} {other.get(name)}" for name in names]


DOOR = r"(Chats|Calls) ([\d,]+)"
CARDS = """names => names.map(name => [
    (name.querySelector('button') ?? name).innerText, name.nextElementSibling.innerText])"""
CELLS = "rows => rows.map(row => [...row.cells].map(cell => cell.innerText.trim()))"
SHOWN = "document.querySelector('[data-testid=stMain]').innerText"
DRAWN = f"""() => {{
    const main = document.querySelector('[data-testid=stMain]');
    const charts = [...main.querySelectorAll('[data-testid=stVegaLiteChart]')];
    return !main.querySelector('[data-testid=stSkeleton], [data-testid=stSkeletonElement], .counters.waiting')
        && charts.every(chart => chart.querySelectorAll('{MARKS}').length > 0);
}}"""
CHARTS = """() => [...document.querySelectorAll('[data-testid=stMain] [data-opens]')].map(title => [
    title.dataset.opens,
    !!title.closest('[data-testid=stVerticalBlock]').querySelector('[data-testid=stVegaLiteChart]')])"""
EACH = ".st-key-strip-all, [class*=st-key-strip-of-]"
STRIPS = f"""() => [...document.querySelectorAll('{EACH}')].map(strip => [
    strip.querySelector('[class*=st-key-strip-name-] a').innerText,
    ({CARDS})([...strip.querySelectorAll('.counters dt')])])"""
