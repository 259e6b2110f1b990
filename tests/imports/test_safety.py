"""Whatever happens on the way: the generation in force stays, and the next import works."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.imports.trial import Trial
from twin_stats.errors import DiskFull
from twin_stats.source.writing import writing_events

PROJECT = Path(__file__).resolve().parents[2]
MANY = 60_000


def content(status: str, count: int = MANY) -> str:
    rows = (f"{n},2026-01-{n % 28 + 1:02} 10:00:00,{status}\n" for n in range(count))
    return "id,started_at,status\n" + "".join(rows)


def start(trial: Trial, *words: str) -> subprocess.Popen[str]:
    """`python -m twin_stats import calls …` on the trial's stores."""
    command = [
        sys.executable,
        "-m",
        "twin_stats",
        "import",
        "calls",
        *words,
        "--company",
        "7",
        "--format",
        "json",
    ]
    environment = {**os.environ, **trial.environment}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(command, cwd=PROJECT, env=environment, text=True, **pipes)


def run(trial: Trial, *words: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr."""
    process = start(trial, *words)
    out, err = process.communicate(timeout=120)
    return process.returncode, out, err


def statuses(trial: Trial) -> set[tuple[str, int]]:
    rows = [row[0] for row in trial.rows("calls", "status")]
    return {(status, rows.count(status)) for status in set(rows)}


def test_the_command_prints_one_flat_object_and_says_errors_in_one_sentence(trial: Trial) -> None:
    file = trial.file("calls.csv", content("BUSY", 3) + "x,never,\n")
    code, out, err = run(trial, str(file), "--zone", "Europe/Berlin")
    report = json.loads(out)
    assert (code, err, report["accepted"], report["rejected"]) == (0, "", 3, 1)
    assert Path(report["rejects"]).parent == trial.home / "rejects"
    code, out, err = run(trial, str(file), "--zone", "Europe/Berlin", "--strict", "--mapping", "nonsense")
    assert (
        (code, out) == (2, "") and err.startswith("There is no mapping “nonsense”") and err.count("\n") == 1
    )


def test_an_import_killed_at_any_moment_leaves_what_was_and_the_next_one_works(
    trial: Trial, nightly: bool
) -> None:
    trial.load(trial.file("calls.csv", content("before")))
    file = trial.file("calls.csv", content("after"))
    before = time.monotonic()
    assert run(trial, str(trial.file("other.csv", content("other", 5))), "--help")[0] == 0
    starting = time.monotonic() - before
    for _ in range(60 if nightly else 5):
        process = start(trial, str(file))
        time.sleep(starting * random.uniform(0.5, 2.5))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        assert statuses(trial) in ({("before", MANY)}, {("after", MANY)})
    trial.load(file)
    assert statuses(trial) == {("after", MANY)}
    kept = sorted((trial.home / "imports").iterdir())
    assert len(kept) == 2 and not list(trial.home.glob("*.part*"))


def test_two_imports_at_once_both_land(trial: Trial) -> None:
    files = [trial.file(f"{n}.csv", f"id,started_at\n{n},2026-01-05\n") for n in range(2)]
    both = [start(trial, str(file), "--zone", "Europe/Berlin") for file in files]
    reports = [json.loads(process.communicate(timeout=120)[0]) for process in both]
    assert sorted(report["generation"] for report in reports) == [1, 2]
    assert trial.rows() == [("0",), ("1",)]


def test_an_import_waits_for_another_one_to_end(trial: Trial) -> None:
    with writing_events(trial.stores()):
        process = start(trial, str(trial.file("1.csv", content("x", 2))), "--zone", "Europe/Berlin")
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=4)
        assert trial.stores().generation() == 0
    assert json.loads(process.communicate(timeout=60)[0])["accepted"] == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 12 MB."""
    folder = tmp_path / "small"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=12m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(["mount", *options], capture_output=True).returncode:
        pytest.skip("a small file system can only be mounted by root")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_said_and_nothing_is_lost(trial: Trial, small_disk: Path) -> None:
    here = Trial(small_disk / "home")
    trial.home.mkdir()
    here.load(trial.file("calls.csv", content("before", 10)))
    wide = "id,started_at,status\n" + "".join(
        f"{n},2026-01-05 10:00:00,{random.randbytes(40).hex()}\n" for n in range(400_000)
    )
    with pytest.raises(DiskFull, match="The disk is full"):
        here.load(trial.file("wide.csv", wide))
    assert statuses(here) == {("before", 10)}
    assert here.load(trial.file("calls.csv", content("after", 10))).accepted == 10
    assert statuses(here) == {("after", 10)}
