"""HTML to PDF by xhtml2pdf: no network, no file but our fonts, and a warning is an error."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager

from reportlab import rl_config
from xhtml2pdf.config.resources import ResourceAccessPolicy
from xhtml2pdf.document import pisaDocument

from twin_stats.billing.document.drawing.fonts import FONTS
from twin_stats.errors import DocumentNotMade


def pdf(html: str) -> bytes:
    """The PDF of a page; raise DocumentNotMade where xhtml2pdf has anything to complain of."""
    made = io.BytesIO()
    rl_config.invariant = 1  # no clock and no random number: equal pages have equal bytes
    rl_config.useA85 = 0  # streams as they are, a fifth smaller
    with _complaints() as complaints:
        try:
            context = pisaDocument(
                html, made, path=str(FONTS / "page.html"), encoding="utf-8", resource_policy=_policy()
            )
        except Exception as error:
            raise DocumentNotMade(reason=f"{type(error).__name__}: {error}") from error
    if complaints or context.err or context.warn:
        raise DocumentNotMade(reason="; ".join(complaints) or str(context.log))
    return made.getvalue()


def _policy() -> ResourceAccessPolicy:
    # How long a render may take is what the pool measures: it ends the process.
    return ResourceAccessPolicy.server(FONTS, allow_remote=False, max_render_seconds=None)


@contextmanager
def _complaints() -> Iterator[list[str]]:
    """What the library logs as a warning or worse meanwhile."""
    told: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: told.append(record.getMessage())  # type: ignore[method-assign]
    loggers = [logging.getLogger(name) for name in ("xhtml2pdf", "reportlab")]
    for logger in loggers:
        logger.addHandler(handler)
    try:
        yield told
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
