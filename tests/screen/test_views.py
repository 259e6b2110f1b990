"""Saved views on the screen: kept, applied, made the default, forgotten."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.screen import address, figure, opened
from twin_stats.ui.period import clock

pytestmark = pytest.mark.usefixtures("filled")


def save(screen: AppTest, name: str) -> AppTest:
    """Keep what the page shows under a name."""
    screen.text_input(key="view-name").set_value(name).run()
    return screen.button(key="view-save").click().run()


def test_a_view_is_listed_and_brings_its_filters_back() -> None:
    screen = save(opened(status="BUSY", bot="Ben"), "Ben is busy")
    assert screen.button(key="view-0").label == "Ben is busy"
    screen = opened(page="telephony")
    assert figure(screen, "Calls") == "6"
    screen.button(key="view-0").click().run()
    assert address(screen) == {"status": "BUSY", "bot": "Ben"}
    assert figure(screen, "Calls") == "1"


def test_applying_a_view_takes_away_what_it_does_not_say_and_keeps_the_language() -> None:
    save(opened(status="BUSY"), "busy")
    screen = opened(lang="ru", bot="Ben", task="x")
    screen.button(key="view-0").click().run()
    assert address(screen) == {"status": "BUSY", "lang": "ru"}


def test_a_named_period_means_the_one_of_the_day_on_which_it_is_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save(opened(from_="2026-02-01", to="2026-02-28"), "last month")
    monkeypatch.setattr(clock, "today", lambda _zone: date(2026, 4, 2))
    screen = opened(page="telephony")
    screen.button(key="view-0").click().run()
    assert address(screen) == {"from": "2026-03-01", "to": "2026-03-31"}


def test_the_default_view_opens_the_page_once_and_never_overrides_a_link() -> None:
    screen = save(opened(status="BUSY"), "busy")
    screen.button(key="view-default-0").click().run()
    screen = opened()
    assert address(screen) == {"status": "BUSY"} and figure(screen, "Calls") == "1"
    screen.button(key="clear").click().run()
    assert "status" not in address(screen) and figure(screen, "Calls") == "6"
    assert address(opened(bot="Anna")) == {"bot": "Anna"}


def test_a_view_of_another_company_is_not_there() -> None:
    save(opened(status="BUSY"), "busy")
    assert not [button for button in opened(company="2").button if button.key == "view-0"]


def test_a_view_is_forgotten_and_a_bad_name_is_told() -> None:
    screen = save(opened(status="BUSY"), "<b>*busy*</b>")
    assert screen.button(key="view-0").label == r"\<b\>\*busy\*\</b\>"
    screen.button(key="view-forget-0").click().run()
    assert not [button for button in screen.button if button.key == "view-0"]
    assert [note.value for note in save(screen, "  ").warning] == [
        "Give the view a name of at most 60 letters."
    ]
