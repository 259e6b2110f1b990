"""The page of the account: how long the money lasts, then deposits, the statement, and a bank's list."""

import streamlit as st

from twin_stats import text
from twin_stats.ui import visit as visits
from twin_stats.ui.address import ask, asked, first
from twin_stats.ui.money.account.deposits import deposits
from twin_stats.ui.money.account.outlook import outlook
from twin_stats.ui.money.account.statement import statement
from twin_stats.ui.money.account.tables import PAGE
from twin_stats.ui.money.account.upload import upload
from twin_stats.ui.money.head import head
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit

TAB, DEPOSITS, STATEMENT = "tab", "deposits", "statement"
PARTS = {DEPOSITS: deposits, STATEMENT: statement}


def show() -> None:
    """Draw the page."""
    visit = visits.current()
    head("transactions", visit)
    with told(visit.language):
        outlook(visit)
    with told(visit.language):
        _tabs(visit)
    with told(visit.language):
        upload(visit)


def _tabs(visit: Visit) -> None:
    """Deposits and the statement: the address says which of them is shown, and only that one is read."""
    wanted = first(asked(), TAB)
    shown = wanted if wanted in PARTS else DEPOSITS
    labels = {name: visit.say(f"transactions.{name}") for name in PARTS}
    st.session_state[TAB] = labels[shown]
    for name, tab in zip(PARTS, st.tabs(list(labels.values()), key=TAB, on_change=_choose), strict=True):
        if name == shown:
            with tab:
                PARTS[name](visit)


def _choose() -> None:
    chosen = next(name for name in PARTS if st.session_state[TAB] in text.TEXTS[f"transactions.{name}"])
    ask({TAB: None if chosen == DEPOSITS else [chosen], PAGE: None})
