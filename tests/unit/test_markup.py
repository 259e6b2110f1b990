"""Counters and heads of charts as HTML: whatever comes from data is text in it, letter by letter."""

from html.parser import HTMLParser

import pyarrow as pa

from twin_stats.analytics.calls import calls_by_bot
from twin_stats.ui.cards.drawn import Drawn
from twin_stats.ui.cards.head import head
from twin_stats.ui.counters.markup import Card, markup

NASTY = "<img src=x onerror=alert(1)>\"'&lt;{{ 7 * 7 }}</p><script>"


class Read(HTMLParser):
    """The tags of a piece of HTML, and its texts."""

    def __init__(self, piece: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.feed(piece)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        """Note a tag."""
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data.strip())


def test_what_stands_on_a_card_is_text() -> None:
    card = Card(NASTY, NASTY, change=NASTY, about=((NASTY, NASTY),))
    found = Read(markup("calls", [(card,)]))
    assert found.tags == ["dl", "div", "dt", "button", "div", "p", "strong", "dd", "dd"]
    assert found.texts.count(NASTY) == 4 and f"{NASTY}:" in found.texts


def test_cards_of_a_strip_stand_in_lines_that_are_equally_long() -> None:
    for number, beside in ((1, 1), (6, 6), (8, 8), (9, 5), (12, 6), (17, 6)):
        found = markup("calls", [(Card("Calls", "1"),)] * number)
        assert f"--beside: {beside}" in found and found.count("<dt>") == number


def test_explanations_have_names_of_their_own() -> None:
    twice = (Card("Fees", "1", about=(("", ""),)), Card("Fees", "2", about=(("", ""),)))
    found = markup("fees", [twice, twice])
    names = [part.split('"')[0] for part in found.split('id="')[1:]]
    assert len({*names}) == len(names) == 4
    assert all(found.count(f'popovertarget="{name}"') == 1 for name in names)


def test_the_head_of_a_chart_is_text_and_names_what_it_opens() -> None:
    drawn = Drawn(pa.table({}), 0, 0, (), NASTY, NASTY, is_empty=False)
    found = Read(head(calls_by_bot, NASTY, drawn))
    assert found.tags == ["button", "div", "p", "br"]
    assert found.texts == [NASTY] * 3
    assert 'data-opens="calls_by_bot"' in head(calls_by_bot, NASTY)
    assert Read(head(calls_by_bot, NASTY)).tags == ["button"]
