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
from twin_stats.ui.counters.markup import Card, markup
from twin_stats.ui.money.amounts import amount, day
from twin_stats.ui.period import clock
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING
from twin_stats.ui.wording.plain import plain


def outlook(visit: Visit) -> None:
    """Four figures, and what to do where the balance will not last."""
    found = _found(visit)
    with st.container(key="counters-outlook"):
        st.html(markup("outlook", [(card,) for card in _cards(found, visit)]))
    if found.suggested > 0:
        suggested = amount(found.suggested, found.currency, visit.language)
        with st.container(horizontal=True, vertical_alignment="center", border=True, key="suggested"):
            st.markdown(plain(visit.say("outlook.suggested", amount=suggested)), width="content")
            label = f":material/add_card: **{plain(visit.say('outlook.top_up', amount=suggested))}**"
            asked = f"{major(found.suggested, found.currency)}"
            menu.link("invoices", label, visit.language, amount=asked)


def _cards(found: Outlook, visit: Visit) -> list[Card]:
    own = {"balance": found.balance, "month_so_far": found.month_so_far, "a_day": found.a_day}
    written = {name: amount(value, found.currency, visit.language) for name, value in own.items()}
    fresh = moment(found.until, visit.company.zone, visit.language)
    return [
        Card(visit.say(f"outlook.{name}"), figure, about=((_about(name, fresh, visit), ""),))
        for name, figure in (written | {"days_left": _left(found, visit)}).items()
    ]


def _about(name: str, fresh: str, visit: Visit) -> str:
    return visit.say(f"outlook.{name}.explain", moment=fresh)


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
