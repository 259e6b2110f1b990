"""A command run as a process of its own: how long it took, and how much memory it had at most."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter, sleep

import psutil

EVERY = 0.02


@dataclass(frozen=True)
class Run:
    """Seconds, the highest resident memory of the process with its children, and what it printed."""

    seconds: float
    peak: int
    printed: str


class Failed(Exception):
    """The command did not end well."""


def run(words: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run `python -m` with these words to its end."""
    begin, peak = perf_counter(), 0
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
    return Run(seconds, peak, printed)


def _resident(process: psutil.Process) -> int:
    try:
        family = [process, *process.children(recursive=True)]
        return sum(one.memory_info().rss for one in family)
    except psutil.NoSuchProcess:
        return 0
