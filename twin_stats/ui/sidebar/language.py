"""The language: chosen here, else the browser's."""

import streamlit as st

from twin_stats import text
from twin_stats.ui.address import Asked, ask, first

KEY = "lang"


def language(asked: Asked) -> str:
    """The language asked for; an unknown one is no language."""
    wanted = first(asked, KEY)
    return wanted if wanted in text.LANGUAGES else browsers_own()


def browsers_own() -> str:
    """Russian where the browser speaks it, else English."""
    spoken = (st.context.locale or "").partition("-")[0].lower()
    return spoken if spoken in text.LANGUAGES else text.LANGUAGES[0]


def switch(chosen: str) -> None:
    """The control: each language under its own name."""
    st.session_state[KEY] = chosen
    st.segmented_control(
        text.say("control.language", chosen),
        text.LANGUAGES,
        format_func=lambda one: text.say(f"language.{one}"),
        key=KEY,
        required=True,
        on_change=lambda: ask({KEY: [st.session_state[KEY]]}),
        label_visibility="collapsed",
        width="stretch",
    )
