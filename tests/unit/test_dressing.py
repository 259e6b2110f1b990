"""Every page carries the style; other answers, and what keeps a browser from seeing it, are told apart."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.unit.asgi import answer
from twin_stats.ui.dressing import ROUTES, STYLE, Dressed, address

PAGE = "<html><head></head><body><p>Wörter</p></body></html>"
HTML = {"accept": "text/html,application/xhtml+xml"}


def page(request: Request) -> Response:
    """A page that says what it was asked with, and that it has not changed if it is asked so."""
    if "if-none-match" in request.headers:
        return Response(status_code=304)
    seen = ",".join(sorted(set(request.headers) & {"accept-encoding", "range"}))
    return HTMLResponse(PAGE, headers={"etag": "old", "x-seen": seen})


async def pieces(_request: Request) -> Response:
    """The same page in pieces."""

    async def each() -> Any:
        for letter in PAGE:
            yield letter

    return StreamingResponse(each(), media_type="text/html")


SITE = Dressed(
    Starlette(
        routes=[
            Route("/", page),
            Route("/pieces", pieces),
            Route("/data", lambda _request: PlainTextResponse("</body>")),
            *ROUTES,
        ]
    )
)


@pytest.mark.parametrize("path", ["/", "/pieces"])
def test_a_page_refers_to_the_style_at_its_end(path: str) -> None:
    _, headers, body = answer(SITE, path, HTML)
    assert body.decode() == PAGE.replace("</body>", f'<link rel="stylesheet" href="{address()}"></body>')
    assert int(headers["content-length"]) == len(body)


def test_a_page_that_the_browser_knows_already_is_dressed_anew() -> None:
    known = {"if-none-match": "old", "range": "bytes=0-9", "accept-encoding": "gzip"}
    status, headers, body = answer(SITE, "/", HTML | known)
    assert status == 200 and address() in body.decode()
    assert headers["x-seen"] == "" and "etag" not in headers


def test_what_is_no_page_is_left_alone() -> None:
    assert answer(SITE, "/data", HTML)[2] == b"</body>"
    assert answer(SITE, "/", {"accept": "*/*"})[2] == PAGE.encode()
    assert answer(SITE, "/nowhere", HTML)[0] == 404
    _, headers, body = answer(SITE, "/", HTML, method="HEAD")
    assert int(headers["content-length"]) == len(PAGE.encode()) and address() not in body.decode()


def test_the_style_is_kept_for_ever_and_no_other_is_there() -> None:
    status, headers, body = answer(SITE, address(), {})
    assert status == 200 and body == STYLE.read_bytes() and "immutable" in headers["cache-control"]
    assert answer(SITE, "/style/older.css", {})[0] == 404


def test_below_another_root_the_address_is_below_it_too() -> None:
    _, _, body = answer(Dressed(HTMLResponse(PAGE)), "/", HTML, root="/stats")
    assert f'href="/stats{address()}"'.encode() in body
