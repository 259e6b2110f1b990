"""Who came first draws first, nobody beside another; who only waits keeps nobody waiting."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep
from typing import Any

import pytest

from twin_stats.ui.pace.turns import Turns

FOR_EVER, SHORT = 600.0, 0.05


def until(is_so: Callable[[], bool]) -> None:
    """Wait for what another thread does; fails after half a minute."""
    end = monotonic() + 30
    while not is_so():
        assert monotonic() < end
        sleep(0.001)


def in_line(threads: ThreadPoolExecutor, turns: Turns, drawn: list[str], name: str) -> Future[Any]:
    """Somebody who comes, draws and goes; returns once they stand in the line or have drawn."""
    there = len(turns._line)

    def draw() -> None:
        with turns.turn():
            drawn.append(f"{name} begins")
            sleep(0.002)
            drawn.append(f"{name} ends")

    done = threads.submit(draw)
    until(lambda: len(turns._line) > there or done.done())
    return done


def test_the_turn_goes_from_one_to_the_next_in_the_order_in_which_they_came() -> None:
    turns, drawn = Turns(FOR_EVER), list[str]()
    with ThreadPoolExecutor(30) as threads:
        with turns.turn():
            others = [in_line(threads, turns, drawn, str(number)) for number in range(30)]
            assert drawn == []
        for other in others:
            other.result(30)
    assert drawn == [f"{number} {what}" for number in range(30) for what in ("begins", "ends")]


def test_who_does_nothing_loses_the_turn_and_nothing_else() -> None:
    turns, drawn, answered = Turns(SHORT), list[str](), Event()

    def slow() -> None:
        with turns.turn():
            assert answered.wait(30)
            drawn.append("slow")

    with ThreadPoolExecutor(4) as threads:
        waits = threads.submit(slow)
        until(lambda: len(turns._line) == 1)
        for name in ("one", "two"):
            in_line(threads, turns, drawn, name).result(30)
        assert drawn == ["one begins", "one ends", "two begins", "two ends"]
        answered.set()
        waits.result(30)
        in_line(threads, turns, drawn, "three").result(30)
    assert drawn[4:] == ["slow", "three begins", "three ends"]


def test_who_works_keeps_the_turn_however_long_and_only_by_its_own_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [0.0]
    monkeypatch.setattr("twin_stats.ui.pace.turns.monotonic", lambda: now[0])
    turns, drawn = Turns(SHORT), list[str]()
    with ThreadPoolExecutor(2) as threads, turns.turn():
        other = in_line(threads, turns, drawn, "other")
        for _ in range(5):
            now[0] += 0.8 * SHORT
            turns.goes_on()
            sleep(2 * SHORT)
            assert drawn == []
        now[0] += 0.8 * SHORT
        threads.submit(turns.goes_on).result(30)
        now[0] += 0.8 * SHORT
        other.result(30)
    assert drawn == ["other begins", "other ends"]


def test_many_lose_the_turn_and_all_go_on() -> None:
    turns, drawn = Turns(0.001), list[int]()

    def slow(number: int) -> None:
        with turns.turn():
            sleep(0.001 * (number % 5))
            drawn.append(number)

    with ThreadPoolExecutor(40) as threads:
        for done in [threads.submit(slow, number) for number in range(400)]:
            done.result(60)
    assert sorted(drawn) == list(range(400))
    assert not turns._line and turns.rested_seconds() >= 0


def test_an_error_gives_the_turn_to_the_next() -> None:
    turns, drawn = Turns(FOR_EVER), list[str]()
    with ThreadPoolExecutor(1) as threads:

        def breaks() -> Future[Any]:
            with turns.turn():
                in_line(threads, turns, drawn, "other")
                raise ValueError("broken")

        with pytest.raises(ValueError, match="broken"):
            breaks()
        until(lambda: drawn == ["other begins", "other ends"])
