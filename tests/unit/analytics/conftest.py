"""One event store for all tests of figures: each table of calls is a company of its own in it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.source.making import new_stores, numbers, write
from twin_stats.source.stores import Stores

Table = Callable[..., Asked]


@pytest.fixture(scope="session")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """The store that all tables of this run stand in."""
    stores = new_stores(tmp_path_factory.mktemp("figures"))
    yield stores
    stores.close()


@pytest.fixture(scope="session")
def table(stores: Stores) -> Table:
    """`table(rows, zone="UTC", subject="calls")` writes rows of a new company, and gives what to ask."""

    def made(rows: list[dict[str, Any]], zone: str = "UTC", **more: str) -> Asked:
        company = next(numbers)
        if rows:
            write(stores, company, rows, zone=zone, **more)
        return Asked(stores, company, zone)

    return made
