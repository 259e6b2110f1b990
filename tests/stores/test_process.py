"""The program as a process of its own: what stands on stdout and stderr, and how it ends."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.commands.conftest import homes as homes

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("home", "words", "out", "code"),
    [
        ("one", "query calls --by bot --format csv", "bot,calls\nA,1\nB,2\n,1\n", 0),
        ("silent", "query calls --format csv", "calls\n0\n", 0),
        ("two", "query calls", "", 2),
    ],
)
def test_a_process_writes_only_its_answer_and_ends_silently(
    homes: dict[str, Path], home: str, words: str, out: str, code: int
) -> None:
    environment = {**os.environ, "TWIN_STATS_HOME": str(homes[home])}
    command = [sys.executable, "-m", "twin_stats", *words.split()]
    done = subprocess.run(command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (code, out)
    assert len(done.stderr.splitlines()) == (1 if code else 0), done.stderr


def test_head_may_close_the_pipe(homes: dict[str, Path]) -> None:
    environment = {**os.environ, "TWIN_STATS_HOME": str(homes["one"])}
    line = f"'{sys.executable}' -m twin_stats catalogue --format csv | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], cwd=PROJECT, env=environment, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"kind,subject,name")
