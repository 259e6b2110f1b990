"""What may be asked for next is made while everybody is content: the latest wish first, never for long."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import count

import anyio
import pytest

from twin_stats.ui import server
from twin_stats.ui.pace import foresight
from twin_stats.ui.pace.foresight import MOST_WISHES, SLICE_SECONDS, Foresight, Step
from twin_stats.ui.pace.turns import Turns


@pytest.fixture(name="done")
def fixture_done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What has been done; a clock that goes on by half a slice with each look makes each work one step."""
    monkeypatch.setattr(foresight, "monotonic", count(0, 0.51 * SLICE_SECONDS).__next__)
    return []


def steps(done: list[str], *names: str) -> Iterator[Step]:
    """Steps that say that they are done."""
    for name in names:
        yield partial(done.append, name)


def work(ahead: Foresight) -> None:
    """Work as long as there is something to do."""
    for _ in range(100):
        if ahead.is_due():
            ahead.work()


def test_the_latest_wish_is_worked_on_first_and_anew_after_its_end(done: list[str]) -> None:
    ahead = Foresight(Turns(), rest=0)
    ahead.wish("page", steps(done, "a", "b"), 90)
    ahead.wish("other", steps(done, "c", "d"), 90)
    work(ahead)
    assert done == ["c", "d", "a", "b"] and not ahead.is_due()
    ahead.wish("page", steps(done, "again"), 90)
    work(ahead)
    assert done[4:] == ["again"]


def test_nothing_is_done_while_somebody_draws_or_has_just_drawn(done: list[str]) -> None:
    turns = Turns()
    ahead, eager = Foresight(turns, rest=60), Foresight(turns, rest=0)
    for each in (ahead, eager):
        each.wish("page", steps(done, "a"), 90)
    for something in (turns.turn, turns.busy):
        with something():
            assert not ahead.is_due() and not eager.is_due()
    assert eager.is_due() and not ahead.is_due()


def test_a_wish_rests_when_its_seconds_are_over_and_goes_on_with_the_next_look(done: list[str]) -> None:
    ahead = Foresight(Turns(), rest=0)
    ahead.wish("never", steps(done, "x"), 0)
    assert not ahead.is_due()
    ahead.wish("page", steps(done, *"abcdefgh"), 4 * SLICE_SECONDS)
    work(ahead)
    assert done == ["a", "b", "c"] and not ahead.is_due()
    ahead.wish("page", steps(done, *"abcdefgh"), 4 * SLICE_SECONDS)
    work(ahead)
    assert done == list("abcdef") and not ahead.is_due()


def test_a_step_that_fails_ends_the_work_on_its_wish_and_no_other(done: list[str]) -> None:

    def broken() -> Iterator[Step]:
        yield lambda: done.append("begun")
        yield lambda: 1 / 0
        yield lambda: done.append("never")

    ahead = Foresight(Turns(), rest=0)
    ahead.wish("page", steps(done, "a"), 90)
    ahead.wish("other", broken(), 90)
    work(ahead)
    assert done == ["begun", "a"]


def test_the_oldest_wishes_are_forgotten(done: list[str]) -> None:
    ahead = Foresight(Turns(), rest=0)
    for number in range(MOST_WISHES + 5):
        ahead.wish(number, steps(done, str(number)), 90)
    work(ahead)
    assert done == [str(number) for number in range(MOST_WISHES + 4, 4, -1)]


@pytest.mark.usefixtures("done")
def test_the_server_works_ahead_while_it_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    ahead, done = Foresight(Turns(), rest=0), list[str]()
    monkeypatch.setattr(server, "FORESIGHT", ahead)
    monkeypatch.setattr(server, "_warm", lambda: None)
    monkeypatch.setattr(server, "_bill", lambda: None)
    monkeypatch.setattr(server.gc, "freeze", lambda: None)
    ahead.wish("page", steps(done, "a", "b", "c"), 90)

    async def alive() -> None:
        async with server.lifespan(None):
            for _ in range(300):
                await anyio.sleep(0.1 if ahead.is_due() else 0)

    with ThreadPoolExecutor(1) as apart:  # where a browser has been tested, a loop is still running
        apart.submit(lambda: anyio.run(alive)).result(60)
    assert done == ["a", "b", "c"]
