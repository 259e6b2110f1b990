"""`python -m benchmarks.exports.process PLACE FORM FILE`: every call of a home as a file, for its memory."""

import json
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

import psutil

from benchmarks.home import last_days, stores
from benchmarks.synthetic import DAYS
from twin_stats.analytics import calls
from twin_stats.analytics.drill import find
from twin_stats.exports import rows
from twin_stats.exports.listing import Listing
from twin_stats.source.stores import Stores

MOMENT = 0.02


def exported(place: Path, form: str, file: Path) -> dict[str, float]:
    """Seconds, rows, bytes, how much more memory was taken at most, and how often progress was told."""
    ours, told = stores(place), list[int]()
    write = _writing(ours, form, file, told.append)
    begun, spent = perf_counter(), process_time()
    with watched() as grown:
        made = write()
    return {
        "seconds": perf_counter() - begun,
        "processor": process_time() - spent,
        "rows": made,
        "bytes": file.stat().st_size,
        "growth": grown[0],
        "told": len(told),
    }


def _writing(ours: Stores, form: str, file: Path, progress: Callable[[int], None]) -> Callable[[], int]:
    """What writes the file, once the figure and its first page have been shown."""
    filters, generation = last_days(DAYS), ours.generation()
    read = partial(ours.frame, generation=generation)
    behind = find.of_metric(calls.calls, filters, read)
    read(behind.count())
    read(behind.page(0, 25))
    listing = Listing(behind, filters, "Calls")
    return partial(
        rows.write, listing, form, file, partial(ours.batches, generation=generation), progress=progress
    )


@contextmanager
def watched() -> Iterator[list[int]]:
    """How many bytes more this process takes at most while something is done than it took before."""
    process, most, over = psutil.Process(), [0], threading.Event()
    before = process.memory_info().rss

    def watch() -> None:
        while not over.wait(MOMENT):
            most[0] = max(most[0], process.memory_info().rss - before)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield most
    finally:
        over.set()
        watcher.join()


if __name__ == "__main__":
    place, form, file = sys.argv[1:]
    json.dump(exported(Path(place), form, Path(file)), sys.stdout)
    sys.stdout.flush()
    os._exit(0)
