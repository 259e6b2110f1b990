"""How every page is dressed: title, icon and logo; what the theme cannot say is in its style (`dressing`)."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import streamlit as st

from twin_stats import text

SIDEBAR, ANNOUNCED = 244, "charts are announced"
ASSETS = Path(__file__).parent / "assets"


def dress(title: str, language: str) -> None:
    """What the browser shows around and above a page."""
    st.set_page_config(
        page_title=f"{title} · {text.say('app.name', language)}",
        page_icon=str(ASSETS / "icon.svg"),
        layout="wide",
        initial_sidebar_state=SIDEBAR,
    )
    st.logo(str(ASSETS / f"logo-{theme()}.svg"), icon_image=str(ASSETS / "icon.svg"), size="large")


def watch() -> None:
    """Run the page again when the user changes the theme, whose colours charts have; keep the focus."""
    _watcher()(key="theme", on_theme_change=lambda: None, height=1)


def announce_charts() -> None:
    """A chart that nobody sees, once a visit, before all others: the browser loads what draws charts.

    Those that come before that is there wait, and are drawn after those that come later.
    """
    if ANNOUNCED not in st.session_state:
        st.session_state[ANNOUNCED] = True
        with st.container(key="announced"):
            st.vega_lite_chart({"mark": "point", "data": {"values": []}}, theme=None)


@lru_cache(maxsize=1)
def _watcher() -> Callable[..., Any]:
    watcher: Callable[..., Any] = st.components.v2.component("twin_stats_watch", js=_script())
    return watcher


def _script() -> str:
    return (ASSETS / "watch.js").read_text(encoding="utf-8")


def theme() -> str:
    """The theme that the browser shows: light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"
