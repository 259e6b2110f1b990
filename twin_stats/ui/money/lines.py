"""Lines of a list of documents: one grid for all of them, so that columns stand below each other."""

from collections.abc import Iterable
from html import escape

import streamlit as st

Cell = tuple[str, str, str]


def cells(values: Iterable[Cell]) -> None:
    """Cells of a line: name and title of each column, and the text in it, letter by letter.

    Titles are read out where there is no room for a line above the columns.
    """
    st.html(
        '<div class="cells">'
        + "".join(
            f'<span class="cell-{escape(name)}" data-title="{escape(title)}">{escape(words)}</span>'
            for name, title, words in values
        )
        + "</div>"
    )
