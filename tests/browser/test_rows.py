"""The rows behind marks: by a click on one chart of each kind, and by keyboard alone."""

import re

import pytest

from tests.browser.conftest import Open
from tests.browser.screen import number, plain

ONE_EACH = r"(\S+) rows = \1 on the chart"
KINDS = {
    "/telephony": {
        "calls_by_status_and_day": ("rect", ONE_EACH),
        "simultaneous_calls": ("rect", ONE_EACH),
        "answer_rates_by_day": ("symbol", r"\S+ of \S+ rows = \S+%"),
        "talk_by_day": ("rect", r"\S+ rows that make [\d.,]+ (h|min|s)( \d+ (min|s))?"),
    },
    "/chats": {"operator_timeline": ("rect", r"\S+ intervals? that make .+")},
    "/analytics": {"sent_by_day": ("rect", ONE_EACH)},
}

# Charts of which no element is tied to the number of its row: a press on them would open nothing.
UNNUMBERED = """() => [...document.querySelectorAll('[data-opens]')].filter(title => {
    const card = title.closest('[data-testid=stVerticalBlock]');
    return card.querySelector('svg.marks')
        && ![...card.querySelectorAll('svg.marks *')].some(
            each => Number.isInteger([each.__data__].flat()[0]?.datum?.mark));
}).map(title => title.dataset.opens)"""


@pytest.mark.parametrize("page", ["/telephony", "/chats", "/notifications", "/analytics"])
def test_every_chart_has_marks_that_can_be_pressed(page: str, visitor: Open) -> None:
    screen = visitor().open(page)
    assert len(screen.charts()) >= 6
    assert screen.page.evaluate(UNNUMBERED) == []


@pytest.mark.parametrize("page", KINDS)
def test_a_click_on_a_mark_shows_the_rows_behind_it(page: str, visitor: Open) -> None:
    screen = visitor().open(page)
    for name, (kind, heading) in KINDS[page].items():
        screen.card(name).scroll_into_view_if_needed()
        found = screen.card(name).locator(f".mark-{kind}.role-mark path")
        boxes = [each.bounding_box() for each in found.all()[:60]]
        box = max(boxes, key=lambda box: box["width"] * box["height"])
        screen.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        said = screen.page.get_by_role("dialog").locator("strong").first
        said.wait_for()
        assert re.fullmatch(heading, plain(said.inner_text())), name
        screen.close()


def test_rows_are_reached_by_keyboard_alone(visitor: Open) -> None:
    screen = visitor().open("/telephony")
    screen.opener("calls_by_bot").focus()
    screen.page.keyboard.press("Enter")
    window = screen.page.get_by_role("dialog")
    window.get_by_role("radio", name="Rows", exact=True).focus()
    screen.page.keyboard.press("Enter")
    window.get_by_role("combobox").focus()
    screen.page.keyboard.type("everything")
    screen.page.keyboard.press("Enter")
    said = window.locator("strong").first
    said.wait_for()
    rows = number(plain(said.inner_text()).split(" rows")[0])
    assert rows == number(screen.figures()["Calls"])
    with screen.page.expect_download() as waiting:
        window.get_by_role("button", name="CSV", exact=True).focus()
        screen.page.keyboard.press("Enter")
    with waiting.value.path().open("rb") as file:
        assert sum(1 for _ in file) == rows + 1
    window.get_by_role("button", name="CSV", exact=True).and_(screen.page.locator(":focus")).wait_for()
    screen.close()
