"""Streamlit's own files (programs, styles, fonts), sent from memory.

Streamlit reads each of them anew in threads of its own, which wait for the page that runs meanwhile: 1.1 ms a
file instead of 0.2, of 120 files that a first visit needs, and a page opened 0.13 s later. It also sends them
as they are, 3.9 MB a visit; packed once at the start they are a third of it.
"""

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from mimetypes import guess_type
from pathlib import Path

import streamlit
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

ROOT = Path(streamlit.__file__).parent / "static"
PROGRAMS = ROOT / "static" / "js"
IMPORT = re.compile(r"""(?:from|import)["'`]\./([\w.-]+\.js)["'`]""")
# Their names change with their contents.
FOREVER = b"public, immutable, max-age=31536000"
PACKED = {".js", ".css", ".svg"}


@dataclass(frozen=True)
class File:
    """What is sent of a file."""

    body: bytes
    headers: tuple[tuple[bytes, bytes], ...]


class Bundle:
    """ASGI middleware: plain questions for these files are answered at once, all others passed on."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or pass the request on."""
        found = self._found(scope)
        if found is None:
            await self.app(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": found.headers})
        await send({"type": "http.response.body", "body": found.body})

    @staticmethod
    def _found(scope: Scope) -> File | None:
        if scope["type"] != "http" or scope["method"] != "GET" or scope.get("root_path"):
            return None
        found = files().get(scope["path"])
        headers = Headers(scope=scope) if found else {}
        is_plain = "range" not in headers and "gzip" in headers.get("accept-encoding", "")
        return found if is_plain else None


def with_imports(name: str) -> list[str]:
    """The file names of a program and of all that it imports."""
    found = [path.name for path in PROGRAMS.glob(f"{name}.*.js")]
    for each in found:
        imports = IMPORT.findall((PROGRAMS / each).read_text(encoding="utf-8"))
        found += [one for one in dict.fromkeys(imports) if one not in found]
    return found


@lru_cache(maxsize=1)
def files() -> Mapping[str, File]:
    """All of them by their address."""
    paths = (path for path in (ROOT / "static").rglob("*") if path.is_file())
    return {f"/{path.relative_to(ROOT).as_posix()}": _file(path) for path in paths}


def _file(path: Path) -> File:
    kind = guess_type(path.name)[0] or "application/octet-stream"
    is_packed = path.suffix in PACKED
    body = gzip.compress(path.read_bytes(), 6, mtime=0) if is_packed else path.read_bytes()
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    headers += [(b"cache-control", FOREVER), (b"vary", b"accept-encoding")]
    return File(body, (*headers, *([(b"content-encoding", b"gzip")] if is_packed else [])))
