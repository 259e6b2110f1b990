"""Where the quantities of an invoice stand: for each line the page with exactly its month and its filters."""

from datetime import date

import streamlit as st

from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.billing.model import Invoice, Line
from twin_stats.billing.usage.places import Place, place
from twin_stats.ui import menu
from twin_stats.ui.sidebar.choices import values
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import figure
from twin_stats.ui.wording.plain import plain

SUBJECTS = {"chats": "chats", "telephony": "calls", "notifications": "notifications"}
FEW = 12
WIDTH = 340


def places(invoice: Invoice, visit: Visit) -> None:
    """The links; a long list of them is folded away."""
    found = [(line, where) for line in invoice.lines if (where := place(line, invoice.lines))]
    if not found or invoice.period is None:
        return
    with st.expander(visit.say("places.title"), expanded=len(found) <= FEW, key="places"):
        st.caption(visit.say("places.about"))
        if invoice.zone != visit.company.zone.key:
            st.caption(plain(visit.say("places.zone", zone=invoice.zone)))
        with st.grid("auto", min_column_width=WIDTH, gap=None, key="places-grid"):
            for line, where in found:
                _link(line, where, invoice.period, visit)


def _link(line: Line, where: Place, period: tuple[date, date], visit: Visit) -> None:
    quantity = figure(line.quantity, "number" if line.quantity % 1 else "count", visit.language)
    named = [visit.say(line.service), *([_word(line.detail, visit)] if line.detail else [])]
    label = f"{menu.icon(where.page)} {plain(' · '.join(named))} **{plain(quantity)}**"
    chosen = {name: list(values) for name, values in where.chosen.items()}
    for name, left_out in where.without.items():
        known = values(visit, catalogue.SUBJECTS[SUBJECTS[where.page]].fact, name)
        chosen[name] = [value for value in known if value not in left_out]
    menu.exactly(
        where.page, label, visit.language, {"from": [f"{period[0]}"], "to": [f"{period[1]}"], **chosen}
    )


def _word(detail: str, visit: Visit) -> str:
    key = f"value.direction.{detail}"
    return visit.say(key) if key in text.TEXTS else detail
