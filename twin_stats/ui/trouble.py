"""Trouble, told: whatever goes wrong, the screen says one sentence and never shows a traceback."""

import secrets
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from twin_stats import text
from twin_stats.errors import NoCompanyYet, TwinStatsError
from twin_stats.ui.sidebar.language import browsers_own
from twin_stats.ui.wording.plain import plain

STEPS = (
    ("empty.demo", "python -m twin_stats demo"),
    ("empty.import", "python -m twin_stats import calls FILE --company 1"),
)


@contextmanager
def told(language: str) -> Iterator[None]:
    """Show what goes wrong inside as a sentence of the language; Streamlit's own signals pass."""
    try:
        yield
    except Exception as error:
        tell(error, language)


def tell(error: BaseException, language: str) -> None:
    """An error as a sentence; one that we did not foresee gets a number that stands in the log too."""
    if isinstance(error, NoCompanyYet):
        _welcome(language)
    elif isinstance(error, TwinStatsError):
        st.error(plain(error.say(language)), icon=":material/error:")
    else:
        st.error(text.say("trouble.unforeseen", language, number=_logged(error)), icon=":material/error:")


def tell_anywhere(error: BaseException) -> bool:
    """The same for an error outside a page's run, as in a control's callback."""
    tell(error, browsers_own())
    return True


def _logged(error: BaseException) -> str:
    number = secrets.token_hex(4)
    lines = "".join(traceback.format_exception(error))
    print(f"twin-stats trouble {number}\n{lines}", file=sys.stderr, flush=True)
    return number


def _welcome(language: str) -> None:
    """The store is empty: what to do first."""
    with st.container(border=True, key="welcome"):
        st.subheader(text.say("empty.title", language), anchor=False)
        st.markdown(text.say("empty.body", language))
        for key, command in STEPS:
            st.markdown(text.say(key, language))
            st.code(command, language=None)
        st.button(text.say("empty.again", language), icon=":material/refresh:", type="primary")
