"""Sessions in a store that lies in memory, so that a test costs milliseconds."""

from collections.abc import Callable, Iterable, Iterator

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool

from tests.unit.analytics.chats.telling import Row, Session, Told, told
from tests.unit.source.making import new_stores
from twin_stats.source.stores import Stores
from twin_stats.source.tables import events

Tell = Callable[..., Told]


@pytest.fixture(scope="session")
def in_memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Stores whose events lie in memory."""
    stores = new_stores(tmp_path_factory.mktemp("chats"))
    engine = create_engine("duckdb:///:memory:", poolclass=StaticPool)
    events.create_all(engine)
    stores._readers[0] = engine
    yield stores
    stores.close()


@pytest.fixture(scope="session")
def tell(in_memory: Stores) -> Tell:
    """`tell(session, …, groups=[…], loose=[…])`: a company of its own with them, that can be asked."""

    def made(*sessions: Session, groups: Iterable[Row] = (), loose: Iterable[Row] = ()) -> Told:
        return told(in_memory, sessions, groups, loose)

    return made
