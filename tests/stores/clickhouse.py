"""ClickHouse's HTTP protocol, answered by the real engine in this process: enough for its own driver."""

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from sqlalchemy import TIMESTAMP, Boolean, Column, Double, Integer, Numeric, Table

FORMAT = re.compile(rb"\s+FORMAT\s+(\w+)\s*;?\s*$", re.IGNORECASE)
SETTINGS = {"cast_keep_nullable", "aggregate_functions_null_for_empty"}


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A server on loopback; gives its SQLAlchemy URL."""
    from chdb.session import Session

    session, lock = Session(str(folder)), threading.Lock()

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.answer(b"")

        def do_POST(self) -> None:
            self.answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

        def answer(self, body: bytes) -> None:
            asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
            statement = asked.get("query", "").encode() + body
            form = FORMAT.search(statement)
            name = form[1].decode() if form else "TabSeparated"
            try:
                with lock:
                    found = session.query(with_settings(FORMAT.sub(b"", statement).decode(), asked), name)
                self.reply(200, found.bytes() or b"", name)
            except Exception as error:
                self.reply(500, str(error).encode(), "TabSeparated")

        def reply(self, status: int, body: bytes, form: str) -> None:
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("X-ClickHouse-Format", form)
            self.send_header("X-ClickHouse-Summary", "{}")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"clickhousedb://default@127.0.0.1:{server.server_port}/default"
    finally:
        server.shutdown()
        server.server_close()
        session.close()


def with_settings(statement: str, asked: Mapping[str, str]) -> str:
    """The settings of a request hold for its own question only."""
    named = ", ".join(f"{name} = {asked[name]}" for name in sorted(SETTINGS & asked.keys()))
    return f"{statement} SETTINGS {named}" if named and statement.startswith("SELECT") else statement


TYPES = {
    TIMESTAMP: "DateTime64(6, 'UTC')",
    Numeric: "Decimal(18, 6)",
    Double: "Float64",
    Boolean: "Bool",
    Integer: "Int32",
}


def created(table: Table) -> str:
    """The statement that makes an event table on ClickHouse, in the types that `docs` ask for."""
    columns = ", ".join(f"`{column.name}` {_type(column)}" for column in table.columns)
    return f"CREATE TABLE IF NOT EXISTS `{table.name}` ({columns}) ENGINE = MergeTree ORDER BY tuple()"


def _type(column: Column[object]) -> str:
    name = TYPES.get(type(column.type), "String")
    return f"Nullable({name})" if column.nullable else name
