"""The server around the script: what is warmed at the start, and the headers of every answer."""

import gc
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from anyio import create_task_group, sleep, to_thread
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from twin_stats.text import LANGUAGES
from twin_stats.ui.bundle import files
from twin_stats.ui.dressing import preloads
from twin_stats.ui.pace.foresight import FORESIGHT

BILLING_SECONDS, IDLE_SECONDS = 3600, 0.2
SCRIPT = Path(__file__).parent / "main.py"
WARMED = (
    "twin_stats.ui.page",
    "twin_stats.ui.menu",
    "twin_stats.ui.look",
    "babel.dates",
    "pandas",
    "pyarrow",
)
# Streamlit writes styles and starts inline, and loads components from blobs; Vega compiles its expressions.
# Nothing comes from elsewhere.
CONTENT = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
HEADERS = {
    b"content-security-policy": CONTENT.encode(),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"SAMEORIGIN",
    b"referrer-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=(), payment=()",
    b"cross-origin-opener-policy": b"same-origin",
}


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[dict[str, Any] | None]:
    """Open the stores and build what never changes, so that the first visitor does not wait for it.

    What was built is then left out of garbage collection, which Streamlit does after every run of a page.
    """
    await to_thread.run_sync(_warm)
    gc.collect()
    gc.freeze()
    async with create_task_group() as group:
        group.start_soon(bill_hourly)
        group.start_soon(look_ahead)
        yield None
        group.cancel_scope.cancel()


async def look_ahead() -> None:
    """Whenever everybody is content, work on what may be asked for next."""
    while True:
        if FORESIGHT.is_due():
            await to_thread.run_sync(FORESIGHT.work, abandon_on_cancel=True)
        else:
            await sleep(IDLE_SECONDS)


async def bill_hourly() -> None:
    """Issue the monthly invoices that are due, now and every hour; whatever fails, the app goes on."""
    while True:
        try:
            await to_thread.run_sync(_bill, abandon_on_cancel=True)
        except Exception as error:
            print(f"twin-stats: {error}", file=sys.stderr, flush=True)
        await sleep(BILLING_SECONDS)


def _bill() -> None:
    """Only one of several processes does it; the others find it done."""
    from twin_stats.billing.closing import bill
    from twin_stats.billing.lease import leased
    from twin_stats.ui import data

    now = datetime.now(UTC).replace(tzinfo=None)
    with leased(data.stores(), "billing", now) as mine:
        for outcome in bill(data.stores(), now) if mine else ():
            if outcome.what == "failed":
                which = f"company {outcome.company}, {outcome.month:%Y-%m}"
                print(f"twin-stats: {which}: {outcome.why.say()}", file=sys.stderr, flush=True)


def _warm() -> None:
    """One step that fails is no reason not to start: the page will say what is wrong."""
    for step in (_imports, _specs, _stores, files, preloads):
        try:
            step()
        except Exception as error:
            print(f"twin-stats: {error}", file=sys.stderr, flush=True)


def _imports() -> None:
    for module in WARMED:
        import_module(module)


def _specs() -> None:
    """One spec of each chart: the very first is slow, for Altair reads its schema."""
    from twin_stats.analytics import catalogue

    for chart in catalogue.charts().values():
        chart.spec(LANGUAGES[0], "light")


def _stores() -> None:
    from twin_stats.ui import data

    data.stores().events(data.generation())


class SafeHeaders:
    """ASGI middleware: the same few headers on every HTTP answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and put the headers on what comes back."""

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS.items()]
            await send(message)

        await self.app(scope, receive, answer if scope["type"] == "http" else send)
