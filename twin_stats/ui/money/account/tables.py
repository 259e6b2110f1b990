"""Tables of the account: a page of lines, and all of them as a file."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from twin_stats.ui.address import ask, asked, first
from twin_stats.ui.visit import Visit, clear
from twin_stats.ui.wording.plain import plain

PAGE = "page"
LINES_OF_A_PAGE = 100
Line = Mapping[str, str]


def paged(name: str, lines: Sequence[Line], visit: Visit) -> None:
    """Lines of text under their titles, as many as a page holds."""
    pages = max(1, -(-len(lines) // LINES_OF_A_PAGE))
    wanted = first(asked(), PAGE) or ""
    page = min(max(1, int(wanted)), pages) if wanted.isascii() and wanted.isdigit() else 1
    table(name, lines[(page - 1) * LINES_OF_A_PAGE : page * LINES_OF_A_PAGE], visit)
    with st.container(horizontal=True, vertical_alignment="center", key=f"pages-{name}"):
        st.caption(visit.say("transactions.lines", count=len(lines)))
        if pages > 1:
            st.session_state[PAGE] = page
            st.pagination(pages, key=PAGE, on_change=lambda: ask({PAGE: [str(st.session_state[PAGE])]}))


def table(name: str, lines: Sequence[Line], visit: Visit) -> None:
    """Lines as a table that can be read, printed and copied."""
    titles = {column: visit.say(f"column.{column}") for column in lines[0]}
    rows = pd.DataFrame([{titles[at]: plain(words) for at, words in line.items()} for line in lines])
    with st.container(border=True, key=f"account-{name}"):
        st.table(rows, hide_index=True, border="horizontal", alt=visit.say(f"transactions.{name}"))


def nothing(words: str, visit: Visit) -> None:
    """No line in the period: it is said, and the period can be cleared."""
    with st.container(border=True, key="nothing", horizontal=True, vertical_alignment="center"):
        st.markdown(visit.say(words))
        st.button(visit.say("control.clear"), key="clear-here", on_click=clear)
