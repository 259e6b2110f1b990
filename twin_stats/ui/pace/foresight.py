"""What somebody is likely to ask for next is made while nobody waits for anything.

Only what was made before shows its figures at once. So while a store that lies in files beside the program
has nothing else to do, the values of a page's filters are gone through as if somebody had chosen them.
"""

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from twin_stats.ui.pace.turns import TURNS, Turns

Step = Callable[[], object]
REST_SECONDS, SLICE_SECONDS, MOST_WISHES = 0.5, 0.02, 20


@dataclass(eq=False)
class _Wish:
    steps: Iterator[Step]
    seconds: float = 0


class Foresight:
    """The steps that pages would like to have done, the latest first, so many seconds after each look."""

    def __init__(self, turns: Turns, rest: float = REST_SECONDS) -> None:
        self._turns = turns
        self._rest = rest
        self._wishes: dict[Hashable, _Wish] = {}
        self._lock = Lock()

    def wish(self, what: Hashable, steps: Iterator[Step], seconds: float) -> None:
        """These steps may be done from now on; a wish that is open goes on. The oldest are forgotten."""
        with self._lock:
            wish = self._wishes.pop(what, None) or _Wish(steps)
            wish.seconds = seconds
            self._wishes[what] = wish
            if len(self._wishes) > MOST_WISHES:
                del self._wishes[next(iter(self._wishes))]

    def is_due(self) -> bool:
        """Whether there is something to do, and nobody has looked at a page for a moment."""
        return self._latest() is not None and self._turns.rested_seconds() > self._rest

    def work(self) -> None:
        """Some steps, for a moment. One that fails ends its wish: whoever asks for it will be told."""
        if not (wish := self._latest()):
            return
        begun = monotonic()
        try:
            while monotonic() - begun < SLICE_SECONDS:
                if not (step := next(wish.steps, None)):
                    self._forget(wish)
                    break
                step()
        except Exception:  # nobody asked for it, and the server's task that works ahead must not end with it
            self._forget(wish)
        with self._lock:
            wish.seconds -= monotonic() - begun

    def _forget(self, wish: _Wish) -> None:
        with self._lock:
            self._wishes = {what: each for what, each in self._wishes.items() if each is not wish}

    def _latest(self) -> _Wish | None:
        with self._lock:
            return next((wish for wish in reversed(self._wishes.values()) if wish.seconds > 0), None)


FORESIGHT = Foresight(TURNS)
