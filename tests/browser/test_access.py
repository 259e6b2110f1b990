"""Pages for everybody: read by axe-core in both themes, as high as two screens, printed without controls."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESK, Open
from tests.browser.screen import Screen

PAGES = ("analytics", "chats", "notifications", "telephony")
DOCUMENTS = ("invoices", "transactions", "company")
HEAVY = ("serious", "critical")
HEIGHT = "document.querySelector('[data-testid=stMain]').scrollHeight"
SEEN = "document.querySelector('[data-testid=stSidebar]').checkVisibility()"
# Charts that stick out of their cards, and figures that take no room.
CUT = """() => [...document.querySelectorAll('[data-opens]')].filter(title => {
    const card = title.closest('[data-testid=stVerticalBlock]');
    const drawn = card.querySelector('svg.marks');
    if (!drawn) return false;
    const [inner, outer] = [drawn.getBoundingClientRect(), card.getBoundingClientRect()];
    return inner.right > outer.right + 1 || inner.bottom > outer.bottom + 1 || inner.height < 20;
}).map(card => card.innerText)"""
LOST = """() => [...document.querySelectorAll('.counters .figure')].filter(figure => {
    const lines = figure.getClientRects();
    return lines.length !== 1 || lines[0].height < 10;
}).length"""

# Figures that lie over their change: to the right of it they end after it has begun.
COVERED = """() => [...document.querySelectorAll('.counters > div')].filter(card => {
    const [figure, change] = ['figure', 'change'].map(
        name => card.querySelector(`.${name}`)?.getBoundingClientRect());
    return change && figure.right > change.left && figure.bottom > change.top && change.bottom > figure.top;
}).length"""


def heavy(screen: Screen) -> list[tuple[str, str]]:
    """What axe-core finds that keeps people out: the rule, and where."""
    found = Axe().run(screen.page).response["violations"]
    return [
        (rule["id"], node["html"][:200])
        for rule in found
        if rule["impact"] in HEAVY
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_a_page_keeps_people_out(visitor: Open, theme: str) -> None:
    screen = visitor(theme=theme)
    for page in (*PAGES, *DOCUMENTS):
        screen.open(f"/{page}")
        assert heavy(screen) == [], page
        assert page in DOCUMENTS or screen.page.evaluate(HEIGHT) <= 2.15 * DESK["height"], page


def test_nothing_in_the_window_of_a_chart_keeps_people_out(visitor: Open) -> None:
    screen = visitor().open()
    for view in ("Chart", "Table", "SQL", "Explained"):
        screen.opened("answer_rates_by_day", view)
        screen.page.wait_for_timeout(800)
        assert heavy(screen) == []
        screen.close()


def test_on_paper_are_figures_and_charts_whole_and_no_controls(visitor: Open) -> None:
    screen = visitor().open("/chats")
    assert screen.page.evaluate(SEEN)
    screen.page.set_viewport_size({"width": 1047, "height": 718})  # A4 on its side
    screen.page.emulate_media(media="print")
    screen.page.wait_for_timeout(1500)
    assert not screen.page.evaluate(SEEN)
    assert screen.page.evaluate(CUT) == [] and screen.page.evaluate(LOST) == 0
    assert screen.page.evaluate(COVERED) == 0
    assert screen.page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
