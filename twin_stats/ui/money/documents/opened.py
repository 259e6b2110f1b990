"""One invoice, opened: its state, its document as a page, where its quantities stand, and taking it back."""

from collections.abc import Mapping
from typing import Literal

import streamlit as st

from twin_stats.billing import document
from twin_stats.billing.invoices import listing, making
from twin_stats.billing.invoices.drawing import draw
from twin_stats.billing.invoices.listing import Document, Listed, Status
from twin_stats.errors import TwinStatsError
from twin_stats.ui import data
from twin_stats.ui.address import ask
from twin_stats.ui.money.amounts import amount, day
from twin_stats.ui.money.documents.listing import INVOICE, download
from twin_stats.ui.money.documents.paper import paper
from twin_stats.ui.money.documents.places import places
from twin_stats.ui.period import clock
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

SAID = "void-said"
COLOURS: Mapping[Status, Literal["blue", "green", "orange", "violet", "gray"]] = {
    "issued": "blue",
    "settled": "green",
    "underpaid": "orange",
    "paid": "green",
    "overpaid": "violet",
    "void": "gray",
}


def opened(number: str, visit: Visit) -> None:
    """The invoice instead of the list, with the way back."""
    back = {INVOICE: None}
    words, arrow = visit.say("opened.back"), ":material/arrow_back:"
    st.button(words, icon=arrow, type="tertiary", key="back-to-list", on_click=ask, args=(back,))
    with told(visit.language):
        found = listing.one(data.stores(), visit.company.number, number)
        _state(found, visit)
        with told(visit.language):
            kept = listing.document(data.stores(), found.company, found.number)
            _tools(found, kept, visit)
        invoice = listing.snapshot(data.stores(), found.company, found.number)
        places(invoice, visit)
        title = visit.say("opened.document", number=found.number)
        with st.container(border=True, key="paper"):
            paper(document.html(invoice), title)


def _state(found: Listed, visit: Visit) -> None:
    written = {"amount": found.gross, "paid": found.paid, "left": found.left}
    amounts = {name: amount(value, found.currency, visit.language) for name, value in written.items()}
    with st.container(horizontal=True, vertical_alignment="center", key="opened-state"):
        st.subheader(found.number, anchor=False, width="content")
        st.badge(visit.say(f"invoices.status.{found.status}"), color=COLOURS[found.status])
        facts = {"day": day(found.issued_at, visit), "kind": visit.say(f"invoices.kind.{found.kind}")}
        st.markdown(plain(visit.say("opened.state", **facts, **amounts)), width="content")


def _tools(found: Listed, kept: Document, visit: Visit) -> None:
    with st.container(horizontal=True, key="opened-tools"):
        download(found, visit)
        if kept.full_list:
            name = f"invoice-{found.number}.csv"
            st.download_button(
                name, kept.full_list, name, "text/csv", on_click="ignore", icon=":material/list:"
            )
        if found.status != "void" and found.kind != "credit_note" and not _is_paid_top_up(found):
            _void(found, visit)
    if said := st.session_state.pop(SAID, None):
        st.info(plain(said), icon=":material/info:")


def _is_paid_top_up(found: Listed) -> bool:
    return found.kind == "top_up" and found.paid > 0


def _void(found: Listed, visit: Visit) -> None:
    """Taking back, in two steps: it makes a document that stays."""
    with st.popover(visit.say("void.title"), icon=":material/undo:"):
        st.markdown(visit.say(f"void.about.{found.kind}", number=found.number))
        st.button(
            visit.say("void.button"), key="void", type="primary", on_click=_take_back, args=(found, visit)
        )


def _take_back(found: Listed, visit: Visit) -> None:
    try:
        made = making.void(data.stores(), found.company, found.number, clock.now(), draw=draw)
    except TwinStatsError as error:
        st.session_state[SAID] = error.say(visit.language)
    else:
        facts = {"number": found.number, "note": made.invoice.number}
        st.session_state[SAID] = visit.say("void.done", **facts)
