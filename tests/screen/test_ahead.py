"""The next click on a page asks the store for nothing, once there was time to look ahead."""

from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Select

from tests.screen.screen import figure, opened
from twin_stats.settings import Settings
from twin_stats.source.stores import Stores
from twin_stats.ui import data, page
from twin_stats.ui.pace.foresight import Foresight
from twin_stats.ui.pace.turns import Turns


@pytest.fixture(name="ahead")
def fixture_ahead(monkeypatch: pytest.MonkeyPatch) -> Foresight:
    """Nobody else's wishes, and no rest."""
    own = Foresight(Turns(), rest=0)
    monkeypatch.setattr(page, "FORESIGHT", own)
    return own


@pytest.fixture(name="asked")
def fixture_asked(monkeypatch: pytest.MonkeyPatch) -> list[Select[Any]]:
    """The statements that the event store is asked."""
    frame, asked = Stores.frame, list[Select[Any]]()

    def noted(stores: Stores, statement: Select[Any], generation: int | None = None) -> pd.DataFrame:
        asked.append(statement)
        return frame(stores, statement, generation)

    monkeypatch.setattr(Stores, "frame", noted)
    return asked


def work(ahead: Foresight) -> None:
    """All that is wished for."""
    while ahead.is_due():
        ahead.work()


@pytest.mark.usefixtures("filled")
def test_every_value_of_every_filter_is_known_before_it_is_chosen(
    ahead: Foresight, asked: list[Select[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWIN_STATS_AHEAD_SECONDS", "600")
    opened()
    work(ahead)
    asked.clear()
    calls = {
        (name, value): figure(opened(**{name: value}), "Calls")
        for name, value in (
            ("status", "ANSWERED"), ("status", "NOANSWER"), ("direction", "outbound"), ("bot", "Ben"),
            ("bot", ""),
        )
    }  # fmt: skip
    assert not asked
    assert list(calls.values()) == ["3", "1", "3", "2", "1"]
    opened(status="ANSWERED", bot="Anna")
    assert asked


@pytest.mark.usefixtures("filled")
def test_nothing_is_made_ahead_where_it_is_not_wished_for(
    ahead: Foresight, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWIN_STATS_AHEAD_SECONDS", "0")
    opened()
    assert not ahead.is_due()


def test_a_store_that_others_use_too_is_asked_for_nothing_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    for address, seconds in (("duckdb:////tmp/nowhere", 9), ("postgresql+psycopg://nowhere/events", 0)):
        environment = {"TWIN_STATS_EVENTS_URL": address, "TWIN_STATS_AHEAD_SECONDS": "9"}
        found = Stores(Settings.from_environment(environment))
        monkeypatch.setattr(data, "stores", lambda found=found: found)
        assert data.ahead_seconds() == seconds
