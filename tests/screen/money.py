"""The pages of money as a user meets them: fields, lines and links by their words."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from html import unescape
from pathlib import Path
from re import findall
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.conftest import living_in
from tests.screen.screen import read
from tests.unit.billing.trade import trading
from twin_stats.source.stores import Stores
from twin_stats.ui.period import clock

NOW = datetime(2026, 3, 31, 10, 0)


@contextmanager
def trading_in(home: Path) -> Iterator[Stores]:
    """Stores with a seller and two trading companies, on the noon of the tests' today."""
    with living_in(home), pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        stores = trading(home)
        yield stores
        stores.close()


def links(screen: AppTest) -> dict[str, str]:
    """The links within the page: their words, and the page with its query."""
    return {
        read(link.proto.label): f"{link.proto.page} {_query(link.proto)}" for link in screen.get("page_link")
    }


def _query(proto: Any) -> str:
    return str(proto.query_string)


def lines(screen: AppTest) -> list[dict[str, str]]:
    """The lines of a list of documents: the cells by their columns."""
    return [
        dict(_cells(html.proto.body)) for html in screen.get("html") if 'class="cells"' in html.proto.body
    ][1:]


def _cells(body: str) -> Iterator[tuple[str, str]]:
    for name, words in findall(r'<span class="cell-(\w+)[^>]*>([^<]*)</span>', body):
        yield name, read(unescape(words))


def numbers(screen: AppTest) -> list[str]:
    """The invoices of the list, in its order."""
    return [button.label for button in screen.button if str(button.key).startswith("number-")]
