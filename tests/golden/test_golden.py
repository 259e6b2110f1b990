"""The SQL of every chart and of sample questions, for each database: a change of it shows in the diff.

After a change that is meant: `TWIN_STATS_REWRITE_GOLDEN=1 python -m pytest tests/golden`, then read the diff.
"""

import os
import re
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Select, create_engine
from sqlalchemy.pool import StaticPool

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import coverage, statements
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.mark import Marked
from twin_stats.analytics.filters import Filters
from twin_stats.exports.sql import as_text
from twin_stats.source.notifications import CHANNELS
from twin_stats.source.time import Period, zone

FOLDER = Path(__file__).parent
REWRITE = bool(os.environ.get("TWIN_STATS_REWRITE_GOLDEN"))
URLS = {
    "duckdb": "duckdb:///:memory:",
    "postgresql": "postgresql+psycopg://nobody@localhost/nothing",
    "clickhouse": "clickhousedb://nobody@localhost/nothing",
}
# What is worked out of chats is written by DuckDB and PostgreSQL, so ClickHouse has no chats to be asked for.
WITHOUT = {"clickhouse": ("chats",)}
# March 2026 in Berlin, with the change of the clock and a filter of each kind.
PERIOD = Period(datetime(2026, 2, 28, 23), datetime(2026, 3, 31, 22))
MARCH = Filters(7, zone("Europe/Berlin"), PERIOD, as_of=datetime(2026, 3, 31, 12))
GROUP = {"group": ["O'Neil & 100 %"]}
FILTERS = {
    "calls": MARCH.choosing({"direction": ["inbound", ""], "status": ["ANSWERED"], **GROUP}),
    "chats": MARCH.choosing({"channel": ["Web", ""], "customer_messages": ["yes"], **GROUP}),
    "operators": MARCH.choosing({"channel": ["Web"], **GROUP}),
    "notifications": MARCH.choosing({"channel": ["Viber", ""], "status": ["SENT", "DELIVERED"]}),
}
OF_TIME = ("none", "day", "week", "month", "hour", "weekday")
ASKED_BY = {
    "calls": (*OF_TIME, "bot"),
    "chats": ("none", "day", "channel"),
    "operators": ("none", "day", "group", "operator"),
    "notifications": ("none", "day", "channel"),
}
# Of charts that are there once for each channel, Viber's stand for all of them.
TWINS = tuple(f"{channel.lower()}_" for channel in CHANNELS if channel != "Viber")
CHARTS = {name: chart for name, chart in catalogue.charts().items() if not name.startswith(TWINS)}


def of_chart(name: str) -> list[Select]:
    chart = catalogue.charts()[name]
    return [chart.query(FILTERS[chart.subject])]


def of_metrics(subject: str, dimension: str) -> list[Select]:
    """Every metric of a subject by one dimension."""
    metrics = [metric for metric in catalogue.metrics().values() if metric.fact.subject == subject]
    by = [] if dimension == "none" else [dimension]
    return statements(metrics, by, FILTERS[subject])


def of_coverage(subject: str) -> list[Select]:
    asked: list[Select] = []

    def read(statement: Select) -> object:
        asked.append(statement)
        raise StopIteration

    with pytest.raises(StopIteration):
        coverage(read, catalogue.SUBJECTS[subject].fact, 7)
    return asked


def laid_out(sql: str) -> str:
    """One column or condition a line, so that a diff shows what changed."""
    lines, depth, quoted = [""], 0, False
    for part in re.split(r"(['()]|, | AND | GROUP BY | ORDER BY |\s*\n)", sql):
        quoted ^= part == "'"
        depth += 0 if quoted else {"(": 1, ")": -1}.get(part, 0)
        if (
            depth
            or quoted
            or part in {"'", "("}
            or not re.fullmatch(r", | AND | GROUP BY | ORDER BY |\s*\n", part)
        ):
            lines[-1] += part
        elif part == ", ":
            lines[-1] += ","
            lines.append("  ")
        else:
            lines.append("  AND " if part == " AND " else part.lstrip())
    return "\n".join(line.rstrip() for line in lines)


DRILLED = {
    "calls": ("calls_by_status_and_day", {"bucket": "2026-03-29", "series": "ANSWERED"}),
    "chats": ("sl_first_by_group", {"category": "Support"}),
    "notifications": ("delivery_times", {"category": "3", "series": "delivered"}),
    "operators": ("occupancy_by_day", {"bucket": "2026-03-29", "series": "occupancy"}),
}


def of_rows(subject: str) -> list[Select]:
    """A page of the rows behind a mark, and what is said of all of them."""
    name, keys = DRILLED[subject]
    data = pd.DataFrame({"category": [str(number) for number in range(10)]})
    mark = Marked(catalogue.charts()[name], data, keys, FILTERS[subject], lambda _: pd.DataFrame())
    behind = find.of_mark(mark)
    return [behind.page(2, 50), behind.count() if behind.figure is None else behind.figure]


QUESTIONS: dict[tuple[str, str], Callable[[], list[Select]]] = {
    **{(chart.subject, f"chart_{name}"): partial(of_chart, name) for name, chart in CHARTS.items()},
    **{
        (subject, f"{subject}_by_{dimension}"): partial(of_metrics, subject, dimension)
        for subject, dimensions in ASKED_BY.items()
        for dimension in dimensions
    },
    **{(subject, f"{subject}_coverage"): partial(of_coverage, subject) for subject in ASKED_BY},
    **{(subject, f"rows_of_{subject}"): partial(of_rows, subject) for subject in DRILLED},
}
CASES = [
    (dialect, subject, name)
    for dialect in URLS
    for subject, name in QUESTIONS
    if subject not in WITHOUT.get(dialect, ())
]


@pytest.mark.parametrize(("dialect", "subject", "name"), CASES)
def test_the_sql_is_the_one_that_was_read_and_agreed(dialect: str, subject: str, name: str) -> None:
    pytest.importorskip({"clickhouse": "clickhouse_connect", "postgresql": "psycopg"}.get(dialect, "duckdb"))
    engine = create_engine(URLS[dialect], **({"poolclass": StaticPool} if dialect == "duckdb" else {}))
    made = QUESTIONS[subject, name]()
    written = "\n\n".join(f"{laid_out(as_text(one, engine))};" for one in made) + "\n"
    path = FOLDER / dialect / f"{name}.sql"
    if REWRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: rewrite as this module says"
    assert written == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert set(FOLDER.glob("*/*.sql")) == {FOLDER / dialect / f"{name}.sql" for dialect, _, name in CASES}


@pytest.mark.parametrize(
    "ending", ["_by_statuses_and_days", "_by_statuses_and_days_in_percent", "_sent_by_day"]
)
def test_the_sql_of_a_channel_is_vibers_with_another_name(ending: str) -> None:
    engine = create_engine(URLS["duckdb"], poolclass=StaticPool)
    filters, charts = FILTERS["notifications"].without(["channel"]), catalogue.charts()
    known = {each: f"{each.lower()}{ending}" for each in CHANNELS if f"{each.lower()}{ending}" in charts}
    written = {channel: as_text(charts[name].query(filters), engine) for channel, name in known.items()}
    assert len(known) >= 5
    for channel, sql in written.items():
        assert sql == written["Viber"].replace("channel = 'Viber'", f"channel = '{channel}'"), channel
