"""Streamlit's files come from memory, byte for byte; whatever is asked for otherwise is passed on."""

import gzip
from typing import Any

import pytest

from tests.unit import asgi
from twin_stats.ui.bundle import ROOT, Bundle, files


async def beyond(_scope: Any, _receive: Any, send: Any) -> None:
    """What it passes questions on to."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"passed on"})


def answer(path: str, method: str = "GET", **headers: str) -> tuple[dict[str, str], bytes]:
    """The headers and the body of an answer; those of what it is passed on to are empty and b"passed on"."""
    given = {name.replace("_", "-"): text for name, text in headers.items()}
    asked = {"accept-encoding": "gzip, br"} | given
    _, told, body = asgi.answer(Bundle(beyond), path, asked, method=method)
    return told, body


def test_every_file_comes_as_it_is_on_the_disk_and_for_ever() -> None:
    addresses = {f"/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "static").rglob("*.*")}
    assert addresses and addresses == files().keys()
    for path in addresses:
        headers, body = answer(path)
        assert int(headers["content-length"]) == len(body)
        assert "immutable" in headers["cache-control"]
        is_packed = headers.get("content-encoding") == "gzip"
        assert (gzip.decompress(body) if is_packed else body) == (ROOT / path[1:]).read_bytes()
        assert is_packed == path.endswith((".js", ".css", ".svg"))
        assert headers["content-type"].split("/")[0] in ("text", "font", "image")


@pytest.mark.parametrize(
    "path", ["/", "/chats", "/static/none.js", "/static/../index.html", "/_stcore/health"]
)
def test_other_addresses_are_passed_on(path: str) -> None:
    assert answer(path)[1] == b"passed on"


def test_parts_of_files_other_methods_and_browsers_that_cannot_unpack_are_passed_on() -> None:
    path = next(path for path in files() if path.endswith(".js"))
    assert answer(path)[1] != b"passed on"
    assert answer(path, range="bytes=0-9")[1] == b"passed on"
    assert answer(path, method="HEAD")[1] == b"passed on"
    assert answer(path, accept_encoding="identity")[1] == b"passed on"
