"""Stores with trading companies: made once, copied for each test."""

import sqlite3
from pathlib import Path

import pytest

from tests.unit.billing.trade import trading
from tests.unit.source.making import new_stores
from twin_stats.source.stores import Stores


@pytest.fixture(scope="session")
def trading_books(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Books with a seller and two companies."""
    stores = trading(tmp_path_factory.mktemp("trading"))
    stores.close()
    with sqlite3.connect(stores.settings.home / "books.sqlite") as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return connection.serialize()


@pytest.fixture
def stores(trading_books: bytes, tmp_path: Path) -> Stores:
    """Stores of the test's own."""
    (tmp_path / "books.sqlite").write_bytes(trading_books)
    return new_stores(tmp_path)
