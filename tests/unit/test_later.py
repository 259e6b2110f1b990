"""What is asked for beside a page is shown as it comes, few at a time, and not at all once nobody waits."""

from collections.abc import Callable
from functools import partial
from threading import Event, Lock
from time import sleep
from typing import Any

import pytest

from twin_stats.ui.pace import standing
from twin_stats.ui.pace.later import Later, asked, shown


class Left(BaseException):
    """The visitor has asked for something else."""


@pytest.fixture(autouse=True)
def visitor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A visitor of whom two things may be asked for at a time."""
    monkeypatch.setattr(standing.st, "session_state", {})
    standing.begin("chats", 1, 2)


def test_what_comes_first_is_shown_first_and_what_goes_wrong_is_told_where_it_belongs() -> None:
    quick_is_shown, shown = Event(), list[Any]()

    def slow() -> str:
        assert quick_is_shown.wait(30)
        return "slow"

    def wrong() -> str:
        raise ValueError("wrong")

    def show(answer: Callable[[], str]) -> None:
        try:
            shown.append(answer())
        except ValueError as error:
            shown.append(error)
        quick_is_shown.set()

    with asked([Later(ask, show) for ask in (slow, lambda: "quick", wrong)], 2) as show_all:
        show_all()
    assert shown[0] == "quick" and set(map(str, shown)) == {"quick", "wrong", "slow"}


def test_no_more_than_a_few_are_asked_for_at_a_time_also_beside_a_run_that_was_interrupted() -> None:
    lock, now, most = Lock(), set[int](), list[int]()

    def ask(number: int) -> None:
        with lock:
            now.add(number)
            most.append(len(now))
        sleep(0.01)
        with lock:
            now.discard(number)

    def later(number: int) -> Later:
        return Later(lambda: ask(number), lambda answer: answer())

    before, after = ([later(number) for number in numbers] for numbers in (range(4), range(4, 12)))
    with asked(before, 2), asked(after, 2) as show_all:
        show_all()
    assert 1 <= max(most) <= 2


def test_a_run_that_is_interrupted_asks_for_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    goes_on, begun, asks = Event(), Event(), list[int]()

    def ask(number: int) -> None:
        asks.append(number)
        begun.set()
        assert goes_on.wait(30)

    def leave() -> None:
        assert begun.wait(30)
        raise Left

    monkeypatch.setattr(standing, "go_on", leave)
    waiting = [Later(partial(ask, number), lambda answer: answer()) for number in range(9)]
    with pytest.raises(Left), asked(waiting, 2) as show_all:
        show_all()
    goes_on.set()
    sleep(0.1)
    assert len(asks) <= 2


def test_what_is_known_is_shown_before_anything_is_asked_for() -> None:
    seen = list[str]()
    known, other = (
        Later(lambda: "answer", lambda answer: seen.append(answer()), is_known=is_known)
        for is_known in (True, False)
    )
    assert shown([other, known]) == [other] and seen == ["answer"]


def test_nothing_that_is_waited_for_takes_no_thread() -> None:
    with asked([], 2) as show_all:
        show_all()
