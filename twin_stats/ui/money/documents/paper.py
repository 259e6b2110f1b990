"""A document shown as it is: in a frame in which nothing runs, so that no text in it can do anything."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from twin_stats.ui.look import ASSETS


def paper(page: str, title: str) -> None:
    """Show a page of HTML that stands alone."""
    _frame()(key="paper-frame", data={"page": page, "title": title})


@lru_cache(maxsize=1)
def _frame() -> Callable[..., Any]:
    script = (ASSETS / "paper.js").read_text(encoding="utf-8")
    frame: Callable[..., Any] = st.components.v2.component("twin_stats_paper", js=script)
    return frame
