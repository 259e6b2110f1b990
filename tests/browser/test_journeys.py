"""Journeys: the same figures by a shared link, after a reload, Back and Forward."""

from tests.browser.conftest import Open
from tests.browser.screen import number


def test_a_filter_narrows_and_clear_widens(visitor: Open) -> None:
    screen = visitor().open()
    before = screen.figures()
    narrowed = screen.choose("Status", "Busy").figures()
    assert narrowed["Calls"] == before["Busy"] == narrowed["Busy"]
    assert narrowed["ASR"] == before["ASR"]
    assert screen.address() == "/telephony?status=BUSY"
    assert screen.press("Clear").differences(before) == []
    assert screen.address() == "/telephony"


def test_a_copied_link_shows_the_same_to_somebody_else(visitor: Open) -> None:
    sender = visitor().open()
    sender.press("7 days", "radio").choose("Direction", "Inbound").choose("Bot", "Unknown")
    reader = visitor(locale="ru-RU").open(sender.address())
    assert list(reader.figures()) != list(sender.figures())  # other words
    calls = [number(next(iter(each.figures().values()))) for each in (sender, reader)]
    assert calls[0] == calls[1]
    assert visitor().open(sender.address()).differences(sender.figures()) == []


def test_a_reload_changes_nothing(visitor: Open) -> None:
    screen = visitor().open()
    before = screen.press("90 days", "radio").choose("Status", "Answered", "No answer").figures()
    screen.page.reload()
    assert screen.settled().differences(before) == []


def test_back_and_forward_undo_and_redo(visitor: Open) -> None:
    screen = visitor().open()
    steps = [screen.figures()]
    steps.append(screen.choose("Direction", "Inbound").figures())
    steps.append(screen.choose("Status", "Answered").figures())
    steps.append(screen.press("Yesterday", "radio").figures())
    for step in reversed(steps[:-1]):
        screen.page.go_back()
        assert screen.settled().differences(step) == []
    for step in steps[1:]:
        screen.page.go_forward()
        assert screen.settled().differences(step) == []
    screen.press("Chat graphs", "link")
    assert screen.address().startswith("/chats?")
    screen.page.go_back()
    assert screen.settled().differences(steps[-1]) == []


def test_two_quick_clicks_are_two_filters(visitor: Open) -> None:
    screen = visitor().open()
    screen.page.get_by_role("radio", name="7 days", exact=True).click()
    screen.page.get_by_role("combobox", name="Direction").click()
    screen.page.get_by_role("option", name="Inbound", exact=True).click()
    screen.settled().settled()
    assert "direction=inbound" in screen.address() and "from=" in screen.address()


def test_the_root_is_the_first_page_and_filters_stay_on_the_way(visitor: Open) -> None:
    root = visitor()
    root.page.goto(f"{root.site}/?from=2026-01-01&lang=ru")
    root.page.locator(".st-key-page-head h1").wait_for()
    assert root.page.locator(".st-key-menu a p").first.inner_text() in root.head()
    root.press("Графики телефонии", "link")
    assert root.address().startswith("/telephony?") and "from=2026-01-01" in root.address()
    assert "Графики телефонии" in root.head()
    root.page.go_back()
    root.page.wait_for_url("**/?from*")
    assert root.address() == "/?from=2026-01-01&lang=ru"


def test_the_language_stays_with_the_address(visitor: Open) -> None:
    screen = visitor().open()
    screen.press("Русский", "radio")
    assert "Графики телефонии" in screen.head()
    screen.page.reload()
    assert "Графики телефонии" in screen.settled().head()


def test_nonsense_is_a_page_with_a_note(visitor: Open) -> None:
    screen = visitor().open("/telephony?from=9999-01-01&to=0001-01-01&company=x&bot=%3Cscript%3E&lang=%00")
    notes = screen.page.locator("[data-testid=stAlert] p").all_inner_texts()
    assert len(notes) == 5 and any("<script>" in note for note in notes)
