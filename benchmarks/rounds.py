"""Interleaved rounds: every way answers each question in turn, in an order that changes by round."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.answers import check_equal
from benchmarks.questions import Question
from benchmarks.rivals.rival import Rival

BEGIN = "before the questions"


@dataclass(frozen=True)
class Times:
    """Median seconds of each way for each question, and of its rounds as a whole."""

    questions: Mapping[str, Mapping[str, float]]
    page: Mapping[str, float]


def check(rivals: Sequence[Rival], questions: Sequence[Question]) -> None:
    """All ways give the answers of the first one, or WrongAnswer is raised; warms everything up too."""
    ours, *others = rivals
    for rival in rivals:
        rival.begin()
    for question in questions:
        expected = ours.read(question, ours.ask(question))
        for other in others:
            check_equal(question.name, expected, other.read(question, other.ask(question)), other.name)


def timed(rivals: Sequence[Rival], questions: Sequence[Question], rounds: Mapping[str, int]) -> Times:
    """Medians over so many rounds of each way."""
    seen: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(max(rounds.values())):
        turn = number % len(rivals)
        running = [rival for rival in (*rivals[turn:], *rivals[:turn]) if number < rounds[rival.name]]
        for rival in running:
            seen[BEGIN][rival.name].append(_seconds(rival.begin))
        for question in questions:
            for rival in running:
                seen[question.name][rival.name].append(_seconds(rival.ask, question))
    names = [rival.name for rival in rivals]
    pages = {
        name: [sum(times) for times in zip(*(seen[each][name] for each in seen), strict=True)]
        for name in names
    }
    return Times(
        {each: {name: median(seen[each][name]) for name in names} for each in seen},
        {name: median(pages[name]) for name in names},
    )


def _seconds(run: Callable[..., Any], *arguments: object) -> float:
    begin = perf_counter()
    run(*arguments)
    return perf_counter() - begin
