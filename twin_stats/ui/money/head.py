"""The head of a page of money: what, whose, and of which days; documents are as of now, not of an import."""

import streamlit as st

from twin_stats.analytics.ink.dates import period_in_words, zone_in_words
from twin_stats.ui.cards.header import GAP, notes
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain


def head(name: str, visit: Visit, *, has_period: bool = True) -> None:
    """Title, one line of facts, notes on what was mended."""
    filters = visit.filters
    facts = [f"**{plain(visit.company.name)}**", plain(visit.say("head.number", number=visit.company.number))]
    if has_period:
        facts.append(f"**{plain(period_in_words(filters.period, filters.zone, visit.language))}**")
        facts.append(plain(zone_in_words(filters.zone, filters.period)))
    with st.container(key="page-head", horizontal=True):
        st.title(visit.say(f"page.{name}"), anchor=False, width="content")
        st.markdown(GAP.join(facts), width="content")
    notes(visit)
