"""The bank's log through both commands: `import`, then `query` gives every figure of the reference."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from twin_stats.__main__ import main

pytestmark = pytest.mark.needs("real-data")
Ask = Callable[..., Any]
NAMES = {"ANSWERED": "AGENT", "NOANSWER": "HANG", "FAILED": "PHANTOM"}


@pytest.fixture(scope="module")
def reference(real_data: Path) -> dict[str, Any]:
    """What somebody else computed."""
    figures: dict[str, Any] = json.loads((real_data / "bank_calls" / "reference.json").read_text())
    return figures


@pytest.fixture
def ask(real_data: Path, home: Path, capfd: pytest.CaptureFixture[str]) -> Ask:
    """`ask(words)` runs `query`, and gives what it printed as JSON."""
    log = real_data / "bank_calls" / "1999-01.tsv.gz"
    assert main(["import", "calls", str(log), "--mapping", "bank_calls", "--company", "7"]) == 0
    capfd.readouterr()

    def asked(words: str) -> Any:
        assert main(["query", *words.split(), "--company", "7", "--format", "json"]) == 0
        return json.loads(capfd.readouterr().out)

    return asked


def by(rows: list[dict[str, Any]], *names: str) -> dict[Any, Any]:
    """The last column of the rows, by the values of the others."""
    return {tuple(row[name] for name in names[:-1]): row[names[-1]] for row in rows}


def test_query_gives_every_figure_of_the_reference(ask: Ask, reference: dict[str, Any]) -> None:
    talk, wait = reference["talk_seconds_of_answered_with_talk"], reference["wait_seconds_of_answered"]
    one = ask("calls talk_time talk_median talk_p90 asa asa_queued abandoned menu_hangups callers")
    assert one["asa"] == pytest.approx(wait["mean_over_all_answered"], abs=1e-6)
    assert one["asa_queued"] == pytest.approx(wait["mean_over_queued"], abs=1e-6)
    assert (one["calls"], one["talk_time"]) == (reference["rows"], talk["sum"])
    assert (one["talk_median"], one["talk_p90"]) == (talk["median"], talk["p90_linear"])
    assert one["abandoned"] == reference["abandoned"]["in_queue(HANG, q_time>0)"]
    assert one["menu_hangups"] == reference["abandoned"]["in_menu(HANG, q_time=0)"]
    assert one["callers"] == reference["distinct_customers_other_than_0"]

    statuses = by(ask("calls --by status"), "status", "calls")
    assert {NAMES[status]: n for (status,), n in statuses.items()} == reference["by_outcome"]
    hours = by(ask("calls --by hour"), "hour", "calls")
    assert {str(hour): n for (hour,), n in hours.items()} == reference["by_hour"]
    groups = by(ask("calls --by group"), "group", "calls")
    assert {group: n for (group,), n in groups.items()} == reference["by_type"]
    agents = by(ask("answered --by operator"), "operator", "answered")
    for agent, answered in reference["answered_by_agent_top5"].items():
        assert agents[(agent,)] == answered

    week = by(ask("calls --by day status --from 1999-01-01 --to 1999-01-08"), "day", "status", "calls")
    expected = reference["by_day_outcome_first_week"]
    assert {(day, NAMES[status]): n for (day, status), n in week.items()} == {
        (day, outcome): n for day, outcomes in expected.items() for outcome, n in outcomes.items()
    }
    local_and_utc = reference["rows_per_day_local_vs_utc_1999-01-05"]
    bounds = "calls --by day --from 1999-01-05 --to 1999-01-06"
    assert by(ask(bounds), "day", "calls") == {("1999-01-05",): local_and_utc["local"]}
    assert by(ask(f"{bounds} --zone UTC"), "day", "calls") == {("1999-01-05",): local_and_utc["utc"]}
