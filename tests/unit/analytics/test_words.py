"""Words: everything that can be shown or go wrong has its sentence in both languages."""

import re
from collections.abc import Iterator
from string import Formatter

import pytest

from twin_stats import errors, text
from twin_stats.analytics import catalogue
from twin_stats.analytics.figures.dimensions import names
from twin_stats.settings import Limits


def tree(root: type[errors.TwinStatsError]) -> Iterator[type[errors.TwinStatsError]]:
    """Every error that can be raised: the leaves of the tree."""
    below = root.__subclasses__()
    for one in below:
        yield from tree(one)
    if not below:
        yield root


ERRORS = sorted(set(tree(errors.TwinStatsError)), key=lambda error: error.__name__)


def placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


@pytest.mark.parametrize("error", ERRORS, ids=[error.__name__ for error in ERRORS])
def test_every_error_says_its_facts_in_both_languages(error: type[errors.TwinStatsError]) -> None:
    english, russian = text.TEXTS[f"error.{error.__name__}"]
    _, _, listed = (error.__doc__ or "").partition("Facts: ")
    facts = set(re.findall(r"\w+", listed))
    assert placeholders(english) == placeholders(russian) == facts
    raised = error(**dict.fromkeys(facts, "{braces}"))
    for language in text.LANGUAGES:
        said = raised.say(language)
        assert said and ("{braces}" in said) == bool(facts)
    assert str(raised) == raised.say("en")


def test_wrong_usage_ends_with_2_and_everything_else_with_1() -> None:
    assert {error.exit_code for error in ERRORS} == {1, 2}
    assert all((error.exit_code == 2) == issubclass(error, errors.WrongUsage) for error in ERRORS)


def test_no_text_names_other_facts_in_one_language_than_in_the_other() -> None:
    differing = [key for key, (one, two) in text.TEXTS.items() if placeholders(one) != placeholders(two)]
    assert differing == []


def test_no_text_is_empty_and_russian_ones_are_not_english() -> None:
    assert [key for key, words in text.TEXTS.items() if not all(word.strip() for word in words)] == []
    sentences = [key for key in text.TEXTS if key.endswith(".explain") or key.startswith("error.")]
    assert [key for key in sentences if not re.search("[а-я]", text.TEXTS[key][1])] == []
    assert [key for key in sentences if re.search("[а-я]", text.TEXTS[key][0])] == []


def test_every_metric_chart_and_dimension_has_its_name_and_explanation() -> None:
    asked = {
        *(f"{kind}.{name}" for kind in ("metric", "explain") for name in catalogue.metrics()),
        *(f"chart.{name}{end}" for end in ("", ".explain") for name in catalogue.charts()),
        *(
            f"{kind}{name}"
            for kind in ("dimension.", "explain.by_")
            for metric in catalogue.metrics().values()
            for name in names(metric.fact)
        ),
    }
    assert asked - set(text.TEXTS) == set()


def test_explanations_name_no_facts_but_the_limits() -> None:
    limits = set(vars(Limits()))
    for key, (english, _) in text.TEXTS.items():
        if key.startswith("explain.") or (key.startswith("chart.") and key.endswith(".explain")):
            assert placeholders(english) <= limits, key


def test_limits_stand_in_the_explanations_that_they_change() -> None:
    said = text.say("explain.service_level", "en", **vars(Limits(service_level_seconds=77)))
    assert "77 s" in said and "5 s" in said


def test_an_unknown_language_is_english() -> None:
    assert text.say("metric.calls", "de") == text.say("metric.calls", "en")
