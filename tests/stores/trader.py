"""Processes that issue, pay and close months without end, and are killed at random moments.

`python -m tests.stores.trader KILLS [NAIVE]` keeps four of them at work until each was killed so often. It
reads its home and databases from the environment, and prints how many numbers were taken twice. With NAIVE
they take the highest number there is and add one: what one would write without thinking.
"""

import os
import random
import signal
import sys
import time
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count
from pathlib import Path
from select import select as select_ready
from unittest.mock import patch

from sqlalchemy import Connection, func, select

from tests.unit.billing.trade import charge, drawn, make
from twin_stats.billing import numbering
from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.making import void
from twin_stats.billing.payments.paying import pay
from twin_stats.billing.tables import invoices
from twin_stats.errors import TwinStatsError
from twin_stats.settings import Settings
from twin_stats.source.stores import Stores

NOW = datetime(2026, 4, 1, 9)
TRADERS = 4
LIFE = (0, 0.3)


def trade(stores: Stores, chance: random.Random) -> bool:
    """One thing that a company does; whether it met a number that another process has taken too."""
    company, number = chance.choice((1, 2)), chance.random()
    known = [each.number for each in listing.listed(stores, company, limit=20)]
    try:
        if number < 0.5 or not known:
            make(stores, f"{chance.randrange(1, 500)}.{chance.randrange(100):02d}", company)
        elif number < 0.75:
            event = str(chance.randrange(60))
            pay(stores, chance.choice(known), str(chance.randrange(1, 90)), NOW, provider="bank", event=event)
        elif number < 0.9:
            charge(stores, chance.randrange(1, 9000), date(2000 + chance.randrange(20), 3, 1), company)
        else:
            void(stores, company, chance.choice(known), NOW, draw=drawn)
    except TwinStatsError as error:
        return "UNIQUE" in str(error) or "duplicate key" in str(error)
    return False


def highest_and_one(connection: Connection, series: str) -> int:
    """The naive number: nothing keeps another process from taking the same."""
    last = connection.scalar(select(func.max(invoices.c.position)).where(invoices.c.series == series))
    time.sleep(0.02)  # a process may be held up anywhere
    return int(last or 0) + 1


def live(settings: Settings, doubles: Path, ready: int) -> None:
    """Trade until the process is killed."""
    stores, chance = Stores(settings), random.Random()
    for number in count():
        if trade(stores, chance):
            with doubles.open("a") as file:
                file.write("x")
        if number == 1:  # statements are compiled: from now on a moment is as good as any other
            os.write(ready, b"!")


@dataclass
class Trader:
    """A process at work; its end is set once it is ready."""

    process: int
    ready: int
    ends: float = float("inf")

    def is_over(self, chance: random.Random) -> bool:
        """Kill it when its time has come; whether it has."""
        if self.ends == float("inf") and select_ready([self.ready], [], [], 0)[0]:
            self.ends = time.monotonic() + chance.uniform(*LIFE)
        if time.monotonic() < self.ends:
            return False
        os.kill(self.process, signal.SIGKILL)
        _, status = os.waitpid(self.process, 0)
        assert os.WIFSIGNALED(status), "a trader ended by itself"
        os.close(self.ready)
        return True


def born(settings: Settings, doubles: Path) -> Trader:
    """A new trader: a copy of this process, which has nothing open."""
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return Trader(child, reader)
    try:
        live(settings, doubles, writer)
    finally:
        os._exit(1)


def warm(settings: Settings) -> None:
    """Import all that a trader needs, so that its short life is not spent on it."""
    stores = Stores(settings)
    for _ in range(5):
        trade(stores, random.Random())
    stores.close()


def main(kills: int) -> None:
    """Keep the traders at work, and kill each at moments of its own."""
    settings, chance = Settings.from_environment(), random.Random(5)
    doubles = settings.home / "doubles"
    doubles.touch()
    warm(settings)
    left: list[int] = [kills] * TRADERS
    traders: dict[int, Trader] = {}
    while any(left):
        for at in range(TRADERS):
            if at in traders and traders[at].is_over(chance):
                del traders[at]
                left[at] -= 1
            if left[at] and at not in traders:
                traders[at] = born(settings, doubles)
        time.sleep(0.005)
    print(doubles.stat().st_size)


if __name__ == "__main__":
    if "NAIVE" in sys.argv:
        patch.object(numbering, "take", highest_and_one).start()
    main(int(sys.argv[1]))
