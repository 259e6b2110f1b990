"""How long the balance lasts: the month so far, the pace of the last weeks, and a top-up to cover more."""

from datetime import timedelta

import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.ink.dates import moment
from twin_stats.billing import details, ledger
from twin_stats.billing import outlook as billing
from twin_stats.billing.arithmetic import major
from twin_stats.billing.outlook import Outlook
from twin_stats.ui import data, menu
from twin_stats.ui.money.amounts import amount, day
from twin_stats.ui.period import clock
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING
from twin_stats.ui.wording.plain import plain

WIDTH = 190


def outlook(visit: Visit) -> None:
    """Four figures, and what to do where the balance will not last."""
    found = _found(visit)
    with st.grid("auto", min_column_width=WIDTH, key="counters-outlook"):
        _cards(found, visit)
    if found.suggested > 0:
        suggested = amount(found.suggested, found.currency, visit.language)
        with st.container(horizontal=True, vertical_alignment="center", border=True, key="suggested"):
            st.markdown(plain(visit.say("outlook.suggested", amount=suggested)), width="content")
            label = f":material/add_card: **{plain(visit.say('outlook.top_up', amount=suggested))}**"
            asked = f"{major(found.suggested, found.currency)}"
            menu.link("invoices", label, visit.language, amount=asked)


def _cards(found: Outlook, visit: Visit) -> None:
    own = {"balance": found.balance, "month_so_far": found.month_so_far, "a_day": found.a_day}
    fresh = moment(found.until, visit.company.zone, visit.language)
    for name, value in own.items():
        words = plain(visit.say(f"outlook.{name}.explain", moment=fresh))
        written = amount(value, found.currency, visit.language)
        st.metric(visit.say(f"outlook.{name}"), written, help=words, height="stretch")
    words = plain(visit.say("outlook.days_left.explain"))
    st.metric(visit.say("outlook.days_left"), _left(found, visit), help=words, height="stretch")


def _left(found: Outlook, visit: Visit) -> str:
    """Days, and the day on which they end."""
    if found.days_left is None:
        return NOTHING
    if found.days_left == 0:
        return visit.say("outlook.used_up")
    if found.days_left > 3650:
        return visit.say("outlook.for_years")
    until = day(found.until + timedelta(days=found.days_left), visit)
    return visit.say("outlook.days", count=found.days_left, day=until)


def _found(visit: Visit) -> Outlook:
    """Worked out anew when the events, the balance, the details or the day have changed."""
    stores, company = data.stores(), visit.company
    balances, terms = ledger.balances(stores, company.number), details.read(stores, company.number)
    facts = (
        company.number,
        company.zone,
        company.currency,
        tuple(sorted(balances.items())),
        terms["tax_rate"],
        terms["tax_included"],
    )

    def make(_read: Read) -> Outlook:
        return billing.outlook(stores, company, clock.now())

    found: Outlook = data.keep("outlook", (*facts, visit.today), visit.generation, make)
    return found
