"""A slow store: charts wait beside each other, none keeps another or a figure waiting, and skeletons go."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, BrokenBarrierError, Event
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Select

from tests.screen.screen import figure, opened
from tests.unit.analytics.asking import Asked
from twin_stats.analytics import calls
from twin_stats.analytics.query import ask
from twin_stats.errors import StoreBusy
from twin_stats.source.stores import Stores
from twin_stats.ui.cards import charts, counting
from twin_stats.ui.pace import standing
from twin_stats.ui.pace.turns import TURNS


@pytest.mark.usefixtures("filled")
def test_the_statements_of_charts_are_with_the_store_at_one_time(monkeypatch: pytest.MonkeyPatch) -> None:
    together, frame, met, beside, most = Barrier(2), Stores.frame, [], list[int](), list[int]()

    def slow(stores: Stores, statement: Select[Any], generation: int | None = None) -> pd.DataFrame:
        beside.append(1)
        most.append(len(beside))
        try:
            met.append(together.wait(0.3))
        except BrokenBarrierError:
            together.reset()
        finally:
            beside.pop()
        return frame(stores, statement, generation)

    monkeypatch.setattr(Stores, "frame", slow)
    screen = opened()
    assert not screen.exception and not screen.error
    assert len(met) >= 10
    assert max(most) <= 3  # two charts and the counters
    assert figure(screen, "Calls") == "6"


@pytest.mark.usefixtures("shared")
def test_a_page_is_the_same_when_it_is_known_already() -> None:
    first, again = opened(), opened()
    assert len(first.get("vega_lite_chart")) == len(again.get("vega_lite_chart")) > 10
    for kind in ("markdown", "html", "vega_lite_chart"):
        one, other = (sorted(str(each.proto) for each in screen.get(kind)) for screen in (first, again))
        assert one == other, kind
    assert not [*first.get("skeleton"), *again.get("skeleton")]


@pytest.mark.usefixtures("shared")
def test_charts_that_are_known_are_drawn_in_one_go_when_all_their_heads_are_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened()
    steps, head, draw = list[str](), charts.head, charts._draw
    monkeypatch.setattr(charts, "head", lambda *given: steps.append("head") or head(*given))
    monkeypatch.setattr(
        charts, "_draw", lambda *given, **more: steps.append("drawing") or draw(*given, **more)
    )
    opened()
    assert steps == sorted(steps, reverse=True) and steps.count("drawing") == 21


@pytest.mark.usefixtures("shared")
def test_a_visit_begins_with_a_chart_that_nobody_sees_where_there_are_charts() -> None:
    screen = opened()
    assert len(screen.sidebar.get("vega_lite_chart")) == 1
    assert not screen.run().sidebar.get("vega_lite_chart")
    assert not opened(page="company").sidebar.get("vega_lite_chart")


@pytest.mark.usefixtures("shared")
def test_pages_are_drawn_in_turn_but_one_that_only_waits_keeps_none_waiting() -> None:
    begun, answered = Event(), Event()

    def slow() -> None:
        with TURNS.turn():
            begun.set()
            assert answered.wait(30)

    opened()
    with ThreadPoolExecutor(1) as threads:
        waits = threads.submit(slow)
        assert begun.wait(30)
        assert not opened().exception
        assert not waits.done()
        answered.set()
        waits.result()
    taken, turn = [], TURNS.turn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TURNS, "turn", lambda: taken.append("turn") or turn())
        opened()
    assert taken == ["turn"]


@pytest.mark.usefixtures("filled")
def test_counters_that_cannot_be_told_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreBusy(seconds=3)

    monkeypatch.setattr(counting, "compared", broken)
    screen = opened()
    assert len(screen.error) == 1 and not screen.exception
    assert len(screen.main.get("vega_lite_chart")) == 21
    assert not any("counters" in element.proto.body for element in screen.get("html"))


def test_what_another_page_or_another_company_drew_does_not_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standing.st, "session_state", {})
    for page, company in (("chats", 1), ("chats", 2), ("telephony", 2), ("chats", 1)):
        standing.begin(page, company, 2)
        assert not standing.stands("counters")
        standing.drawn("counters")
        standing.begin(page, company, 2)
        assert standing.stands("counters") and not standing.stands("chart")


def test_nothing_imported_yet_can_be_asked_by_many_at_once(stores: Stores) -> None:

    statement = ask(calls.calls)(Asked(stores, 1, "UTC").filters())
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: int(stores.frame(statement)["calls"].iloc[0]), range(200)))
    assert found == [0] * 200
