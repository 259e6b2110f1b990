"""Pages are drawn one after another, in the order in which they were asked for.

Python runs one thread at a time. Where fifty visitors' pages are drawn at once, all of them are done when the
last one is; one after another, most are done at once, and what several ask for is made by the first of them.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition, get_ident
from time import monotonic

PATIENCE_SECONDS = 0.3


class Turns:
    """A line of those who want to draw; the first of them has the turn.

    Who does nothing for so long that the next one loses patience goes on without the turn: a store that is
    slow for one keeps each of the others waiting no longer than that.
    """

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._line: deque[object] = deque()
        self._changed = Condition()
        self._holder, self._busy = 0, 0
        self._seen = self._ended = monotonic()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn, and give it to the next one at the end."""
        mine = object()
        with self.busy():
            with self._changed:
                self._line.append(mine)
                self._wait(mine)
                self._holder, self._seen = get_ident(), monotonic()
            try:
                yield
            finally:
                with self._changed:
                    if mine in self._line:
                        self._leave(mine)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """Somebody waits for what is done here, in turn or not."""
        with self._changed:
            self._busy += 1
        try:
            yield
        finally:
            with self._changed:
                self._busy -= 1
                self._ended = monotonic()

    def goes_on(self) -> None:
        """Something was done just now: if it is by who has the turn, whoever waits is patient again."""
        if get_ident() == self._holder:
            self._seen = monotonic()

    def rested_seconds(self) -> float:
        """How long nobody has waited for anything."""
        with self._changed:
            return 0.0 if self._busy else monotonic() - self._ended

    def _wait(self, mine: object) -> None:
        """Only the next one looks at the clock."""
        while mine in self._line and self._line[0] is not mine:
            left = self._patience - (monotonic() - self._seen)
            if self._line[1] is not mine:
                self._changed.wait()
            elif left > 0:
                self._changed.wait(left)
            else:
                self._leave(self._line[0])

    def _leave(self, who: object) -> None:
        """The next one has all the patience of the others from now on."""
        self._line.remove(who)
        self._seen = monotonic()
        self._changed.notify_all()


TURNS = Turns()
