"""A home with synthetic calls: made once through the house's own writer, then used again."""

import shutil
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb
import pyarrow.parquet as pq
from sqlalchemy import Connection, insert

from benchmarks.synthetic import DAYS, END, ZONE, Firm, tables
from twin_stats.analytics.filters import Filters
from twin_stats.settings import Settings
from twin_stats.source import books
from twin_stats.source.stores import Stores
from twin_stats.source.time import days
from twin_stats.source.writing import Batch, parquet_folder, writing_events

COMPANY, NEIGHBOUR = 7, 8


@dataclass(frozen=True)
class Home:
    """Stores with so many calls of one company, and a fiftieth as many of a neighbour."""

    folder: Path
    rows: int
    stores: Stores

    def engine(self) -> duckdb.DuckDBPyConnection:
        """DuckDB's own connection to the file that the stores have open: same settings, same cache."""
        with self.stores.events().connect() as connection:
            agent = connection.exec_driver_sql("SELECT current_setting('custom_user_agent')").scalar()
        file = self.stores.events_file(self.stores.generation())
        return duckdb.connect(str(file), read_only=True, config={"custom_user_agent": str(agent)})


def home(folder: Path, rows: int) -> Home:
    """The home under `folder` with so many calls; made if it is not there yet."""
    place = folder / f"calls-{rows}"
    made = place / "made"
    if not made.exists():
        shutil.rmtree(place, ignore_errors=True)
        _make(stores(place), rows)
        made.touch()
    return Home(place, rows, stores(place))


def stores(place: Path) -> Stores:
    """The stores of a home, whatever the environment says."""
    return Stores(Settings.from_environment({"TWIN_STATS_HOME": str(place)}))


def _make(target: Stores, rows: int) -> None:
    firms = (Firm(COMPANY, rows), Firm(NEIGHBOUR, max(1, rows // 50)))
    with writing_events(target) as writer:
        batches = [Batch("calls", firm.number, _parquet(target, firm), replaces=True) for firm in firms]
        writer.write(batches, _companies)
    target.close()


def _companies(connection: Connection, _generation: int) -> None:
    numbers = [{"company": number, "zone": ZONE, "currency": "EUR"} for number in (COMPANY, NEIGHBOUR)]
    connection.execute(insert(books.companies), numbers)


def _parquet(target: Stores, firm: Firm) -> Path:
    path = parquet_folder(target) / f"calls-{firm.number}.parquet"
    pieces = tables(firm)
    first = next(pieces)
    with pq.ParquetWriter(path, first.schema) as writer:
        writer.write_table(first)
        for piece in pieces:
            writer.write_table(piece)
    return path


def last_days(count: int) -> Filters:
    """The company's last so many days."""
    zone = ZoneInfo(ZONE)
    last = (END - timedelta(hours=1)).date()
    return Filters(COMPANY, zone, days(last - timedelta(days=count - 1), last, zone))


PERIODS = {"last 30 days": 30, f"all {DAYS} days": DAYS}
