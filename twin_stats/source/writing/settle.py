"""What is worked out of chats and messages when they are written, for the sessions that an import touches.

Who waited, from when, and how long until the answer: dear to find and, once a session is over, never
different. Late messages touch their session again, in whatever import they come.
"""

from collections import Counter
from collections.abc import Collection
from pathlib import Path

from sqlalchemy import Connection

from twin_stats.source.writing.batch import Batch

STATEMENTS = Path(__file__).with_suffix(".sql")
SCRATCH = ("touched", "settling", "talk", "sums", "turns", "parts", "waits", "settled", "fresh")
# What is odd about the sessions touched, and kept all the same.
ODD = {
    "messages_of_unknown_sessions": "SELECT count(*) FROM talk t JOIN settling s ON s.n = t.n "
    "WHERE s.started_at IS NULL",
    "messages_before_their_session": "SELECT count(*) FROM talk t JOIN settling s ON s.n = t.n "
    'WHERE t."at" < s.started_at',
    "sessions_closed_before_start": "SELECT count(*) FROM chats c JOIN settling s ON s.company = c.company "
    "AND s.chat = c.id WHERE c.closed_at < c.started_at",
}
WITHOUT_A_NAME = "SELECT count(*) FROM touched WHERE chat IS NULL"
# Sessions and messages that are worked out at once: ten million at once took more than DuckDB's 600 MB.
MOST_ROWS = 3_000_000
MESSAGES = (
    "SELECT count(*) FROM messages m WHERE EXISTS "
    "(SELECT 1 FROM touched t WHERE t.company = m.company AND t.chat = m.chat)"
)
# Where each subject names the session of a row.
SESSION = {"chats": "id", "messages": "chat"}


def begin(connection: Connection) -> None:
    """Get ready to note sessions."""
    _clear(connection)
    connection.exec_driver_sql("CREATE TEMP TABLE touched (company INTEGER, chat VARCHAR)")


def note(connection: Connection, batch: Batch, source: str, columns: Collection[str]) -> None:
    """Note the sessions that a batch touches, before it is merged: those named, those that lose rows.

    `source` is the relation with the batch's rows, `columns` the names that it has.
    """
    session = SESSION.get(batch.subject)
    if not session:
        return
    old = f'SELECT o."{session}" FROM "{batch.subject}" o'
    mine = f"WHERE o.company = {batch.company:d}"
    named = [f'SELECT "{session}" FROM {source}'] if session in columns else []
    lost = old if batch.replaces else f"{old} JOIN {source} n ON n.id = o.id"
    for found in [*named, f'{lost} {mine} AND o."{session}" IS NOT NULL']:
        rows = f"SELECT {batch.company:d}, chat FROM ({found}) t (chat)"
        connection.exec_driver_sql(f"INSERT INTO touched {rows}")


def settle(connection: Connection) -> dict[str, int]:
    """Work out what is computed of the sessions noted; return how many odd things there were."""
    odd: Counter[str] = Counter()
    for part in range(_divided(connection)):
        _only(connection, part)
        for statement in STATEMENTS.read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.exec_driver_sql(statement)
        odd.update({name: _count(connection, sql) for name, sql in ODD.items()})
        if part == 0:
            odd["messages_of_unknown_sessions"] += _count(connection, WITHOUT_A_NAME)
        _clear(connection)
    _clear(connection)
    connection.exec_driver_sql("DROP TABLE IF EXISTS noted")
    return odd


def _divided(connection: Connection) -> int:
    """Put the sessions noted into parts that fit into the engine's memory, and return how many there are."""
    if not connection.exec_driver_sql("SELECT 1 FROM touched LIMIT 1").first():
        return 0
    rows = _count(connection, MESSAGES) + _count(connection, "SELECT count(*) FROM touched")
    parts = -(-rows // MOST_ROWS)
    connection.exec_driver_sql("DROP TABLE IF EXISTS noted")
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE noted AS SELECT company, chat, mod(row_number() OVER (), {parts:d}) AS part "
        "FROM (SELECT DISTINCT company, chat FROM touched) t"
    )
    return parts


def _only(connection: Connection, part: int) -> None:
    connection.exec_driver_sql("DROP TABLE IF EXISTS touched")
    connection.exec_driver_sql(
        f"CREATE TEMP TABLE touched AS SELECT company, chat FROM noted WHERE part = {part:d}"
    )


def _count(connection: Connection, sql: str) -> int:
    return int(connection.exec_driver_sql(sql).scalar_one())


def _clear(connection: Connection) -> None:
    for table in SCRATCH:
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {table}")
