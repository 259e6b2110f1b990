"""What of a page is not known yet: asked for beside the page, and shown as it comes.

Streamlit's parallel fragments do the same, but each drawing then belongs to its fragment, and the browser
builds it anew where it is drawn in line the next time; and a fragment for each chart that is known is a sixth
of what the server does for a page.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Semaphore
from typing import Any

from twin_stats.ui.pace import standing
from twin_stats.ui.pace.turns import TURNS

LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Later:
    """`ask` takes its time, in a thread of its own, and draws nothing; `show` is given what tells the answer,
    or raises what went wrong. What is known takes no time."""

    ask: Callable[[], Any]
    show: Callable[[Callable[[], Any]], None]
    is_known: bool = False


def shown(waiting: Sequence[Later]) -> list[Later]:
    """Show what is known, and return the rest."""
    for each in waiting:
        if each.is_known:
            each.show(each.ask)
    return [each for each in waiting if not each.is_known]


@contextmanager
def asked(waiting: Sequence[Later], at_once: int) -> Iterator[Callable[[], None]]:
    """Everything is asked for from now on, so many at a time; what is given shows all of it as it comes.

    A run that is interrupted meanwhile asks for nothing more.
    """
    if not waiting:
        yield lambda: None
        return
    pool = ThreadPoolExecutor(at_once, thread_name_prefix="later")
    few = standing.asking()
    try:
        asks = {pool.submit(partial(_one, each.ask, few)): each for each in waiting}
        with TURNS.busy():
            yield partial(_show, asks)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _one(ask: Callable[[], Any], few: Semaphore) -> Any:
    with few:
        return ask()


def _show(asks: Mapping["Future[Any]", Later]) -> None:
    left = set(asks)
    while left:
        done, left = wait(left, LOOK_SECONDS, FIRST_COMPLETED)
        standing.go_on()
        for one in (each for each in asks if each in done):
            asks[one].show(one.result)
