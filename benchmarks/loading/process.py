"""A command run as a process of its own: how long it took, and how much memory it had at most."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter, sleep

import psutil

EVERY = 0.02


@dataclass(frozen=True)
class Run:
    """Seconds by the clock and of processors, the highest memory with that of children, what it printed."""

    seconds: float
    processor: float
    peak: int
    printed: str


class Failed(Exception):
    """The command did not end well."""


def run(words: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run `python -m` with these words to its end."""
    begin, used, peak = perf_counter(), _processor(), 0
    command = [sys.executable, "-m", *words]
    with subprocess.Popen(
        command, env=dict(environment), text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        watched = psutil.Process(process.pid)
        while process.poll() is None:
            peak = max(peak, _resident(watched))
            sleep(EVERY)
        seconds = perf_counter() - begin
        printed, complaint = process.communicate()
    if process.returncode:
        raise Failed(f"{' '.join(command)}: {complaint}")
    return Run(seconds, _processor() - used, peak, printed)


def _processor() -> float:
    """Processor seconds of all children that have ended."""
    spent = getrusage(RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def _resident(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(one.memory_info().rss for one in family)
    except psutil.NoSuchProcess:
        return 0
