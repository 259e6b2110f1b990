"""Pages are drawn one after another, in the order in which they were asked for.

Python runs one thread at a time. Where fifty visitors' pages are drawn at once, all of them are done when the
last one is; one after another, most are done at once, and what several ask for is made by the first of them.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition
from time import monotonic

PATIENCE_SECONDS = 0.15


class Turns:
    """A line of those who want to draw; the first of them has the turn.

    Who does nothing for so long that the next one loses patience goes on without the turn: a store that is
    slow for one keeps nobody else waiting.
    """

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._line: deque[object] = deque()
        self._changed = Condition()
        self._seen = self._ended = monotonic()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn, and give it to the next one at the end."""
        mine = object()
        with self._changed:
            self._line.append(mine)
            self._wait(mine)
            self.goes_on()
        try:
            yield
        finally:
            with self._changed:
                if mine in self._line:
                    self._line.remove(mine)
                self._ended = monotonic()
                self._changed.notify_all()

    def goes_on(self) -> None:
        """Something was done just now: whoever waits is patient again."""
        self._seen = monotonic()

    def rested_seconds(self) -> float:
        """How long nobody has drawn and nobody has waited for it."""
        with self._changed:
            return 0.0 if self._line else monotonic() - self._ended

    def _wait(self, mine: object) -> None:
        """Only the next one looks at the clock."""
        while self._line[0] is not mine:
            left = self._patience - (monotonic() - self._seen)
            if self._line[1] is not mine:
                self._changed.wait()
            elif left > 0:
                self._changed.wait(left)
            else:
                self._line.popleft()
                self._changed.notify_all()


TURNS = Turns()
