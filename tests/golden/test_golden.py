"""The SQL of every chart and of sample questions, for each database: a change of it shows in the diff.

After a change that is meant: `TWIN_STATS_REWRITE_GOLDEN=1 python -m pytest tests/golden`, then read the diff.
"""

import os
import re
from collections.abc import Callable
from datetime import datetime
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import Select, create_engine
from sqlalchemy.pool import StaticPool

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import coverage, statements
from twin_stats.analytics.filters import Filters
from twin_stats.exports.sql import as_text
from twin_stats.source.facts import calls
from twin_stats.source.time import Period, zone

FOLDER = Path(__file__).parent
REWRITE = bool(os.environ.get("TWIN_STATS_REWRITE_GOLDEN"))
SUBJECTS = ("calls",)
URLS = {
    "duckdb": "duckdb:///:memory:",
    "postgresql": "postgresql+psycopg://nobody@localhost/nothing",
    "clickhouse": "clickhousedb://nobody@localhost/nothing",
}
# March 2026 in Berlin, with the change of the clock and a filter of each kind.
MARCH = Filters(
    7, zone("Europe/Berlin"), Period(datetime(2026, 2, 28, 23), datetime(2026, 3, 31, 22))
).choosing({"direction": ["inbound", ""], "group": ["O'Neil & 100 %"], "status": ["ANSWERED"]})
CHARTS = [name for name, chart in catalogue.charts().items() if chart.subject in SUBJECTS]


def of_chart(name: str) -> list[Select]:
    return [catalogue.charts()[name].query(MARCH)]


def of_metrics(name: str) -> list[Select]:
    """Every metric of calls by one dimension."""
    metrics = [metric for metric in catalogue.metrics().values() if metric.fact is calls]
    return statements(metrics, [name] if name != "none" else [], MARCH)


def of_coverage(_name: str) -> list[Select]:
    asked: list[Select] = []

    def read(statement: Select) -> object:
        asked.append(statement)
        raise StopIteration

    with pytest.raises(StopIteration):
        coverage(read, calls, 7)
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


QUESTIONS: list[tuple[str, Callable[[str], list[Select]], str]] = [
    *((f"chart_{name}", of_chart, name) for name in CHARTS),
    *(
        (f"calls_by_{name}", of_metrics, name)
        for name in ("none", "day", "week", "month", "hour", "weekday", "bot")
    ),
    ("coverage", of_coverage, ""),
]


@pytest.mark.parametrize(
    ("dialect", "question"),
    product(URLS, QUESTIONS),
    ids=lambda part: part if isinstance(part, str) else part[0],
)
def test_the_sql_is_the_one_that_was_read_and_agreed(
    dialect: str, question: tuple[str, Callable[[str], list[Select]], str]
) -> None:
    pytest.importorskip({"clickhouse": "clickhouse_connect", "postgresql": "psycopg"}.get(dialect, "duckdb"))
    engine = create_engine(URLS[dialect], **({"poolclass": StaticPool} if dialect == "duckdb" else {}))
    name, made, about = question
    written = "\n\n".join(f"{laid_out(as_text(one, engine))};" for one in made(about)) + "\n"
    path = FOLDER / dialect / f"{name}.sql"
    if REWRITE:
        path.parent.mkdir(exist_ok=True)
        path.write_text(written, encoding="utf-8")
    assert path.exists(), f"{path.name} is missing: rewrite as this module says"
    assert written == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    expected = {FOLDER / dialect / f"{name}.sql" for dialect in URLS for name, _, _ in QUESTIONS}
    assert set(FOLDER.glob("*/*.sql")) == expected
