"""The app as it is started, and a real browser before it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.browser.screen import Screen
from twin_stats.__main__ import main

HOUSE = Path(__file__).parents[2]
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., Screen]
Ask = Callable[..., list[dict[str, Any]]]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs the browser, and the package that drives it."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.needs("chromium", "playwright"))


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The app on a free port, with its stores in `home`."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    words = ["uvicorn", "streamlit_app:app", "--host", "127.0.0.1", "--port", str(port), "--no-access-log"]
    with (home / "server.log").open("w") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", *words], cwd=HOUSE, env=at(home), stdout=log, stderr=log
        )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait(health: str, server: "subprocess.Popen[bytes]") -> None:
    for _ in range(240):
        assert server.poll() is None, "the server ended"
        try:
            with urlopen(health, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (URLError, TimeoutError):
            time.sleep(0.25)
    raise AssertionError("the server does not answer")


def at(home: Path) -> dict[str, str]:
    """The environment of a process that lives in a home."""
    return os.environ | {"TWIN_STATS_HOME": str(home)}


def run(home: Path, *words: str) -> None:
    """One command of the command line."""
    subprocess.run([sys.executable, "-m", "twin_stats", *words], cwd=HOUSE, env=at(home), check=True)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a demo company of 70 days."""
    home = tmp_path_factory.mktemp("site")
    run(home, "demo", "--days", "70", "--scale", "0.5")
    return home


@pytest.fixture(scope="session")
def site(demo_home: Path) -> Iterator[str]:
    """The app with that company."""
    with served(demo_home) as address:
        yield address


@pytest.fixture(scope="session")
def query(demo_home: Path) -> Ask:
    """`query("chats clients", "--where", "channel=Web")` asks the same stores on the command line."""

    def asked(metrics: str, *words: str) -> list[dict[str, Any]]:
        paper = BytesIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(TextIOWrapper(paper)) as said:
            patch.setenv("TWIN_STATS_HOME", str(demo_home))
            assert main(["query", *metrics.split(), "--format", "json", *words]) == 0
            said.flush()
            found = json.loads(paper.getvalue())
        return found if isinstance(found, list) else [found]

    return asked


@pytest.fixture(scope="session")
def bank(tmp_path_factory: pytest.TempPathFactory, real_data: Path) -> Iterator[str]:
    """The app with a month of a bank's calls, imported as a user would."""
    home = tmp_path_factory.mktemp("bank")
    month = real_data / "bank_calls" / "1999-01.tsv.gz"
    run(home, "demo", "--days", "10", "--scale", "0.1")
    run(home, "import", "calls", str(month), "--mapping", "bank_calls", "--company", "7")
    with served(home) as address:
        yield address


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Any]:
    """A real browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def visitor(browser: Any, site: str) -> Iterator[Open]:
    """`visitor()` is a new visitor with a browser of their own; nothing may have been complained of."""
    contexts, screens = [], []

    def come(to: str = site, locale: str = "en-US", theme: str = "light", size: Any = DESK) -> Screen:
        contexts.append(browser.new_context(locale=locale, color_scheme=theme, viewport=size))
        screens.append(Screen.of(contexts[-1], to))
        return screens[-1]

    yield come
    for context in contexts:
        context.close()
    assert [complaint for screen in screens for complaint in screen.complaints] == []
