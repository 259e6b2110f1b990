"""The head of a page: what, whose, when, in which zone, and how fresh."""

from collections.abc import Sequence

import streamlit as st

from twin_stats import text
from twin_stats.analytics.ink.dates import moment, period_in_words, zone_in_words
from twin_stats.ui.counters.figures import Figures
from twin_stats.ui.period.span import Note
from twin_stats.ui.visit import Visit, clear
from twin_stats.ui.wording.plain import plain

GAP = "\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{MIDDLE DOT}\N{NO-BREAK SPACE} "


def header(name: str, sections: Sequence[str], visit: Visit) -> None:
    """Title, one line of facts, notes on what was mended, and links to the sections."""
    with st.container(key="page-head", horizontal=True):
        st.title(visit.say(f"page.{name}"), anchor=False, width="content")
        st.markdown(GAP.join(_facts(visit)), width="content")
        if len(sections) > 1:
            links = [f"[{_short(section, visit)}](#{section})" for section in sections]
            st.markdown(GAP.join(links), width="stretch")
    notes(visit)


def notes(visit: Visit) -> None:
    """What was asked for and could not be done as it stood."""
    if visit.notes:
        st.info("\n\n".join(_said(note, visit) for note in visit.notes), icon=":material/info:")


def _short(section: str, visit: Visit) -> str:
    """The name of a section in a line of links: some have a short one for it."""
    short = f"section.{section}.short"
    return visit.say(short if short in text.TEXTS else f"section.{section}")


def _said(note: Note, visit: Visit) -> str:
    return visit.say(note.key, **{fact: plain(value) for fact, value in note.facts.items()})


def _facts(visit: Visit) -> list[str]:
    filters = visit.filters
    fresh = moment(visit.as_of, filters.zone, visit.language) if visit.as_of else "–"
    return [
        f"**{plain(visit.company.name)}**",
        f"**{plain(period_in_words(filters.period, filters.zone, visit.language))}**",
        plain(zone_in_words(filters.zone, filters.period)),
        visit.say("header.as_of", moment=plain(fresh)),
    ]


def empty(figures: Figures, visit: Visit) -> None:
    """A page without a row says so, and offers to clear what narrows it."""
    if figures.rows:
        return
    with st.container(border=True, key="nothing", horizontal=True, vertical_alignment="center"):
        st.markdown(visit.say("page.no_data"))
        st.button(visit.say("control.clear"), key="clear-here", on_click=clear)
