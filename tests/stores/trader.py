"""Processes that issue, pay and close months without end, and are killed at random moments.

`python -m tests.stores.trader KILLS [NAIVE]` keeps four of them at work until each was killed so often: by
turns from outside, whatever it is at, and by itself at a step of its work, each kind of step in its turn. It
reads its home and databases from the environment, and prints what the stores refused and where traders fell.
With NAIVE they take the highest number there is and add one: what one would write without thinking.
"""

import faulthandler
import json
import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from itertools import count, cycle
from pathlib import Path
from select import select as select_ready
from unittest.mock import patch

from sqlalchemy import Connection, func, select

from tests.stores.trading import FALLS, WORKS, Trader
from twin_stats.billing import numbering
from twin_stats.billing.tables import invoices
from twin_stats.errors import StoreError
from twin_stats.settings import Settings
from twin_stats.source.stores import Stores

AT_ONCE = 4
LIFE = (0, 0.3)
LONGEST_SECONDS = 100  # who hangs says where, and ends by itself
NEVER = float("inf")


def highest_and_one(connection: Connection, series: str) -> int:
    """The naive number: nothing keeps another process from taking the same."""
    last = connection.scalar(select(func.max(invoices.c.position)).where(invoices.c.series == series))
    time.sleep(0.02)  # a process may be held up anywhere
    return int(last or 0) + 1


def trade(trader: Trader, work: str, refused: Path) -> None:
    """One piece of work; what the store refuses is written down."""
    try:
        trader.act(work)
    except StoreError as error:
        with refused.open("a") as file:
            file.write(f"{error}\n")


def live(trader: Trader, refused: Path, ready: int) -> None:
    """Trade until the process is killed; one that is killed from outside has asked for an invoice before."""
    for number in count():
        work = trader.chance.choices(list(WORKS), list(WORKS.values()))[0]
        if number == 0 and not trader.fall:
            work = "issue"
        trade(trader, trader.fall[0] if trader.fall and number else work, refused)
        if number == 0:  # statements are compiled: from now on a moment is as good as any other
            trader.watch()
            os.write(ready, b"!")


@dataclass
class Process:
    """A trader as it is seen from outside; its end is set once it is ready."""

    number: int
    ready: int
    falls: bool
    ends: float = NEVER

    def is_over(self, chance: random.Random) -> bool:
        """Kill it when its time has come; whether it has ended."""
        if not self.falls and self.ends == NEVER and select_ready([self.ready], [], [], 0)[0]:
            self.ends = time.monotonic() + chance.uniform(*LIFE)
        if time.monotonic() >= self.ends:
            os.kill(self.number, signal.SIGKILL)
        ended, status = os.waitpid(self.number, 0 if time.monotonic() >= self.ends else os.WNOHANG)
        if not ended:
            return False
        assert os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL, "a trader ended by itself"
        os.close(self.ready)
        return True


def born(stores: Stores, fall: tuple[str, str] | None) -> Process:
    """A new trader: a copy of this process, which has nothing open."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return Process(child, reader, fall is not None)
    faulthandler.dump_traceback_later(LONGEST_SECONDS, exit=True)
    try:
        home = stores.settings.home
        live(Trader(stores, random.Random(), fall, falls=home / "falls"), home / "refused", writer)
    finally:
        os._exit(1)


def warm(settings: Settings) -> Stores:
    """Import and compile all that a trader needs, so that its short life is not spent on it."""
    stores = Stores(settings)
    for work in WORKS:
        Trader(stores, random.Random(5)).act(work)
    stores.close()
    return stores


def main(kills: int) -> None:
    """Keep the traders at work, and kill each at moments of its own."""
    settings, chance = Settings.from_environment(), random.Random(5)
    stores = warm(settings)
    left, falls = [kills] * AT_ONCE, cycle(FALLS)
    processes: dict[int, Process] = {}
    while any(left):
        for at in range(AT_ONCE):
            if at in processes and processes[at].is_over(chance):
                del processes[at]
                left[at] -= 1
            if left[at] and at not in processes:
                processes[at] = born(stores, next(falls) if (left[at] + at) % 2 else None)
        time.sleep(0.005)
    print(json.dumps({name: lines(settings.home / name) for name in ("refused", "falls")}))


def lines(path: Path) -> list[str]:
    """What was written down, by whichever process."""
    return path.read_text().splitlines() if path.exists() else []


if __name__ == "__main__":
    if "NAIVE" in sys.argv:
        patch.object(numbering, "take", highest_and_one).start()
    main(int(sys.argv[1]))
