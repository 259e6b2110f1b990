"""Random calls, zones and filters: every figure is what plain Python makes of the same rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from sqlalchemy import create_engine, delete, insert
from sqlalchemy.pool import StaticPool

from tests.properties import oracle
from tests.properties.asking import MONEY, compare
from tests.properties.strategies import Case, cases
from tests.unit.source.making import new_stores
from twin_stats.analytics import catalogue
from twin_stats.source.stores import Stores
from twin_stats.source.tables import calls, events


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Stores whose events lie in memory, so that an example costs milliseconds."""
    stores = new_stores(Path(tmp_path_factory.mktemp("random")))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield stores
    stores.close()


@given(case=cases())
def test_every_metric_equals_a_recomputation_in_plain_python(stores: Stores, case: Case) -> None:
    with stores.events(0).begin() as connection:
        connection.execute(delete(calls))
        if case.rows:
            connection.execute(insert(calls).values(case.rows))
    read = lambda statement: stores.frame(statement, 0)  # noqa: E731
    compare(read, case.rows, case.by, case.filters)


def test_the_recomputation_knows_every_metric_of_calls() -> None:
    of_calls = {name for name, one in catalogue.metrics().items() if one.fact.subject == "calls"}
    assert {*oracle.NAMES, *MONEY} == of_calls
