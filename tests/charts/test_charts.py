"""Every chart of the catalogue: on a busy store, an empty one, and as a spec in each language and theme."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from itertools import combinations, product

import pandas as pd
import pytest
import vl_convert

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call, sending, write
from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import MOST_ROWS, Chart
from twin_stats.analytics.ink.palette import Look
from twin_stats.analytics.ink.wording import OTHERS
from twin_stats.exports import picture
from twin_stats.source.notifications import CHANNELS, FAILURES, UNSENT

CHARTS = list(catalogue.charts().values())
of_each_chart = pytest.mark.parametrize("chart", CHARTS, ids=[chart.name for chart in CHARTS])
LIMITS = {"first_limit_s": 60.0, "next_limit_s": 60.0}
STATUSES = ("ANSWERED", "NOANSWER", "BUSY", "FAILED", "CONGESTION", "CHANUNAVAIL", "UNAVAILABLE", "EXPIRED")
SENT = ("SENT", "DELIVERED", "READ", *FAILURES)
MORE = ("CANCEL", "BLACKLIST", "INVALID", "SCHEDULED", "REJECTED", "DIAL", "INPROGRESS", "NEW", None)


@pytest.fixture(scope="module")
def busy(table: Table) -> Asked:
    """92 days in which every status, 40 operators, bots and tasks and three currencies occur each day.

    And as many notifications: every status, seven channels and one more, 40 reasons, three currencies.
    """
    calls = table(
        [
            call(
                f"2026-{month:02d}-{day:02d} {number % 24:02d}:{number:02d}",
                (*STATUSES, *MORE)[number % 17],
                direction=("inbound", "outbound", None)[number % 3],
                wait_seconds=(None, 0.0, 3.0, 30.0)[number % 4],
                talk_seconds=float(number * 7),
                bot=f"bot {number}",
                task=f"task {number}",
                group=f"group {number % 25}",
                operator=f"operator {number}",
                responder=("Human", "Answering machine", "Not defined", None)[number % 4],
                hangup_by=("client", "operator", "bot")[number % 3],
                call_fee="0.5",
                bot_fee="0.25",
                currency=("EUR", "RUB", "USD")[number % 3],
            )
            for month, length in ((1, 31), (2, 28), (3, 31))
            for day in range(1, length + 1)
            for number in range(40)
        ]
    )
    write(calls.stores, calls.company, messages(), subject="notifications")
    write(
        calls.stores, calls.company, [{"group": f"group {n}", **LIMITS} for n in range(25)], subject="groups"
    )
    sessions, talk = chats()
    write(calls.stores, calls.company, sessions, subject="chats")
    write(calls.stores, calls.company, talk, subject="messages")
    write(calls.stores, calls.company, shifts(), subject="operators")
    write(calls.stores, calls.company, members(), subject="members")
    return calls


def shifts() -> list[dict[str, object]]:
    """24 operators, online or paused each day at other hours."""
    return [
        {
            "operator": f"operator {number}",
            "status": ("online", "online", "paused")[(number + day) % 3],
            "from": datetime(2026, 1, 1) + timedelta(days=day, hours=number),
            "to": datetime(2026, 1, 1) + timedelta(days=day, hours=number + 4),
        }
        for day in range(90)
        for number in range(24)
    ]


def members() -> list[dict[str, object]]:
    """Everybody is in one group, the first operator in five."""
    pairs = [*((n, n) for n in range(24)), *((0, n) for n in range(1, 5))]
    return [{"operator": f"operator {one}", "group": f"group {group}"} for one, group in pairs]


def chats() -> tuple[list[dict[str, object]], list[dict[str, object]]]:
    """Ten sessions a day, each with a client, a bot, an operator and the client again."""
    sessions: list[dict[str, object]] = []
    talk: list[dict[str, object]] = []
    for number in range(900):
        start = datetime(2026, 1, 1) + timedelta(hours=2.4 * number)
        chat = f"chat {number}"
        names = {name: f"{name} {number % 40}" for name in ("bot", "operator", "client")}
        at = {"started_at": start, "handoff_at": start, "closed_at": start + timedelta(hours=1)}
        session = {"id": chat, "channel": f"channel {number % 30}", "group": f"group {number % 25}"}
        sessions.append({**session, **names, **at, "status": ("closed", "active", "odd")[number % 3]})
        for place, author in enumerate(("client", "bot", "operator", "client")):
            at_once = {"id": f"{chat}-{place}", "at": start + timedelta(seconds=30 * place)}
            talk.append({**at_once, "chat": chat, "author": author})
    return sessions, talk


def messages() -> list[dict[str, object]]:
    return [
        sending(
            f"2026-{month:02d}-{day:02d} {number % 24:02d}:{number:02d}",
            (*SENT, *UNSENT, "NEW", None)[number % 14],
            (*CHANNELS, "Fax")[number % 8],
            sent_at=f"2026-{month:02d}-{day:02d} 23:58",
            delivered_at=f"2026-{month:02d}-{day:02d} 23:59" if number % 2 else None,
            reason=f"reason {number}",
            price="0.5",
            currency=("EUR", "RUB", "USD")[number % 3],
        )
        for month, length in ((1, 31), (2, 28), (3, 31))
        for day in range(1, length + 1)
        for number in range(40)
    ]


@pytest.fixture(scope="module")
def nothing(table: Table) -> Asked:
    return table([])


@pytest.fixture(scope="module")
def drawn(busy: Asked) -> Callable[[Chart], pd.DataFrame]:
    """What a chart shows of the busy year, asked once."""
    return cache(busy.drawn)


Drawn = Callable[[Chart], pd.DataFrame]


@of_each_chart
def test_at_most_a_thousand_rows_are_drawn(chart: Chart, busy: Asked, drawn: Drawn) -> None:
    shorter, longer = busy.filters("2026-01-01", "2026-04-01"), busy.filters("2020-01-01", "2027-01-01")
    for data in (drawn(chart), busy.drawn(chart, shorter), busy.drawn(chart, longer)):
        assert 0 < len(data) <= MOST_ROWS
        assert {"value"} < set(data.columns)


@of_each_chart
def test_at_most_20_series_and_bars_and_the_others(chart: Chart, drawn: Drawn) -> None:
    data = drawn(chart)
    is_of_time = chart.category_of in ("", "hour", "half_hour")
    for column in {"series"} | (set() if is_of_time else {"category"}):
        if column in data:
            assert len(set(data[column]) - {OTHERS}) <= 20


@of_each_chart
def test_a_store_without_a_row_is_drawn_too(chart: Chart, nothing: Asked) -> None:
    data = nothing.drawn(chart)
    assert len(data) <= MOST_ROWS
    assert not data["value"].fillna(0).any()
    chart.spec("en", "light", chart.series(data))
    chart.worded(data, "ru")


@pytest.mark.parametrize(
    ("prefix", "metric"),
    [
        ("calls_by", "calls"),
        ("answered_by", "answered"),
        ("talk_by_day", "talk_time"),
        ("chats_by", "chats"),
        ("messages_by", "messages"),
    ],
)
def test_counts_that_are_drawn_add_up_to_the_metric(
    prefix: str, metric: str, busy: Asked, drawn: Drawn
) -> None:
    charts = [chart for chart in CHARTS if chart.name.startswith(prefix)]
    assert charts
    for chart in charts:
        assert drawn(chart)["value"].sum() == pytest.approx(busy.one(metric)), chart.name


@of_each_chart
def test_the_rows_behind_a_chart_are_counted(chart: Chart, busy: Asked) -> None:
    assert chart.rows(busy.stores.frame(chart.query(busy.filters()))) > 0


@of_each_chart
def test_where_marks_are_counts_of_rows_they_add_up_to_them(chart: Chart, busy: Asked, drawn: Drawn) -> None:
    frame = busy.stores.frame(chart.query(busy.filters()))
    if chart.counted:
        assert drawn(chart)["value"].sum() == chart.rows(frame) > 0
    else:
        assert chart.rows(frame) > 0


def test_the_counts_of_rows_are_those_that_count_rows() -> None:
    counted = {chart.name for chart in CHARTS if chart.counted}
    assert {
        "calls_by_status",
        "answered_by_operator",
        "failure_reasons",
        "sms_by_statuses_and_days",
    } <= counted
    others = {
        "talk_by_day",
        "fees_by_day",
        "first_response_by_day",
        "simultaneous_calls",
        "coverage_by_half_hour",
    }
    assert not counted & others


@of_each_chart
def test_a_spec_holds_no_data_and_no_figure_in_every_language_and_theme(
    chart: Chart, drawn: Drawn, nightly: bool
) -> None:
    series = chart.series(drawn(chart))
    kinds = product(("en", "ru"), ("light", "dark")) if nightly else (("en", "light"), ("ru", "dark"))
    specs = [chart.spec(language, theme, series) for language, theme in kinds]
    for spec in specs:
        keys = set(every_key(spec))
        assert not keys & {"data", "datasets"}
        assert {"mark"} & keys
        written = json.dumps(spec)
        assert "2026-01" not in written and "bot 1" not in written
    assert all(one != another for one, another in combinations(specs, 2))


@of_each_chart
def test_the_same_series_give_the_very_same_spec(chart: Chart, busy: Asked, drawn: Drawn) -> None:
    first, second = chart.series(drawn(chart)), chart.series(busy.drawn(chart))
    assert first == second
    assert chart.spec("en", "light", first) is chart.spec("en", "light", second)


@pytest.mark.parametrize("look", [Look(is_small=True), Look(is_open=True), Look(is_compared=True)], ids=str)
@of_each_chart
def test_small_open_and_compared_charts_draw_the_same_columns(chart: Chart, look: Look, drawn: Drawn) -> None:
    data = drawn(chart)
    if look.is_open and "bucket" not in data:
        assert not chart.is_open(data)
        return
    pairs = every_pair(chart.spec("ru", "dark", chart.series(data), look))
    known = {*data.columns, "before"} if look.is_compared else {*data.columns}
    assert {value for key, value in pairs if key == "field"} <= known


@of_each_chart
def test_every_mark_draws_columns_that_the_shape_gives(chart: Chart, drawn: Drawn) -> None:
    data = drawn(chart)
    pairs = every_pair(chart.spec("en", "light", chart.series(data)))
    assert {value for key, value in pairs if key == "field"} <= set(data.columns)


def every_pair(spec: object) -> list[tuple[str, object]]:
    """Each key and value at any depth."""
    if isinstance(spec, dict):
        return [*spec.items(), *(pair for part in spec.values() for pair in every_pair(part))]
    return [pair for part in spec for pair in every_pair(part)] if isinstance(spec, list) else []


def every_key(spec: object) -> list[str]:
    return [key for key, _ in every_pair(spec)]


MARKED = {(chart.mark, chart.unit): chart for chart in CHARTS}


@pytest.mark.parametrize("chart", MARKED.values(), ids=[chart.name for chart in MARKED.values()])
def test_no_stack_of_bars_costs_a_group_of_its_own(chart: Chart) -> None:
    for series in ((), ("A", "B")):
        spec = chart.spec("en", "light", series, Look(is_small=True))
        sized = {**spec, "width": 300, "height": 200, "data": {"name": "rows"}}
        assert "stack_group" not in json.dumps(vl_convert.vegalite_to_vega(sized, picture.VERSION))
