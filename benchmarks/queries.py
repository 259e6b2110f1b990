"""The page's questions, answered in every way and timed, for one number of calls."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from benchmarks.home import PERIODS, Home, home, last_days
from benchmarks.questions import Question, page
from benchmarks.rivals.by_hand import PEAKS, QUESTIONS
from benchmarks.rivals.events import Ours, OurSql, SqlByHand
from benchmarks.rivals.frames import Frames, loaded
from benchmarks.rivals.rival import Rival
from benchmarks.rivals.sqlite import Sqlite
from benchmarks.rounds import Times, check, timed, with_single
from twin_stats.analytics.filters import Filters

PATIENT_ROWS = 5_000_000  # from here on SQLite takes minutes, and is timed while it is checked


@dataclass(frozen=True)
class Result:
    """How long each way took for so many calls and one period."""

    rows: int
    period: str
    times: Times


def known() -> tuple[tuple[Question, ...], tuple[str, ...]]:
    """The questions that have an answer by hand, and the names of the page's other ones."""
    asked = page()
    there = {*QUESTIONS, *PEAKS}
    return (
        tuple(each for each in asked if each.name in there),
        tuple(each.name for each in asked if each.name not in there),
    )


def measured(folder: Path, rows: int, rounds: int) -> Iterator[Result]:
    """The result of each period; WrongAnswer where ways disagree."""
    place, questions = home(folder, rows), known()[0]
    whole = loaded(place)
    for name, days in PERIODS.items():
        with ExitStack() as stack:
            rivals = ways(place, whole, last_days(days), questions)
            for rival in rivals[1:]:
                stack.callback(rival.close)
            checked = check(rivals, questions)
            number = {rival.name: rounds for rival in rivals}
            if rows < PATIENT_ROWS:
                yield Result(rows, name, timed(rivals, questions, number))
            else:
                times = timed(rivals, questions, number | {Sqlite.name: 0})
                yield Result(rows, name, with_single(times, checked, Sqlite.name))
    place.stores.close()


def ways(
    place: Home, whole: pd.DataFrame, filters: Filters, questions: tuple[Question, ...]
) -> tuple[Rival, ...]:
    """Ours first, then all the others."""
    return (
        Ours(place, filters),
        OurSql(place, filters, questions),
        SqlByHand(place, filters),
        Sqlite(place, filters),
        Frames(whole, filters),
    )
