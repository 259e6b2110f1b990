"""The list of invoices: a line for each, with its number, its figures, and its document to download."""

from functools import partial

import streamlit as st

from twin_stats.billing.invoices import listing
from twin_stats.billing.invoices.listing import Listed
from twin_stats.errors import DocumentDamaged
from twin_stats.ui import data
from twin_stats.ui.address import Asked, ask, first
from twin_stats.ui.money.amounts import amount, day, month
from twin_stats.ui.money.lines import cells
from twin_stats.ui.visit import Visit, clear
from twin_stats.ui.wording.plain import plain

NUMBER, PAGE, INVOICE = "number", "page", "invoice"
LINES_OF_A_PAGE = 50
COLUMNS = ("kind", "period", "issued", "amount", "due", "status")


def search(now: Asked, visit: Visit) -> str:
    """The control that finds an invoice by its number, or by how the number begins."""
    st.session_state[NUMBER] = first(now, NUMBER) or ""
    with visit.controls:
        st.text_input(
            visit.say("invoices.account_id"),
            key=NUMBER,
            placeholder="2026-000123",
            help=visit.say("invoices.account_id.help"),
            max_chars=40,
            autocomplete="off",
            on_change=lambda: ask({NUMBER: [st.session_state[NUMBER].strip()], PAGE: None}),
        )
    return str(st.session_state[NUMBER])


def invoices(now: Asked, wanted: str, visit: Visit) -> None:
    """The invoices of the period, newest first, as many as a page holds."""
    stores, company, issued = data.stores(), visit.company.number, visit.filters.period
    total = listing.count(stores, company, number=wanted, issued=issued)
    pages = max(1, -(-total // LINES_OF_A_PAGE))
    page = min(max(1, _whole(first(now, PAGE))), pages)
    offset = (page - 1) * LINES_OF_A_PAGE
    window = {"limit": LINES_OF_A_PAGE, "offset": offset}
    found = listing.listed(stores, company, number=wanted, issued=issued, **window)
    if not found:
        _nothing(visit)
        return
    damaged = listing.damaged(stores, company, [each.number for each in found])
    for number in sorted(damaged):
        st.error(plain(DocumentDamaged(number=number).say(visit.language)), icon=":material/error:")
    with st.container(border=True, key="invoices", gap=None):
        _head(visit)
        for invoice in found:
            _line(invoice, visit, invoice.number in damaged)
    _pages(total, page, pages, visit)


def _whole(written: str | None) -> int:
    return int(written) if written and written.isascii() and written.isdigit() and len(written) < 7 else 1


def _nothing(visit: Visit) -> None:
    with st.container(border=True, key="nothing", horizontal=True, vertical_alignment="center"):
        has_any = listing.count(data.stores(), visit.company.number) > 0
        st.markdown(visit.say("invoices.not_found" if has_any else "invoices.none_yet"))
        if has_any:
            st.button(visit.say("control.clear"), key="clear-here", on_click=clear)


def _head(visit: Visit) -> None:
    with st.container(key="invoice-head"):
        st.html(f'<span class="cell-number">{visit.say("invoices.number")}</span>')
        cells((name, "", visit.say(f"invoices.{name}")) for name in COLUMNS)
        st.html(f'<span class="cell-file">{visit.say("invoices.file_name")}</span>')


def _line(invoice: Listed, visit: Visit, is_damaged: bool) -> None:
    with st.container(key=f"invoice-line-{invoice.number}"):
        st.button(
            invoice.number,
            key=f"number-{invoice.number}",
            type="tertiary",
            help=visit.say("invoices.open"),
            on_click=partial(ask, {INVOICE: [invoice.number]}),
        )
        titles = [visit.say(f"invoices.{name}") for name in COLUMNS]
        written = _written(invoice, visit)
        cells(zip(written, titles, written.values(), strict=True))
        if is_damaged:
            st.html(f'<span class="cell-file">{visit.say("invoices.damaged")}</span>')
        else:
            download(invoice, visit)


def _written(invoice: Listed, visit: Visit) -> dict[str, str]:
    return {
        "kind": visit.say(f"invoices.kind.{invoice.kind}"),
        "period": month(invoice.month, visit.language),
        "issued": day(invoice.issued_at, visit),
        "amount": amount(invoice.gross, invoice.currency, visit.language),
        "due": amount(invoice.left, invoice.currency, visit.language),
        f"status status-{invoice.status}": visit.say(f"invoices.status.{invoice.status}"),
    }


def download(invoice: Listed, visit: Visit) -> None:
    """The control that gives the PDF as it was stored at issue, and draws nothing anew."""
    st.download_button(
        invoice.file_name,
        partial(pdf, invoice.company, invoice.number),
        file_name=invoice.file_name,
        mime="application/pdf",
        key=f"pdf-{invoice.number}",
        help=visit.say("invoices.download"),
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )


def pdf(company: int, number: str) -> bytes:
    """The stored bytes."""
    return listing.document(data.stores(), company, number).pdf


def _pages(total: int, page: int, pages: int, visit: Visit) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="invoice-pages"):
        st.caption(visit.say("invoices.total", count=total))
        if pages > 1:
            st.session_state[PAGE] = page
            st.pagination(pages, key=PAGE, on_change=lambda: ask({PAGE: [str(st.session_state[PAGE])]}))
