"""The import of one large file through the real command, beside the bare engine on the same file."""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from benchmarks.loading.csv_file import CsvFile, csv_file
from benchmarks.loading.process import Run, run
from benchmarks.synthetic import ZONE, Firm


@dataclass(frozen=True)
class Import:
    """The middle ones of several runs of the import and of the bare engine."""

    rows: int
    bad: int
    ours: Run
    bare: Run


class WrongCount(Exception):
    """The import did not accept or reject what it should have."""


def measured(folder: Path, rows: int, rounds: int) -> Import:
    """Import the file into a new home, then read it bare, so many times."""
    place = folder / "import"
    shutil.rmtree(place, ignore_errors=True)
    file = csv_file(place, Firm(7, rows))
    pairs = [(_ours(place / "home", file), _bare(place / "bare.duckdb", file)) for _ in range(rounds)]
    shutil.rmtree(place)
    ours, bare = zip(*pairs, strict=True)
    return Import(
        rows=file.good + file.bad,
        bad=file.bad,
        ours=sorted(ours, key=lambda run: run.seconds)[rounds // 2],
        bare=sorted(bare, key=lambda run: run.seconds)[rounds // 2],
    )


def _ours(home: Path, file: CsvFile) -> Run:
    shutil.rmtree(home, ignore_errors=True)
    words = ["twin_stats", "import", "calls", str(file.path), "--company", "7", "--zone", ZONE]
    done = run([*words, "--format", "json"], os.environ | {"TWIN_STATS_HOME": str(home)})
    report = json.loads(done.printed)
    if (report["accepted"], report["rejected"]) != (file.good, file.bad):
        raise WrongCount(f"{file.good} good and {file.bad} bad rows, but the import says {done.printed}")
    return done


def _bare(target: Path, file: CsvFile) -> Run:
    target.unlink(missing_ok=True)
    return run(["benchmarks.loading.bare", str(file.path), str(target)], os.environ)
