"""Text from data and from users is never SQL: the filter finds exactly the row with that very name."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, insert, select
from sqlalchemy.engine import Engine
from sqlalchemy.pool import StaticPool

from twin_stats.analytics.filters import Filters, where
from twin_stats.exports.sql import as_text
from twin_stats.source.facts import calls
from twin_stats.source.tables import calls as table
from twin_stats.source.tables import events
from twin_stats.source.time import Period, zone

HOSTILE = (
    "'; DROP TABLE calls; --",
    "' OR '1'='1",
    "''",
    '"quoted"',
    "back\\slash",
    "end\\",
    "\\'; --",
    "100 %",
    "%s %(bot)s %%",
    ":bot :1 ::text",
    "$1 $bot ?",
    "{bot} {0}",
    "two\nlines\r\n",
    "tab\t",
    "__[POSTCOMPILE_param_1]",
    "/* comment */ -- too",
    "Ωμέγα ё 漢字 🙂",
    "e\u0301 is not é",
    " blanks ",
    "E'x' X'41' U&'\\0041'",
)
PERIOD = Period(datetime(2026, 1, 1), datetime(2027, 1, 1))


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    rows = [
        {"company": 1, "id": name, "started_at": datetime(2026, 1, 5), "bot": name}
        for name in (*HOSTILE, "plain")
    ]
    with engine.begin() as connection:
        connection.execute(insert(table), rows)
    yield engine
    engine.dispose()


def found(engine: Engine, *names: str) -> list[str]:
    filters = Filters(1, zone("UTC"), PERIOD).choosing({"bot": names})
    statement = select(table.c.bot).where(where(filters, calls))
    with engine.connect() as connection:
        ran = connection.execute(statement).scalars().all()
        assert connection.exec_driver_sql(as_text(statement, engine)).scalars().all() == ran
    return sorted(ran)


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_exactly_the_row_with_that_name_is_found(engine: Engine, name: str) -> None:
    assert found(engine, name) == [name]
    assert found(engine, name, "plain") == sorted([name, "plain"])


def test_all_of_them_at_once(engine: Engine) -> None:
    assert found(engine, *HOSTILE) == sorted(HOSTILE)


@given(name=st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1))
def test_any_text_at_all_finds_itself_or_nothing(engine: Engine, name: str) -> None:
    assert found(engine, name) == ([name] if name in (*HOSTILE, "plain") else [])
