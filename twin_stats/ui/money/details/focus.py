"""Taking the reader to a field that a link names."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

import streamlit as st

from twin_stats.ui.look import ASSETS


def focus(key: str) -> None:
    """Bring the field with this key into sight, ready to be typed in."""
    _focuser()(key=f"focus-{key}", data={"field": f"st-key-field-{key}"}, height=1)


@lru_cache(maxsize=1)
def _focuser() -> Callable[..., Any]:
    script = (ASSETS / "focus.js").read_text(encoding="utf-8")
    focuser: Callable[..., Any] = st.components.v2.component("twin_stats_focus", js=script)
    return focuser
