"""Interleaved rounds: every way answers each question in turn, in an order that changes by round."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter, process_time
from typing import Any

from benchmarks.answers import check_equal
from benchmarks.questions import Question
from benchmarks.rivals.rival import Rival

BEGIN = "before the questions"


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock, and seconds of all processors together."""

    clock: float
    processor: float


@dataclass
class Times:
    """What each way spent on each question, round by round."""

    spent: dict[str, dict[str, list[Spent]]] = field(default_factory=dict)

    def run(self, question: str, rival: str, work: Callable[..., Any], *arguments: object) -> Any:
        """Do the work, and note what it took."""
        clock, processor = perf_counter(), process_time()
        result = work(*arguments)
        took = Spent(perf_counter() - clock, process_time() - processor)
        self.spent.setdefault(question, {}).setdefault(rival, []).append(took)
        return result

    def rounds(self, rival: str) -> int:
        """How often a way was asked."""
        return len(self.spent[BEGIN][rival])

    def of(self, kind: str) -> dict[str, dict[str, float]]:
        """The medians of one kind of seconds, by question and way."""
        return {
            question: {name: median(getattr(one, kind) for one in rounds) for name, rounds in ways.items()}
            for question, ways in self.spent.items()
        }

    def page(self, kind: str) -> dict[str, float]:
        """The median of whole rounds, by way."""
        sums: dict[str, list[float]] = {}
        for ways in self.spent.values():
            for name, rounds in ways.items():
                before = sums.get(name, [0.0] * len(rounds))
                sums[name] = [sum_ + getattr(one, kind) for sum_, one in zip(before, rounds, strict=True)]
        return {name: median(each) for name, each in sums.items()}


def check(rivals: Sequence[Rival], questions: Sequence[Question]) -> Times:
    """All ways give the answers of the first one, or WrongAnswer is raised; warms everything up too."""
    times = Times()
    ours, *others = rivals
    for rival in rivals:
        times.run(BEGIN, rival.name, rival.begin)
    for question in questions:
        expected = ours.read(question, times.run(question.name, ours.name, ours.ask, question))
        for other in others:
            answer = times.run(question.name, other.name, other.ask, question)
            check_equal(question.name, expected, other.read(question, answer), other.name)
    return times


def timed(rivals: Sequence[Rival], questions: Sequence[Question], rounds: Mapping[str, int]) -> Times:
    """So many rounds of each way."""
    times = Times()
    for number in range(max(rounds.values())):
        turn = number % len(rivals)
        running = [rival for rival in (*rivals[turn:], *rivals[:turn]) if number < rounds[rival.name]]
        for rival in running:
            times.run(BEGIN, rival.name, rival.begin)
        for question in questions:
            for rival in running:
                times.run(question.name, rival.name, rival.ask, question)
    return times


def with_single(times: Times, checked: Times, name: str) -> Times:
    """The times, and of one way that is too slow for rounds what it spent while it was checked."""
    whole = {question: dict(ways) for question, ways in times.spent.items()}
    for question, ways in checked.spent.items():
        whole[question][name] = ways[name]
    return Times(whole)
