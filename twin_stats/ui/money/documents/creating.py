"""Creating an invoice: an amount, what it still lacks, and one document however often it is asked."""

from typing import Any

import streamlit as st

from twin_stats.billing import details
from twin_stats.billing.invoices.asking import Wish, ask_for, newest
from twin_stats.billing.invoices.drawing import draw
from twin_stats.billing.invoices.listing import Listed
from twin_stats.errors import BadAmount, TwinStatsError
from twin_stats.ui import data
from twin_stats.ui.address import Asked, ask, first
from twin_stats.ui.money.amounts import amount
from twin_stats.ui.money.checklist import checklist
from twin_stats.ui.money.documents.listing import INVOICE, PAGE
from twin_stats.ui.period import clock
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

AMOUNT, TYPED, SAID = "amount", "invoice-amount", "invoice-said"


def creating(now: Asked, visit: Visit) -> None:
    """The amount and the button, below what is missing; after it, what became of the last wish."""
    with st.container(border=True, key="create"):
        st.subheader(visit.say("create.title"), anchor=False)
        if problems := details.all_problems(data.stores(), visit.company.number):
            checklist(problems, visit)
        _prefill(now)
        with (
            st.form("create-invoice", border=False, enter_to_submit=False),
            st.container(horizontal=True, vertical_alignment="bottom", gap="small"),
        ):
            _form(visit)
        _said(visit)


def _form(visit: Visit) -> None:
    st.text_input(
        visit.say("create.amount", currency=visit.company.currency),
        key=TYPED,
        placeholder=visit.say("create.example"),
        max_chars=20,
        autocomplete="off",
        width=240,
    )
    st.form_submit_button(
        visit.say("create.button"),
        type="primary",
        icon=":material/add:",
        key="create-button",
        on_click=_wish,
        args=(visit, newest(data.stores(), visit.company.number)),
    )


def _prefill(now: Asked) -> None:
    """An amount that a link suggests stands in the field, and may be changed."""
    if suggested := first(now, AMOUNT):
        st.session_state[TYPED] = suggested[:20]
        ask({AMOUNT: None})


def _wish(visit: Visit, seen: str, despite: str = "", again: str = "") -> None:
    written = again or st.session_state[TYPED]
    try:
        made = ask_for(
            data.stores(), visit.company.number, Wish(written, seen, despite), clock.now(), draw=draw
        )
    except TwinStatsError as error:
        st.session_state[SAID] = error
    else:
        if isinstance(made, Listed):
            st.session_state[SAID] = (made, written)
            return
        st.session_state[TYPED] = ""
        st.session_state[SAID] = None
        st.toast(_made(made.invoice.number, visit), icon=":material/check:")
        ask({INVOICE: [made.invoice.number], PAGE: None})


def _made(number: str, visit: Visit) -> str:
    return plain(visit.say("create.made", number=number))


def _said(visit: Visit) -> None:
    """Why there is no invoice; or the one that may be what is meant."""
    said: Any = st.session_state.pop(SAID, None)
    if isinstance(said, BadAmount) and not str(said.facts["amount"]).strip():
        st.error(visit.say("create.no_amount"), icon=":material/error:")
    elif isinstance(said, TwinStatsError):
        st.error(plain(said.say(visit.language)), icon=":material/error:")
    elif said:
        found, written = said
        _offered(found, written, visit)


def _offered(found: Listed, written: str, visit: Visit) -> None:
    facts = {"number": found.number, "amount": amount(found.gross, found.currency, visit.language)}
    with st.container(border=True, key="similar", horizontal=True, vertical_alignment="center"):
        st.markdown(plain(visit.say("create.similar", **facts)), width="stretch")
        open_it = {INVOICE: [found.number]}
        st.button(visit.say("create.open"), key="similar-open", on_click=ask, args=(open_it,), type="primary")
        seen = newest(data.stores(), visit.company.number)
        st.button(
            visit.say("create.another"),
            key="similar-another",
            on_click=_wish,
            args=(visit, seen, found.number, written),
        )
