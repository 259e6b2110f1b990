"""The command line in this process: a home with one company, and one with two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.unit.source.making import add_company, call, new_stores, write
from twin_stats import __main__
from twin_stats.source.stores import Stores

CALLS = [
    call("2026-01-05 22:30", bot="A", client="x", talk_seconds=60.0, call_fee="0.5", currency="EUR"),  # 23:30
    call("2026-01-05 23:30", bot="B", client="y", talk_seconds=30.5, call_fee="1", currency="EUR"),  # the 6th
    call("2026-01-06 10:00", "BUSY", bot="B", client="x", call_fee="7", currency="RUB"),
    call(
        "2026-01-07 10:00", "NOANSWER", bot=None, direction="inbound", wait_seconds=9.0, group="O'Neil; 5 %"
    ),
]


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


def filled(home: Path, companies: int) -> Stores:
    stores = new_stores(home)
    for company in range(1, companies + 1):
        write(stores, company, CALLS[: len(CALLS) - company + 1], zone="Europe/Berlin")
    return stores


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Path]]:
    """Homes with one company, two, one without a call, and none at all."""
    homes = {name: tmp_path_factory.mktemp(name) for name in ("one", "two", "silent", "none")}
    stores = [filled(homes["one"], 1), filled(homes["two"], 2), new_stores(homes["silent"])]
    add_company(stores[2], 5, "UTC")
    yield homes
    for one in stores:
        one.close()


@pytest.fixture
def run(homes: dict[str, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("query calls", home="one")`: the words are split at blanks, a list is taken as it is."""

    def ran(words: str | list[str], home: str | Path = "one", **environment: Any) -> Said:
        monkeypatch.setenv("TWIN_STATS_HOME", str(homes.get(str(home), home)))
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        try:
            code = __main__.main(words.split() if isinstance(words, str) else words)
        except SystemExit as ended:  # argparse's own way
            code = int(ended.code or 0)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return ran
