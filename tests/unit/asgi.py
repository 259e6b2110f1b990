"""An ASGI app asked without a server."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from starlette.types import ASGIApp


def answer(
    app: ASGIApp, path: str, headers: dict[str, str], *, method: str = "GET", root: str = ""
) -> tuple[int, dict[str, str], bytes]:
    """The status, the headers and the body of an answer."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return await asyncio.Event().wait()  # nobody leaves

    pairs = [(name.encode(), text.encode()) for name, text in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "headers": pairs, "root_path": root}
    scope |= {"query_string": b"", "server": ("here", 80), "scheme": "http"}

    async def asked() -> None:
        await app(scope, receive, send)

    with ThreadPoolExecutor(1) as apart:  # where a browser has been tested, a loop is still running
        apart.submit(lambda: asyncio.run(asked())).result()
    start, *bodies = sent
    told = {name.decode(): text.decode() for name, text in start["headers"]}
    return start["status"], told, b"".join(each.get("body", b"") for each in bodies)
