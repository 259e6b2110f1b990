"""Colours: told apart by people who do not see red and green, and strong enough on their ground."""

from itertools import combinations, product

import pytest

from tests.unit.analytics.seeing import contrast, distance
from twin_stats.analytics.ink.palette import PLACES, THEMES, Ink

APART = 0.09  # in OKLab, where 0.02 is just seen side by side and black and white are 1 apart
TOGETHER = (
    ("metric", ("first_response_median", "first_response_p90")),
    ("metric", ("next_response_median", "next_response_p90")),
    ("metric", ("bot_time", "queue_time", "operator_time")),
    ("metric", ("delivery_rate", "delivery_rate_upper", "read_rate")),
    ("metric", ("within_minute", "within_10_minutes", "within_hour", "within_day", "delivery_rate")),
    ("metric", ("asr", "ner")),
    ("metric", ("talk_median", "talk_p90")),
    ("metric", ("answered", "abandoned")),
    ("metric", ("call_fee", "bot_fee")),
    ("author", ("client", "bot", "operator")),
    ("presence", ("online", "paused")),
    ("coverage", ("online", "waiting", "uncovered")),
    ("answered_when", ("online", "nobody")),
    ("status", ("ANSWERED", "NOANSWER", "BUSY", "FAILED", "CANCEL", "INPROGRESS", "SCHEDULED")),
    ("status", ("READ", "DELIVERED", "SENT", "UNDELIVERED", "PENDING", "CREATED", "CANCELED")),
)
SIGHTS = ("", "protan", "deutan")
in_each_theme = pytest.mark.parametrize("theme", THEMES)


@in_each_theme
def test_every_two_colours_are_told_apart_by_everybody(theme: str) -> None:
    pairs = combinations(THEMES[theme].categories, 2)
    close = [(*pair, sight) for pair, sight in product(pairs, SIGHTS) if distance(*pair, sight) < APART]
    assert close == []


@in_each_theme
@pytest.mark.parametrize(("dimension", "series"), TOGETHER, ids=lambda part: str(part)[:40])
def test_series_that_stand_together_are_told_apart(
    theme: str, dimension: str, series: tuple[str, ...]
) -> None:
    assert set(series) <= PLACES[dimension].keys()
    colours = Ink("en", theme, series, dimension).scale()["range"]
    pairs = list(combinations(colours, 2))
    assert all(distance(*pair, sight) >= APART for pair, sight in product(pairs, SIGHTS))


@in_each_theme
def test_words_have_the_contrast_of_aa_and_marks_that_of_graphics(theme: str) -> None:
    colours = THEMES[theme]
    words = {name: contrast(getattr(colours, name), colours.ground) for name in ("ink", "quiet")}
    assert min(words.values()) >= 4.5, words
    marks = {colour: contrast(colour, colours.ground) for colour in (colours.accent, *colours.categories)}
    assert min(marks.values()) >= 3, marks


def test_the_measures_are_those_of_the_standards() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert distance("#000000", "#ffffff") == pytest.approx(1, abs=0.001)
    # Red and green of one lightness: far apart to most, close to those who lack the cone between them.
    assert distance("#c05050", "#7a8a3a") > 2 * distance("#c05050", "#7a8a3a", "deutan")
