"""How every page is dressed: title, icon, logo, and the few lines of style that the theme cannot say."""

from pathlib import Path

import streamlit as st

from twin_stats import text

ASSETS = Path(__file__).parent / "assets"


def dress(title: str, language: str) -> None:
    """What the browser shows around and above a page."""
    st.set_page_config(
        page_title=f"{title} · {text.say('app.name', language)}",
        page_icon=str(ASSETS / "icon.svg"),
        layout="wide",
    )
    st.logo(str(ASSETS / f"logo-{theme()}.svg"), icon_image=str(ASSETS / "icon.svg"), size="large")
    st.html(ASSETS / "style.css")


def theme() -> str:
    """The theme that the browser shows: light or dark."""
    return "dark" if st.context.theme.type == "dark" else "light"
