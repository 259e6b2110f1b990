"""The house keeps its rules."""

from pathlib import Path

import pytest

from tests.architecture.rules import RULES, Rule

HOUSE = Path(__file__).parents[2]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_the_rule(rule: Rule) -> None:
    found = rule(HOUSE)
    assert not found, "\n".join(found)
