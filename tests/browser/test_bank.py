"""The figures of a real month, read from the screen, are those that were worked out elsewhere."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import DESK, Open
from tests.browser.screen import Screen, number

pytestmark = pytest.mark.needs("real-data")
MONTH = "/telephony?company=7&from=1999-01-01&to=1999-01-31"
STATUSES = {"AGENT": "Answered", "HANG": "No answer", "PHANTOM": "Failed after talk"}


@pytest.fixture(scope="module")
def reference(real_data: Path) -> Any:
    return json.loads((real_data / "bank_calls" / "reference.json").read_text())


@pytest.fixture(scope="module")
def month(browser: Any, bank: str) -> Iterator[Screen]:
    context = browser.new_context(locale="en-US", viewport=DESK)
    yield Screen.of(context, bank).open(MONTH)
    context.close()


def test_the_counters(month: Screen, reference: Any) -> None:
    figures = month.figures()
    talk, wait = reference["talk_seconds_of_answered_with_talk"], reference["wait_seconds_of_answered"]
    lost = reference["abandoned"]
    assert number(figures["Calls"]) == reference["rows"]
    assert number(figures["Answered"]) == reference["by_outcome"]["AGENT"]
    assert number(figures["Not answered"]) == reference["by_outcome"]["HANG"]
    assert number(figures["Failed"]) == reference["by_outcome"]["PHANTOM"]
    assert number(figures["Abandoned"]) == lost["in_queue(HANG, q_time>0)"]
    assert number(figures["Hung up in the menu"]) == lost["in_menu(HANG, q_time=0)"]
    assert number(figures["Callers"]) == reference["distinct_customers_other_than_0"]
    assert figures["Total talk time"] == "1,379 h"
    assert number(month.exactly("Total talk time")) == talk["sum"]
    assert figures["Median talk"] == f"{talk['median']:g} s"
    assert float(month.exactly("Talk, 90th percentile")) == talk["p90_linear"]
    assert figures["ASA"] == "35.03 s"
    assert float(month.exactly("ASA")) == wait["mean_over_all_answered"]
    assert float(month.exactly("ASA of those who waited")) == wait["mean_over_queued"]


def test_the_charts(month: Screen, reference: Any) -> None:
    assert month.counts("calls_by_group") == reference["by_type"]
    hours = {int(hour): count for hour, count in month.counts("calls_by_hour").items()}
    assert hours == {int(hour): count for hour, count in reference["by_hour"].items()}
    outcomes = {STATUSES[outcome]: count for outcome, count in reference["by_outcome"].items()}
    assert month.counts("calls_by_status") == outcomes
    best, operators = reference["answered_by_agent_top5"], month.counts("answered_by_operator")
    assert {name: operators[name] for name in best} == best


def test_the_days(month: Screen, reference: Any) -> None:
    days = month.table("calls_by_status_and_day")
    assert len(days) == 31
    for place, outcomes in enumerate(reference["by_day_outcome_first_week"].values()):
        assert {outcome: number(days[place][word]) for outcome, word in STATUSES.items()} == outcomes


def test_the_head_says_whose_when_and_where(month: Screen) -> None:
    assert "Jan 1 – 31, 1999" in month.head() and "Asia/Jerusalem (UTC+2)" in month.head()


def test_without_a_period_it_opens_on_its_last_30_days(visitor: Open, bank: str) -> None:
    assert "Jan 2 – 31, 1999" in visitor(to=bank).open("/telephony?company=7").head()
