"""Real stores for tests, made quickly: a home, companies, rows given as dictionaries."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import (
    TIMESTAMP,
    Boolean,
    Connection,
    Double,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    delete,
    insert,
    select,
)

from twin_stats.settings import Settings
from twin_stats.source import books
from twin_stats.source.notifications import meaning
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SUBJECTS, given
from twin_stats.source.writing import Batch, parquet_folder, writing_events

Row = Mapping[str, Any]
ARROW = {
    TIMESTAMP: pa.timestamp("us"),
    Numeric: pa.decimal128(18, 6),
    Double: pa.float64(),
    SmallInteger: pa.int16(),
    Integer: pa.int32(),
    Boolean: pa.bool_(),
}
numbers = count(1)
# A server that others fill: they write as they like, and complete the rows by the same expressions.
CAME = SUBJECTS["notifications"].to_metadata(MetaData(), name="came")


def new_stores(home: Path, **environment: str) -> Stores:
    """The stores of a home; `TWIN_STATS_…` variables may be given."""
    return Stores(Settings.from_environment({"TWIN_STATS_HOME": str(home), **environment}))


def add_company(stores: Stores, number: int, zone: str = "UTC", currency: str = "EUR") -> None:
    """Enter a company in the books, if it is not there yet."""
    table = books.companies
    with stores.writing() as connection:
        if not connection.scalar(select(table.c.company).where(table.c.company == number)):
            row = {"company": number, "name": f"Company {number}", "zone": zone, "currency": currency}
            connection.execute(insert(table).values(row))


def batch(stores: Stores, company: int, rows: Iterable[Row], subject: str = "calls", **more: bool) -> Batch:
    """The rows as a Parquet file, as an importer leaves it; columns that no row names are left out."""
    rows = list(rows)
    path = parquet_folder(stores) / f"{subject}-{company}-{next(numbers)}.parquet"
    named = {name for row in rows for name in row}
    fields = [
        pa.field(column.name, ARROW.get(type(column.type), pa.string()))
        for column in SUBJECTS[subject].columns
        if column.name in named
    ]
    pq.write_table(pa.Table.from_pylist([dict(row) for row in rows], schema=pa.schema(fields)), path)
    return Batch(subject, company, path, **more)


def write(stores: Stores, company: int, rows: Iterable[Row], **more: Any) -> int:
    """Write the rows as the company's next import; return the generation."""
    add_company(stores, company, more.pop("zone", "UTC"))
    with writing_events(stores) as writer:
        return writer.write([batch(stores, company, rows, **more)], lambda _connection, _generation: None)


def call(at: str, status: str | None = "ANSWERED", **more: Any) -> dict[str, Any]:
    """A call that started at an instant (UTC), with money as text and times as ISO."""
    row = {"id": f"c{next(numbers)}", "started_at": at, "status": status, **more}
    for name in ("started_at", "answered_at", "ended_at"):
        row[name] = datetime.fromisoformat(row[name]) if row.get(name) else None
    for name in ("call_fee", "bot_fee"):
        row[name] = Decimal(row[name]) if row.get(name) is not None else None
    return row


def sending(
    at: str, status: str | None = "DELIVERED", channel: str | None = "Viber", **more: Any
) -> dict[str, Any]:
    """A notification created at an instant (UTC), with its price as text and times as ISO."""
    row = {"id": f"n{next(numbers)}", "created_at": at, "status": status, "channel": channel, **more}
    for name in ("created_at", "sent_at", "delivered_at", "read_at"):
        row[name] = datetime.fromisoformat(row[name]) if row.get(name) else None
    row["price"] = Decimal(row["price"]) if row.get("price") is not None else None
    return row


def put_notifications(connection: Connection, rows: Iterable[Row]) -> None:
    """Notifications written into the tables directly, with what is worked out of each."""
    table, names = SUBJECTS["notifications"], ["company", *given(SUBJECTS["notifications"])]
    connection.execute(insert(CAME).values([dict(row) for row in rows]))
    found = select(*(CAME.c[name] for name in names), *meaning(CAME.c).values())
    connection.execute(insert(table).from_select([*names, *meaning(CAME.c)], found))
    connection.execute(delete(CAME).where(CAME.c.company.is_not(None)))
