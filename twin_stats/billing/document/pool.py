"""Rendering in processes of its own: a hung or fallen render never takes the app with it.

They are started as commands, not by `multiprocessing`: that runs the main script again in each of them, and
under Streamlit the main script is a page.
"""

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from threading import Event, Lock, Semaphore, Timer

from twin_stats import errors
from twin_stats.billing.document.worker import received, send
from twin_stats.billing.model import Invoice
from twin_stats.settings import PROJECT

SECONDS, AT_ONCE = 60, 2
COMMAND = (sys.executable, "-m", "twin_stats.billing.document.worker")
Process = subprocess.Popen[bytes]


@dataclass
class Pool:
    """At most two processes, kept for the next invoice; who comes third waits."""

    seconds: int = SECONDS
    command: tuple[str, ...] = COMMAND
    idle: list[Process] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)
    room: Semaphore = field(default_factory=lambda: Semaphore(AT_ONCE))

    def render(self, invoice: Invoice) -> bytes:
        """The PDF; raise DocumentTooSlow where it takes too long, DocumentNotMade where the process falls."""
        with self.room:
            return _read(self._answer(invoice.to_json().encode()))

    def close(self) -> None:
        """End the processes that wait."""
        with self.lock:
            waiting, self.idle = self.idle, []
        for process in waiting:
            _end(process)

    def _answer(self, message: bytes) -> bytes:
        process, late = self._take(), Event()
        timer = Timer(self.seconds, _stop, (process, late))
        timer.start()
        answer = _asked(process, message)
        timer.cancel()
        if answer:
            with self.lock:
                self.idle.append(process)
            return answer
        _end(process)
        if late.is_set():
            raise errors.DocumentTooSlow(seconds=self.seconds)
        raise errors.DocumentNotMade(reason=f"exit code {process.returncode}")

    def _take(self) -> Process:
        with self.lock:
            while self.idle:
                process = self.idle.pop()
                if process.poll() is None:
                    return process
                _end(process)
        paths = [str(PROJECT), os.environ.get("PYTHONPATH", "")]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))}
        return subprocess.Popen(
            self.command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
        )


_pool = Pool()


def render_safely(invoice: Invoice) -> bytes:
    """The PDF of an invoice, made in another process, within a minute or not at all."""
    return _pool.render(invoice)


def _asked(process: Process, message: bytes) -> bytes:
    """The answer of a process; nothing where it falls or is ended meanwhile."""
    assert process.stdin and process.stdout
    try:
        send(process.stdin, message)
        return received(process.stdout)
    except OSError:
        return b""


def _stop(process: Process, late: Event) -> None:
    late.set()
    process.kill()


def _end(process: Process) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    process.kill()
    process.wait()


def _read(answer: bytes) -> bytes:
    """The PDF of an answer, or its error raised here."""
    if answer[:1] == b"P":
        return answer[1:]
    told = json.loads(answer[1:])
    raise getattr(errors, told["error"])(**told["facts"])
