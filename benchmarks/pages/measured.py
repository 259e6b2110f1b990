"""Each page's statements, answered alike in every way, then timed in turn."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import pandas as pd

from benchmarks.answers import WrongAnswer
from benchmarks.home import Home, stores
from benchmarks.pages.asked import PAGES, Asked, asked
from benchmarks.pages.ways import Engine, Ours, Sqlite
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.sources import newest
from twin_stats.source.companies import as_of
from twin_stats.source.time import days

COMPANY, ZONE, LAST = 1001, ZoneInfo("Europe/Berlin"), date(2026, 3, 8)
MESSAGES_AT_SCALE_1 = 1_000_000


@dataclass(frozen=True)
class Taken:
    """Seconds by the clock and of all processors: medians over the rounds, of a page in one way."""

    clock: float
    processor: float


@dataclass(frozen=True)
class PageResult:
    """What a page's statements took in each way."""

    page: str
    statements: int
    ways: dict[str, Taken]
    slowest: tuple[tuple[str, float], ...]


def home(folder: Path, messages: int, days_kept: int = 400) -> Home:
    """A demo company of so many days with about so many chat messages; made if it is not there yet."""
    place = folder / f"pages-{messages}"
    made = place / "made"
    if not made.exists():
        scale = messages / MESSAGES_AT_SCALE_1 * 400 / days_kept
        words = ["--days", str(days_kept), "--until", f"{LAST}", "--scale", str(scale)]
        environment = os.environ | {"TWIN_STATS_HOME": str(place)}
        command = [sys.executable, "-m", "twin_stats", "demo", *words]
        subprocess.run(command, env=environment, check=True)
        made.touch()
    return Home(place, messages, stores(place))


def filters(place: Home, days_shown: int) -> Filters:
    """The company's last so many days."""
    period = days(LAST - timedelta(days=days_shown - 1), LAST, ZONE)
    chosen = replace(Filters(COMPANY, ZONE, period), as_of=as_of(place.stores))
    return replace(chosen, newest=newest(place.stores.frame, chosen))


def measured(place: Home, days_shown: int, rounds: int) -> Iterator[PageResult]:
    """The result of each page; WrongAnswer where two ways disagree."""
    chosen = filters(place, days_shown)
    for page in PAGES:
        questions = asked(page, chosen)
        ways = (Ours(place), Engine(place, questions), Sqlite(place, questions))
        slow = _checked(ways, questions)
        yield _timed(page, questions, ways[:2], (rounds, slow))


def _checked(ways: tuple[Any, ...], questions: tuple[Asked, ...]) -> Taken:
    """All answers compared; what SQLite took while that was done, for it is too slow for rounds."""
    ours, engine, sqlite = ways
    clock = processor = 0.0
    for question in questions:
        mine = ours.ask(question)
        _same(question, mine, engine.ask(question).to_pandas(date_as_object=False), engine.name)
        begun, spent = perf_counter(), process_time()
        other = sqlite.ask(question)
        clock, processor = clock + perf_counter() - begun, processor + process_time() - spent
        _same(question, mine, other, sqlite.name)
    return Taken(clock, processor)


def _timed(
    page: str, questions: tuple[Asked, ...], ways: tuple[Any, ...], given: tuple[int, Taken]
) -> PageResult:
    rounds, slow = given
    spent: dict[str, list[Taken]] = {way.name: [] for way in ways}
    single: dict[str, list[float]] = {question.name: [] for question in questions}
    for number in range(rounds):
        sums = {way.name: [0.0, 0.0] for way in ways}
        for question in questions:
            for way in ways[:: 1 if number % 2 else -1]:
                begun, used = perf_counter(), process_time()
                way.ask(question)
                took = perf_counter() - begun
                sums[way.name][0] += took
                sums[way.name][1] += process_time() - used
                if way is ways[0]:
                    single[question.name].append(took)
        for name, both in sums.items():
            spent[name].append(Taken(*both))
    known = {name: Taken(*_medians(each)) for name, each in spent.items()}
    slowest = sorted(((name, median(times)) for name, times in single.items()), key=lambda pair: -pair[1])
    return PageResult(page, len(questions), known | {Sqlite.name: slow}, tuple(slowest[:4]))


def _medians(each: list[Taken]) -> tuple[float, float]:
    return median(one.clock for one in each), median(one.processor for one in each)


def _same(question: Asked, ours: pd.DataFrame, other: pd.DataFrame, name: str) -> None:
    left, right = _comparable(ours), _comparable(other[list(ours)])
    if len(left) != len(right) or not all(_equal(left[column], right[column]) for column in left):
        raise WrongAnswer(f"{question.name}: {name} answers\n{other}\nours is\n{ours}")


def _comparable(frame: pd.DataFrame) -> pd.DataFrame:
    """Times and days as numbers, in an order that does not depend on the engine."""
    plain = frame.copy(deep=False)
    for column in frame:
        if pd.api.types.is_datetime64_any_dtype(frame[column]):
            days_only = column in ("day", "week", "month")
            whole = frame[column].astype("datetime64[us]").astype("int64")
            plain[column] = whole // 86_400_000_000 if days_only else whole
    keys = [column for column in plain if not pd.api.types.is_float_dtype(plain[column])]
    texts = plain[keys].astype(object).where(plain[keys].notna(), "").astype(str) if keys else plain
    return plain.loc[texts.sort_values([*texts]).index].reset_index(drop=True)


def _equal(left: "pd.Series[Any]", right: "pd.Series[Any]") -> bool:
    try:
        mine, others = left.astype(float).to_numpy(), right.astype(float).to_numpy()
    except (TypeError, ValueError):
        return list(left.fillna("")) == list(right.fillna(""))
    # Money is rounded to a millionth where it is no sum.
    return np.allclose(mine, others, rtol=1e-9, atol=1e-6, equal_nan=True)
