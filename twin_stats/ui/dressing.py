"""What a page carries from the start: our style, where the server is, and what draws charts.

As an element of a page (`st.html`) the style came when the first charts were drawn already: they stood in
another width for a moment, and were drawn twice.

Streamlit's program looks for its server below the page's own path first, in vain, and waits before it looks
above it. Told where it is (`window.__streamlit`), it connects at once: a tenth of a second earlier.

What draws charts would be loaded when the first chart is there, and the charts that have come until then
would be drawn after those that come later.
"""

from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twin_stats.ui.bundle import ROOT, with_imports
from twin_stats.ui.menu import WITHOUT_CHARTS

STYLE = Path(__file__).parent / "assets" / "style.css"
HEAD, END = b"</head>", b"</body>"
# The folder of the page's address, as a proxy shows it to the browser.
PLACE = b"""<script>window.__streamlit = {
  BACKEND_BASE_URL: new URL(".", location.href).href,
  HOST_CONFIG: {allowedOrigins: [location.origin], useExternalAuthToken: false},
}</script>"""
PRELOAD = '<link rel="modulepreload" crossorigin href="./static/js/{}">'
# What would give another page than the one that is asked for: one that is packed, or was dressed before.
UNASKED = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")
UNTRUE = ("etag", "last-modified", "accept-ranges")


class Dressed:
    """ASGI middleware: whatever page of HTML is sent refers to the style at its end."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and dress what comes back."""
        if scope["type"] != "http" or not _wants_page(scope):
            await self.app(scope, receive, send)
            return
        plain = [pair for pair in scope["headers"] if pair[0] not in UNASKED]
        await self.app({**scope, "headers": plain}, receive, _Answer(send, scope))


class _Answer:
    """What is sent back: a page as a whole, all else as it comes."""

    def __init__(self, send: Send, scope: Scope) -> None:
        self._send, self._root = send, scope.get("root_path", "")
        self._path = scope["path"].removeprefix(self._root)
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_page(self._start)

    async def _send_page(self, start: Message) -> None:
        link = f'<link rel="stylesheet" href="{self._root}{address()}">'.encode()
        body = self._body.replace(END, link + END)
        if self._path.count("/") == 1:
            more = b"" if self._path.strip("/") in WITHOUT_CHARTS else preloads()
            body = body.replace(HEAD, PLACE + more + HEAD, 1)
        headers = MutableHeaders(raw=[*start["headers"]])
        headers["content-length"] = str(len(body))
        for name in UNTRUE:
            del headers[name]
        await self._send({**start, "headers": headers.raw})
        await self._send({"type": "http.response.body", "body": body})


def _wants_page(scope: Scope) -> bool:
    return scope["method"] == "GET" and "text/html" in Headers(scope=scope).get("accept", "")


def _is_page(start: Message) -> bool:
    headers = Headers(raw=[*start["headers"]])
    return start["status"] == 200 and headers.get("content-type", "").startswith("text/html")


@lru_cache(maxsize=1)
def preloads() -> bytes:
    """Links to what draws charts, without what every page names already."""
    known = (ROOT / "index.html").read_text(encoding="utf-8")
    names = [name for name in with_imports("ArrowVegaLiteChart") if name not in known]
    return "".join(PRELOAD.format(name) for name in names).encode()


@lru_cache(maxsize=1)
def address() -> str:
    """Where the style is: its address changes with what is in it."""
    return f"/style/{sha256(STYLE.read_bytes()).hexdigest()[:16]}.css"


def send(request: Request) -> Response:
    """The style, for ever; no other one is there."""
    if request.url.path.removeprefix(request.scope.get("root_path", "")) != address():
        return Response(status_code=404)
    kept = {"cache-control": "public, immutable, max-age=31536000"}
    return Response(STYLE.read_bytes(), media_type="text/css", headers=kept)


ROUTES = (Route("/style/{name}", send),)
