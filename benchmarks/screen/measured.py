"""The floor, the naive page and ours, opened and filtered in turn; and the server's part of a run of ours."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

import psutil
import pyarrow.parquet as pq

from benchmarks.crowd.measured import free_port, served, wait
from benchmarks.crowd.session import opened
from benchmarks.home import Home
from benchmarks.pages.measured import LAST
from benchmarks.screen.browser import FLAGS, Look, look
from benchmarks.synthetic import Firm, tables

HERE = Path(__file__).parent
CALLS, WARM_RUNS, WAYS = 1_000_000, 30, ("floor", "naive")
APP, NEVER, IDLE_PERCENT = "uvicorn streamlit_app:app", {"TWIN_STATS_AHEAD_SECONDS": "0"}, 5
Served = tuple[str, psutil.Process]
PERIOD = {"lang": "en", "from": f"{LAST - timedelta(days=29)}", "to": f"{LAST}"}
STATUSES = ("ANSWERED", "BUSY", "FAILED", "NOANSWER", "CANCEL")
CHANNELS = ("Web", "Telegram", "Viber", "Whatsapp", "Facebook")
# The filter that is used on each page, and what is chosen there, another value in each round.
FILTERS = {
    "floor": ("Status", ("ANSWERED", "BUSY")),
    "naive": ("Status", STATUSES),
    "telephony": ("Status", ("Answered", "No answer", "Busy", "Subscriber unavailable", "Congestion")),
    "chats": ("Channel", CHANNELS),
    "notifications": ("Channel", ("SMS", "Viber", "Email", "Push", "WhatsApp")),
    "analytics": ("", ()),
}


@dataclass
class Looks:
    """All looks at one page; seconds of a filter that nothing was made ahead for; and seconds of the server's
    runs with a warm cache."""

    looks: list[Look] = field(default_factory=list)
    new: list[float] = field(default_factory=list)
    server: list[float] = field(default_factory=list)

    def of(self, name: str) -> float:
        """The median of one of the times."""
        return float(median(getattr(each, name) for each in self.looks))


def measured(place: Home, folder: Path, rounds: int) -> dict[str, Looks]:
    """Every page in turn, so many times after one look to warm it up."""
    found = {name: Looks() for name in FILTERS}
    with ExitStack() as stack:
        sites = {name: stack.enter_context(_script(name, folder)) for name in WAYS}
        ours, bare = (stack.enter_context(served(place.folder, APP, **ahead)) for ahead in ({}, NEVER))
        _look((sites, ours, bare), found, rounds)
        for name in FILTERS.keys() - {*WAYS}:
            found[name].server = asyncio.run(_server(ours[0], name))
    return found


def _look(places: tuple[Mapping[str, str], Served, Served], found: Mapping[str, Looks], rounds: int) -> None:
    """A reader of ours looks at the page until the server has nothing more to do, so that it is quiet while
    others are measured. What nothing was made ahead for is asked of a server of its own."""
    sites, ours, bare = places
    with _browser() as browser:
        for number in range(rounds + 1):
            for name, (label, options) in FILTERS.items():
                chosen = (label, options[number % len(options)]) if options else None
                if name in sites:
                    seen, new = look(browser, sites[name], chosen), 0.0
                else:
                    page = f"/{name}?{urlencode(PERIOD)}"
                    seen = look(browser, f"{ours[0]}{page}", chosen, lambda: rest(ours[1]))
                    rest(ours[1])
                    new = look(browser, f"{bare[0]}{page}", chosen).filtered if chosen else 0.0
                if number:
                    found[name].looks.append(seen)
                    found[name].new.append(new)


def rest(process: psutil.Process) -> None:
    """Wait until a server has done nothing for a second; TimeoutError after two minutes."""
    for _ in range(120):
        if process.cpu_percent(1.0) < IDLE_PERCENT:
            return
    raise TimeoutError(process)


async def _server(site: str, page: str) -> list[float]:
    """Runs of a page that everybody has seen: queries, building, handing over."""
    session = await opened(site, page, **PERIOD)
    times = [await session.run(urlencode(PERIOD)) for _ in range(WARM_RUNS + 2)]
    await session.connection.close()
    return times[2:]


@contextmanager
def _script(name: str, folder: Path) -> Iterator[str]:
    """A Streamlit script on a free port."""
    port, file = free_port(), folder / f"naive-{CALLS}.parquet"
    if not file.exists():
        pieces = list(tables(Firm(7, CALLS)))
        with pq.ParquetWriter(file, pieces[0].schema) as writer:
            for piece in pieces:
                writer.write_table(piece)
    words = ["-m", "streamlit", "run", str(HERE / f"{name}.py"), "--server.headless", "true"]
    words += ["--server.port", str(port), "--browser.gatherUsageStats", "false"]
    environment = os.environ | {"NAIVE_CALLS": str(file)}
    with subprocess.Popen([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        running = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield running
        running.close()
