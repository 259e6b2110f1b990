"""ClickHouse's HTTP protocol, answered by the real engine in this process: enough for its own driver."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

FORMAT = re.compile(rb"\s+FORMAT\s+(\w+)\s*;?\s*$", re.IGNORECASE)


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
            statement = parse_qs(urlsplit(self.path).query).get("query", [""])[0].encode() + body
            form = FORMAT.search(statement)
            name = form[1].decode() if form else "TabSeparated"
            try:
                with lock:
                    found = session.query(FORMAT.sub(b"", statement).decode(), name).bytes()
                self.reply(200, found or b"", name)
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
