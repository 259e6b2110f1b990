"""What several charts work out of the same rows, worked out once."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Any, ParamSpec, TypeVar

import pandas as pd
from cachetools import LRUCache, cached

More = ParamSpec("More")
Found = TypeVar("Found")
MOST = 8


@dataclass(frozen=True, eq=False)
class _Same:
    """A frame as itself, whatever another one holds; kept, so that no other can take its place."""

    frame: pd.DataFrame

    def __hash__(self) -> int:
        return id(self.frame)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.frame is self.frame


def once(work: Callable[..., Found]) -> Callable[..., Found]:
    """The same, its last MOST results kept by frame and what else it is given; who asks meanwhile waits.

    Charts of one question get the very same frame, which nobody changes, and nobody may change what is found.
    """

    def key(frame: pd.DataFrame, *more: Any) -> tuple[Any, ...]:
        return (_Same(frame), *more)

    kept: LRUCache[tuple[Any, ...], Found] = LRUCache(maxsize=MOST)
    return cached(kept, key=key, condition=Condition())(work)
