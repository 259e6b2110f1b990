"""The page in both languages, both themes, on a desk and on a phone."""

import pytest

from tests.browser.conftest import DESK, PHONE, Open

# Each of them with each of the others.
WAYS = (
    ("en-US", "light", "desk"),
    ("en-US", "dark", "phone"),
    ("ru-RU", "light", "phone"),
    ("ru-RU", "dark", "desk"),
)
GROUNDS = {"light": "rgb(245, 246, 250)", "dark": "rgb(16, 20, 29)"}
TITLES = {"en-US": "Telephony graphs", "ru-RU": "Графики телефонии"}
GROUND = "getComputedStyle(document.querySelector('[data-testid=stApp]')).backgroundColor"
OVERFLOW = "document.querySelector('[data-testid=stMain]').scrollWidth - innerWidth"


@pytest.mark.parametrize(("locale", "theme", "size"), WAYS)
def test_every_chart_is_drawn(visitor: Open, locale: str, theme: str, size: str) -> None:
    screen = visitor(locale=locale, theme=theme, size=DESK if size == "desk" else PHONE).open()
    assert screen.page.locator("[data-testid=stMain] [data-testid=stVegaLiteChart]").count() == 21
    assert screen.page.locator("[data-testid=stSidebar] svg.marks").count() == 0
    assert TITLES[locale] in screen.head()
    assert screen.page.title().startswith(TITLES[locale])
    assert screen.page.locator("html").evaluate(OVERFLOW) <= 0
    assert screen.page.evaluate(GROUND) == GROUNDS[theme]
    assert len(screen.figures()) >= 26 - 4  # a company without some money has fewer cards


def test_a_chart_has_a_sentence_for_those_who_do_not_see_it(visitor: Open) -> None:
    screen = visitor().open()
    card = screen.card("calls_by_hour")
    assert card.locator("[data-testid=stVegaLiteChart]").get_attribute("aria-label") == "Calls by hour"
    below = card.locator(".source p")
    line, said = below.evaluate("line => [line.firstChild.textContent, line.lastChild.textContent]")
    assert " rows · " in line and said.startswith("Calls by hour, ") and "Highest: " in said
    closed = below.bounding_box()["height"]
    below.hover()
    assert below.bounding_box()["height"] > 2 * closed


def test_a_table_is_reached_by_the_keyboard_alone(visitor: Open) -> None:
    screen = visitor().open()
    keys = screen.page.keyboard
    button = screen.opener("calls_by_bot")
    button.focus()
    keys.press("Enter")
    window = screen.page.get_by_role("dialog")
    chosen = window.get_by_role("radio", name="Chart", exact=True)
    chosen.wait_for()
    chosen.focus()
    keys.press("ArrowRight")
    keys.press("Enter")
    window.locator("table").wait_for()
    keys.press("Escape")
    window.wait_for(state="detached")
    assert button.evaluate("button => button === document.activeElement")


def test_tables_and_cards_show_the_same_calls(visitor: Open) -> None:
    screen = visitor().open()
    calls = int(screen.figures()["Calls"].replace(",", ""))
    for chart in ("calls_by_bot", "calls_by_hour", "calls_by_direction", "calls_by_status"):
        assert sum(screen.counts(chart).values()) == calls


def test_charts_follow_the_theme_that_is_chosen_on_the_page(visitor: Open) -> None:
    screen = visitor().open()
    screen.page.get_by_test_id("stMainMenu").first.click()
    screen.page.locator("text=Dark >> visible=true").first.click()
    screen.card("calls_by_hour").locator(".mark-rect path[fill='#7d9ef7']").first.wait_for()
