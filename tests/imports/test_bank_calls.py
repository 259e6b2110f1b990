"""The real log of a bank's call centre: the figures that somebody else computed, met exactly."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.imports.trial import Trial

pytestmark = pytest.mark.needs("real-data")


@pytest.fixture(scope="module")
def imported(
    real_data: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[dict[str, Any], list[Any], Any]:
    """The report, the calls (status, talk, wait, client, operator, group, started, ended), the reference."""
    trial = Trial(tmp_path_factory.mktemp("bank") / "home")
    report = trial.load(real_data / "bank_calls" / "1999-01.tsv.gz", mapping="bank_calls")
    columns = (
        "status",
        "talk_seconds",
        "wait_seconds",
        "client",
        "operator",
        "group",
        "started_at",
        "ended_at",
    )
    reference = json.loads((real_data / "bank_calls" / "reference.json").read_text())
    return report.flat(), trial.rows("calls", *columns), reference


def test_every_row_is_accepted_and_the_mapping_s_counts_stand_in_the_report(imported: Any) -> None:
    report, rows, reference = imported
    assert (report["accepted"], report["rejected"], len(rows)) == (reference["rows"], 0, reference["rows"])
    assert report["days_with_rows"] == reference["days_with_rows"]
    assert report["negative_vru_time"] == reference["negative_vru_time_rows"]
    assert report["times_in_missing_hour"] == report["times_in_doubled_hour"] == 0


def test_statuses_groups_callers_and_operators_are_those_of_the_reference(imported: Any) -> None:
    _, rows, reference = imported
    names = {"ANSWERED": "AGENT", "NOANSWER": "HANG", "FAILED": "PHANTOM"}
    assert Counter(names[row[0]] for row in rows) == reference["by_outcome"]
    assert Counter(row[5] for row in rows) == reference["by_type"]
    assert len({row[3] for row in rows if row[3]}) == reference["distinct_customers_other_than_0"]
    answered = Counter(row[4] for row in rows if row[0] == "ANSWERED")
    assert {agent: answered[agent] for agent in reference["answered_by_agent_top5"]} == reference[
        "answered_by_agent_top5"
    ]
    assert "NO_SERVER" not in {row[4] for row in rows}


def test_talk_and_wait_are_those_of_the_reference(imported: Any) -> None:
    _, rows, reference = imported
    talk = np.array([row[1] for row in rows if row[0] == "ANSWERED" and row[1] > 0])
    expected = reference["talk_seconds_of_answered_with_talk"]
    assert (len(talk), talk.sum(), talk.max()) == (expected["n"], expected["sum"], expected["max"])
    assert (np.median(talk), np.quantile(talk, 0.9)) == (expected["median"], expected["p90_linear"])
    waits = np.array([row[2] for row in rows if row[0] == "ANSWERED"])
    assert waits.mean().round(6) == reference["wait_seconds_of_answered"]["mean_over_all_answered"]
    left = [row[2] for row in rows if row[0] == "NOANSWER"]
    assert [sum(wait > 0 for wait in left), sum(wait == 0 for wait in left)] == [
        *reference["abandoned"].values()
    ]


def test_hours_are_those_of_the_wall_clock_and_no_call_ends_before_it_starts(imported: Any) -> None:
    _, rows, reference = imported
    # Israel was at +02:00 all through January 1999.
    hours = Counter(str((int(row[6][11:13]) + 2) % 24) for row in rows)
    assert hours == reference["by_hour"]
    assert all(row[6] <= row[7] for row in rows)


HEAD = (
    "vru+line\tcall_id\tcustomer_id\tpriority\ttype\tdate\tvru_entry\tvru_exit\tvru_time\tq_start\tq_exit\tq_time"
    "\toutcome\tser_start\tser_exit\tser_time\tserver\n"
)


def test_calls_across_midnight_and_names_that_the_source_spoilt(trial: Trial) -> None:
    rows = [
        "AA0101\t1\t0\t0\tPS\t990131\t23:59:50\t0:00:05\t15\t0:00:05\t0:00:25\t20\tAGENT\t0:00:25\t0:02:25\t120\tNO_SERVERAMA",
        "AA0101\t2\t5\t0\tPS\t990131\t23:59:50\t23:59:48\t-2\t0:00:00\t0:00:00\t0\tHANG\t0:00:00\t0:00:00\t0\tNO_SERVER",
        "AA0102\t1\t5\t0\tPS\t990131\t10:00:00\t10:00:07\t7\t10:00:07\t10:01:00\t53\tPHANTOM\t0:00:00\t0:00:00\t0\tANO_SERVERT",
    ]
    trial.load(trial.file("1999-02.tsv", HEAD + "\n".join(rows)), mapping="bank_calls")
    found = trial.rows("calls", "id", "started_at", "answered_at", "ended_at", "operator", "client")
    assert found == [
        ("AA0101-1", "1999-01-31 21:59:50", "1999-01-31 22:00:25", "1999-01-31 22:02:25", "NAAMA", None),
        ("AA0101-2", "1999-01-31 21:59:50", None, "1999-01-31 21:59:50", None, "5"),
        ("AA0102-1", "1999-01-31 08:00:00", None, "1999-01-31 08:01:00", "ANAT", "5"),
    ]
