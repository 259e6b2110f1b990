"""News of rows that are there already: a notification keeps its highest status, and all that was ever known.

Status news come late and out of order, and each may know only a part. So a later row does not replace an
earlier one: what it knows wins, what it does not know stays, and its status counts only if it ranks as high.
"""

from collections.abc import Sequence

from sqlalchemy import Connection

from twin_stats.source import notifications
from twin_stats.source.tables import SUBJECTS, given
from twin_stats.source.writing.batch import Batch


def combined(
    connection: Connection, batch: Batch, source: str, names: Sequence[str]
) -> tuple[str, Sequence[str]]:
    """The relation to write, and its columns: `source` itself, or its rows with what is known of them."""
    if batch.subject != "notifications" or batch.replaces:
        return source, names
    table, relation = SUBJECTS[batch.subject], "combined_notifications"
    columns = ", ".join(f'{sql} AS "{name}"' for name, sql in pair(names).items())
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {relation}")
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE {relation} AS SELECT {columns} FROM {source} n "
        f'LEFT JOIN "{table.name}" t ON t.company = {batch.company:d} AND t.id = n.id'
    )
    return relation, given(table)


def pair(names: Sequence[str]) -> dict[str, str]:
    """SQL for each column of `n`, a later row with these columns, and `t`, an earlier one or none."""
    every = given(SUBJECTS["notifications"])
    columns = {
        name: f'coalesce(n."{name}", t."{name}")' if name in names else f't."{name}"' for name in every
    }
    if "status" in names:
        columns["status"] = f"CASE WHEN {_rank('t')} > {_rank('n')} THEN t.status ELSE n.status END"
    if "created_at" in names:
        # News may bring no other time than its own: a message is as old as its first news says.
        columns["created_at"] = 'least(n."created_at", t."created_at")'
    if "currency" in names:
        # An amount keeps the currency that it came with.
        kept = "t.price IS NOT NULL" + (" AND n.price IS NULL" if "price" in names else "")
        columns["currency"] = f"CASE WHEN {kept} THEN t.currency ELSE {columns['currency']} END"
    return columns


def _rank(row: str) -> str:
    ranks = " ".join(f"WHEN '{status}' THEN {rank}" for status, rank in notifications.RANKS.items())
    known = f"CASE upper({row}.status) {ranks} ELSE {notifications.UNHEARD_OF} END"
    return f"CASE WHEN {row}.status IS NULL THEN 0 ELSE {known} END"
