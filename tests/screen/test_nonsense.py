"""Nonsense in every parameter of an address gives a page, and a gentle note where something was not taken."""

import pytest

from tests.screen.counters import counters
from tests.screen.screen import address, head, notes, opened

pytestmark = pytest.mark.usefixtures("shared")

Typed = dict[str, str | list[str]]
CASES: list[tuple[Typed, str, str | None]] = [
    ({"from_": "2026-03-31", "to": "2026-03-02"}, "Mar 2 – 31, 2026", "so the two were swapped"),
    ({"from_": ["2026-03-05", "2026-03-06"]}, "Mar 6 – 31, 2026", None),
    ({"from_": "0001-01-01", "to": "9999-12-31"}, "Mar 31, 2026", "twenty years"),
    ({"from_": "[x](javascript:alert(1))"}, "Mar 2 – 31, 2026", "“[x](javascript:alert(1))” is not a date"),
    ({"from_time": "25:99", "to_time": "noon"}, "Mar 2 – 31, 2026", "“25:99” is not a time"),
    ({"company": "77"}, "Company 1", "There is no company 77 here; this is Company 1."),
    ({"company": "9" * 500}, "Company 1", "no company 999"),
    ({"company": "٣"}, "Company 1", "no company ٣"),
    ({"bot": "Zoe"}, "Company 1", "Not in this company’s data, and not applied — Bot: Zoe"),
    ({"status": ["BUSY", "<script>alert(1)</script>"]}, "Company 1", "Status: <script>alert(1)</script>"),
    ({"direction": "'; DROP TABLE calls; --"}, "Company 1", "Direction: '; DROP TABLE calls; --"),
    ({"task": "{value}\x00"}, "Company 1", "Task: {value}"),
    ({"lang": "tlh", "nobody": "knows", "preset": "forever", "clear": "1"}, "Mar 2 – 31, 2026", None),
]


@pytest.mark.parametrize(("typed", "shown", "said"), CASES, ids=[str(case[0])[:60] for case in CASES])
def test_nonsense_is_shown_as_something(typed: Typed, shown: str, said: str | None) -> None:
    screen = opened(**typed)
    assert not screen.exception and not screen.error
    assert len(counters(screen)) > 20
    assert shown in head(screen)
    assert bool(notes(screen)) == bool(said)
    assert said is None or any(said in note for note in notes(screen))


def test_all_of_it_at_once() -> None:
    bad = dict.fromkeys(("company", "from_", "to", "from_time", "to_time", "bot", "direction", "lang"), "x")
    screen = opened(locale="ru", **bad)
    assert not screen.exception and not screen.error
    assert len(notes(screen)) == 7
    screen.button(key="clear").click().run()
    assert not notes(screen)
    assert address(screen) == {"company": "1", "lang": "ru"}
