"""So many visitors for so long on one process: how long runs take, and whether all see what is theirs."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import urlopen

import numpy as np
import psutil
from babel.numbers import format_decimal

from benchmarks.crowd.session import Session, opened
from benchmarks.home import stores
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import answer
from twin_stats.analytics.filters import Filters
from twin_stats.settings import PROJECT
from twin_stats.source.companies import known
from twin_stats.source.time import days

LAST = date(2026, 3, 8)
COMPANIES = {1001: "1", 1002: "2"}
STATUSES = ("ANSWERED", "NOANSWER", "BUSY", "FAILED")
EVERY_SECONDS = 5.0
ADDRESS = {"lang": "en", "from": f"{LAST - timedelta(days=29)}", "to": f"{LAST}"}
STARTS = {
    "uvicorn streamlit_app:app": (
        "-m",
        "uvicorn",
        "streamlit_app:app",
        "--no-access-log",
        "--ws-per-message-deflate",
        "false",
        "--log-level",
        "warning",
    ),
    "streamlit run": ("-m", "streamlit", "run", "streamlit_app.py", "--server.headless", "true"),
}
PORTS = {"uvicorn streamlit_app:app": "--port", "streamlit run": "--server.port"}


@dataclass
class Crowd:
    """What happened: seconds of each run, what was wrong, and the server's memory by the second."""

    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    memory: list[tuple[float, int]] = field(default_factory=list)

    def quantile(self, fraction: float) -> float:
        """Of the runs' seconds."""
        return float(np.quantile(self.seconds, fraction))

    @property
    def growth(self) -> float:
        """How much memory grew after the first half minute."""
        later = [size for at, size in self.memory if at >= 30] or [size for _, size in self.memory]
        return later[-1] / later[0] - 1


def home(folder: Path) -> Path:
    """Two demo companies."""
    place = folder / "crowd"
    made = place / "made"
    if not made.exists():
        for number, seed in COMPANIES.items():
            words = ["--company", str(number), "--seed", seed, "--until", f"{LAST}", "--scale", "0.2"]
            environment = os.environ | {"TWIN_STATS_HOME": str(place)}
            subprocess.run([sys.executable, "-m", "twin_stats", "demo", *words], env=environment, check=True)
        made.touch()
    return place


def expected(place: Path) -> Mapping[tuple[int, str], str]:
    """The number of calls of each company and status, as it is written on the screen."""
    own = stores(place)
    figures = {}
    for company in known(own):
        period = days(LAST - timedelta(days=29), LAST, company.zone)
        for status in STATUSES:
            filters = replace(Filters(company.number, company.zone, period)).choosing({"status": [status]})
            frame = answer(own.frame, [catalogue.metric("calls")], (), filters)
            figures[company.number, status] = format_decimal(int(frame["calls"].iloc[0]), locale="en")
    own.close()
    return figures


def measured(place: Path, visitors: int, seconds: float) -> Iterator[tuple[str, Crowd]]:
    """The same crowd before the app started in each way."""
    right = expected(place)
    for name in STARTS:
        with served(place, name) as (site, process):
            yield name, asyncio.run(_crowd(site, process, (visitors, seconds), right))


@contextmanager
def served(place: Path, name: str, **settings: str) -> Iterator[tuple[str, psutil.Process]]:
    """The app on a free port of this machine."""
    port, environment = free_port(), os.environ | {"TWIN_STATS_HOME": str(place)} | settings
    command = [sys.executable, *STARTS[name], PORTS[name], str(port)]
    with subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=subprocess.DEVNULL) as server:
        try:
            wait(f"http://127.0.0.1:{port}/_stcore/health")
            yield f"http://127.0.0.1:{port}", psutil.Process(server.pid)
        finally:
            server.terminate()


def free_port() -> int:
    """A port that nobody has."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait(health: str) -> None:
    """Wait until a server answers; TimeoutError after a minute."""
    for _ in range(240):
        try:
            with urlopen(health):
                return
        except URLError:
            time.sleep(0.25)
    raise TimeoutError(health)


async def _crowd(
    site: str, process: psutil.Process, size: tuple[int, float], right: Mapping[tuple[int, str], str]
) -> Crowd:
    visitors, seconds = size
    crowd = Crowd()
    sessions = [await _arrived(site, list(COMPANIES)[number % 2]) for number in range(visitors)]
    begun = perf_counter()
    until = begun + seconds
    watch = asyncio.create_task(_watch(process, crowd, (begun, until)))
    people = [_person(pair, crowd, until, right) for pair in enumerate(sessions)]
    await asyncio.gather(*people)
    await watch
    for _, session in sessions:
        await session.connection.close()
    return crowd


async def _arrived(site: str, company: int) -> tuple[int, Session]:
    return company, await opened(site, "telephony", company=str(company), **ADDRESS)


async def _person(
    pair: tuple[int, tuple[int, Session]], crowd: Crowd, until: float, right: Mapping[tuple[int, str], str]
) -> None:
    """Another status every five seconds, each at a moment of their own."""
    number, (company, session) = pair
    random = Random(number)
    await asyncio.sleep(random.random() * EVERY_SECONDS)
    while perf_counter() < until:
        status = random.choice(STATUSES)
        took = await session.run(urlencode(ADDRESS | {"company": company}), status=[status])
        crowd.seconds.append(took)
        crowd.wrong += _wrong(session, right[company, status], [right[other, status] for other in COMPANIES])
        await asyncio.sleep(max(0.0, EVERY_SECONDS - took))


def _wrong(session: Session, mine: str, everybodys: Sequence[str]) -> list[str]:
    """Errors on the screen, a figure that is not there, or one of the other company."""
    others = [figure for figure in everybodys if figure != mine]
    shown = " ".join(session.shown.texts)
    strange = [f"{figure} of another company" for figure in others if figure in session.shown.texts]
    missing = [] if mine in shown else [f"{mine} is missing"]
    return [*session.shown.errors, *missing, *strange]


async def _watch(process: psutil.Process, crowd: Crowd, span: tuple[float, float]) -> None:
    while perf_counter() < span[1]:
        crowd.memory.append((perf_counter() - span[0], process.memory_info().rss))
        await asyncio.sleep(1)
