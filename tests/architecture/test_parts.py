"""A missing part is named at the end of a run, and fails it in CI."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

CONFTEST = Path(__file__).parents[1] / "conftest.py"
TESTS = """
import pytest

@pytest.mark.needs("real-data")
def test_marked(): raise AssertionError

def test_asking(real_data): raise AssertionError

def test_without(home): assert home.is_dir()
"""


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run these tests in a project of their own, with our conftest."""
    shutil.copy(CONFTEST, folder)
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = needs\n")
    (folder / "test_it.py").write_text(TESTS)
    return subprocess.run(
        [sys.executable, "-B", "-m", "pytest", "-p", "no:cacheprovider", *arguments],
        cwd=folder,
        env={**os.environ, "CI": "", "TWIN_STATS_REAL_DATA": "", **environment},
        capture_output=True,
        text=True,
    )


def test_a_missing_part_is_named_once_with_the_way_to_get_it(tmp_path: Path) -> None:
    done = run(tmp_path, "-n1")
    assert done.returncode == 0
    *_, line, totals = done.stdout.splitlines()
    assert line.startswith("missing: real-data, not tested. How to get it: set TWIN_STATS_REAL_DATA to ")
    assert "1 passed, 2 skipped" in totals


def test_in_ci_a_missing_part_is_a_failure(tmp_path: Path) -> None:
    done = run(tmp_path, CI="true")
    assert done.returncode == 1
    assert "missing: real-data, FAILED (CI=true)" in done.stdout


def test_a_part_that_is_here_is_used(tmp_path: Path) -> None:
    done = run(tmp_path, CI="true", TWIN_STATS_REAL_DATA=str(tmp_path))
    assert "2 failed, 1 passed" in done.stdout
    assert "missing:" not in done.stdout
