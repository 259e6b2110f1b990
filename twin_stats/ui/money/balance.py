"""The balance: at the top of every page, and as a door on the entry page; both lead to the account."""

import streamlit as st

from twin_stats.billing import ledger
from twin_stats.ui import data, menu
from twin_stats.ui.cards.doors import Door
from twin_stats.ui.counters.compared import Compared
from twin_stats.ui.money.amounts import amount
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

PAGE = "transactions"


def balance(visit: Visit) -> None:
    """One quiet line, with an amount for each currency."""
    label = f"{menu.icon(PAGE)} {visit.say('balance')}\N{NO-BREAK SPACE} {amounts(visit)}"
    with st.container(key="balance"):
        menu.link(PAGE, label, visit.language)


def amounts(visit: Visit) -> str:
    """The balance in each currency, as Markdown; what is below nothing is red."""
    found = ledger.balances(data.stores(), visit.company.number) or {visit.company.currency: 0}
    said = [(value, plain(amount(value, currency, visit.language))) for currency, value in found.items()]
    return " · ".join(f"**:red[{words}]**" if value < 0 else f"**{words}**" for value, words in said)


def door() -> Door:
    """The balance among the doors of the entry page."""

    def shown(_known: Compared, visit: Visit) -> str:
        return amounts(visit)

    return Door(PAGE, "balance", shown)
