"""What charts share is worked out once for the same rows, and anew for any others."""

from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pandas as pd

from twin_stats.analytics.presence.once import MOST, once

asked: list[int] = []


@once
def total(frame: pd.DataFrame, more: int) -> int:
    asked.append(more)
    sleep(0.05)
    return int(frame["value"].sum()) + more


def test_the_same_rows_are_worked_out_once_however_many_ask_together() -> None:
    asked.clear()
    one, other = (pd.DataFrame({"value": [1, 2, 3]}) for _ in range(2))
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(lambda more: total(one, more), [0, 0, 10, 0])) == [6, 6, 16, 6]
    assert sorted(asked) == [0, 10]
    assert total(other, 0) == 6 and sorted(asked) == [0, 0, 10]  # equal rows, but not the same ones


def test_only_the_last_results_are_kept() -> None:
    asked.clear()
    frames = [pd.DataFrame({"value": [number]}) for number in range(MOST + 1)]
    assert [total(frame, 0) for frame in frames] == list(range(MOST + 1))
    assert total(frames[-1], 0) == MOST and len(asked) == MOST + 1
    assert total(frames[0], 0) == 0 and len(asked) == MOST + 2
