"""Every page carries the style and says where the server is; other answers, and what keeps a browser from
seeing both, are told apart."""

import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from tests.unit.asgi import answer
from twin_stats.ui.bundle import ROOT, files
from twin_stats.ui.dressing import PLACE, ROUTES, STYLE, Dressed, address

PAGE = "<html><head></head><body><p>Wörter</p></body></html>"
INDEX = (ROOT / "index.html").read_text()
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
            Route("/deep/pieces", pieces),
            Route("/invoices", page),
            Route("/data", lambda _request: PlainTextResponse("</body>")),
            *ROUTES,
        ]
    )
)


@pytest.mark.parametrize(("path", "place"), [("/invoices", PLACE.decode()), ("/deep/pieces", "")])
def test_a_page_refers_to_the_style_at_its_end_and_says_where_the_server_is_if_it_knows(
    path: str, place: str
) -> None:
    _, headers, body = answer(SITE, path, HTML)
    expected = PAGE.replace("</body>", f'<link rel="stylesheet" href="{address()}"></body>')
    assert body.decode() == expected.replace("</head>", f"{place}</head>")
    assert int(headers["content-length"]) == len(body)


@pytest.mark.parametrize("path", ["/", "/pieces"])
def test_what_draws_charts_is_loaded_from_the_start_on_pages_with_charts(path: str) -> None:
    named = re.findall(
        r'<link rel="modulepreload" crossorigin href="\.(.+?)">', answer(SITE, path, HTML)[2].decode()
    )
    assert {"ArrowVegaLiteChart", "embed", "vega-interpreter"} < {
        name.split("/")[-1].split(".")[0] for name in named
    }
    assert set(named) < set(files()) and not [name for name in named if name in INDEX]


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
    _, _, body = answer(Dressed(HTMLResponse(PAGE)), "/stats/chats", HTML, root="/stats")
    assert PLACE in body
