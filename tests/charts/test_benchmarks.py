"""The benchmarks' ways agree on 2,000 calls, so that what is timed is the same everywhere."""

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.answers import WrongAnswer, check_equal
from benchmarks.home import home, last_days
from benchmarks.queries import known, ways
from benchmarks.rivals.frames import loaded
from benchmarks.rounds import check


def test_all_ways_give_equal_answers(tmp_path: Path) -> None:
    place, questions = home(tmp_path, 2000), known()[0]
    rivals = ways(place, loaded(place), last_days(400), questions)
    check(rivals, questions)
    for rival in rivals:
        rival.close()
    assert len(questions) >= 25


def test_a_different_answer_is_seen() -> None:
    ours = pd.DataFrame({"status": ["BUSY", None], "calls": [2, 1]})
    check_equal("calls", ours, pd.DataFrame({"calls": [1.0, 2.0], "status": [None, "BUSY"]}), "the same")
    for wrong in (ours.iloc[1:], ours.assign(calls=ours["calls"] + 1), ours[[]]):
        with pytest.raises(WrongAnswer):
            check_equal("calls", ours, wrong, "another")
