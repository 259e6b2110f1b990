"""The benchmarks' ways agree on 2,000 calls, so that what is timed is the same everywhere."""

from pathlib import Path

import pandas as pd
import pytest

from benchmarks.answers import WrongAnswer, check_equal
from benchmarks.home import home, last_days
from benchmarks.pages import measured as pages
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


def test_the_pages_statements_mean_the_same_on_the_bare_engine_and_on_sqlite(tmp_path: Path) -> None:
    place = pages.home(tmp_path, 20_000, days_kept=40)
    found = list(pages.measured(place, 30, 1))
    place.stores.close()
    assert {result.page for result in found} >= {"chats", "notifications", "telephony"}
    assert all(set(result.ways) == {"ours", "engine, our SQL", "SQLite"} for result in found)


def test_a_different_answer_is_seen() -> None:
    ours = pd.DataFrame({"status": ["BUSY", None], "calls": [2, 1]})
    check_equal("calls", ours, pd.DataFrame({"calls": [1.0, 2.0], "status": [None, "BUSY"]}), "the same")
    for wrong in (ours.iloc[1:], ours.assign(calls=ours["calls"] + 1), ours[[]]):
        with pytest.raises(WrongAnswer):
            check_equal("calls", ours, wrong, "another")
