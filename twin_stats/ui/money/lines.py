"""Lines of a list of documents: one grid for all of them, so that columns stand below each other."""

from collections.abc import Iterable
from html import escape

import streamlit as st

Cell = tuple[str, str]


def cells(values: Iterable[Cell]) -> None:
    """Cells of a line: the name of each column, and the text in it, letter by letter."""
    st.html(
        '<div class="cells">'
        + "".join(f'<span class="cell-{escape(name)}">{escape(words)}</span>' for name, words in values)
        + "</div>"
    )
