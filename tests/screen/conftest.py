"""Screens on small stores: each test has a home, a today, and caches that nobody used."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import streamlit as st

from tests.screen.screen import TODAY
from tests.unit.source.making import call, new_stores, write
from twin_stats.source.stores import Stores
from twin_stats.ui import data
from twin_stats.ui.period import clock

IN, OUT = {"direction": "inbound"}, {"direction": "outbound"}
CALLS = [
    call("2026-03-30T08:00:00", talk_seconds=100.0, **IN, wait_seconds=10.0, bot="Anna", client="a"),
    call("2026-03-30T09:00:00", talk_seconds=200.0, **IN, wait_seconds=0.0, bot="Anna", client="b"),
    call("2026-03-30T10:00:00", "NOANSWER", **IN, wait_seconds=30.0, bot="Ben", client="a"),
    call("2026-03-30T21:59:00", "BUSY", **OUT, bot="Ben", call_fee="0.10", currency="EUR"),
    call("2026-03-30T22:00:00", "FAILED", **OUT, call_fee="0.20", currency="USD"),
    call("2026-03-20T12:00:00", talk_seconds=60.0, **OUT, bot="<b>*Ann*</b> $x$ :red[y]"),
    call("2026-01-05T12:00:00", "WHATEVER", **OUT),
    call("2025-12-31T12:00:00", "BUSY", **OUT),
]
ELSEWHERE = [call("1999-01-31T12:00:00", **IN, bot="Zoe")]


@contextmanager
def living_in(home: Path) -> Iterator[Path]:
    """A home, the same today for everybody, and caches that nobody used."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TWIN_STATS_HOME", str(home))
        patch.setattr(clock, "today", lambda _zone: TODAY)
        _forget()
        yield home
        _forget()


def _forget() -> None:
    data.stores.cache_clear()
    data._kept.cache_clear()
    data._rows.cache_clear()
    st.cache_data.clear()


def fill(stores: Stores) -> Stores:
    """Company 1 in Berlin with eight calls, company 2 in Tokyo with one of 1999."""
    write(stores, 1, CALLS, zone="Europe/Berlin")
    write(stores, 2, ELSEWHERE, zone="Asia/Tokyo")
    return stores


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Filled stores for tests that only look; what is made once for everybody stays made."""
    with living_in(tmp_path_factory.mktemp("screens")) as home:
        stores = fill(new_stores(home))
        yield stores
        stores.close()


@pytest.fixture
def empty_home(tmp_path: Path) -> Iterator[Path]:
    """A home of the test's own."""
    with living_in(tmp_path) as home:
        yield home


@pytest.fixture
def stores(empty_home: Path) -> Iterator[Stores]:
    """The stores of that home."""
    stores = new_stores(empty_home)
    yield stores
    stores.close()


@pytest.fixture
def filled(stores: Stores) -> Stores:
    """The same, filled."""
    return fill(stores)
