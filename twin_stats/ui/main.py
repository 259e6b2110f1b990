"""The script that Streamlit runs for every page: language, company and period are settled here, once."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats import text
from twin_stats.source.companies import Company
from twin_stats.ui import data, look, menu, visit
from twin_stats.ui.address import Asked, asked
from twin_stats.ui.money.balance import balance
from twin_stats.ui.pace import standing
from twin_stats.ui.period import clock
from twin_stats.ui.period.presets import Days, usual
from twin_stats.ui.period.span import NAMES, Span, span
from twin_stats.ui.sidebar import company, language, period, views
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit


def main() -> None:
    """One run of one page."""
    now = asked()
    spoken = language.language(now)
    page, pages = menu.settle(spoken)
    look.dress(page.title, spoken)
    with st.sidebar:
        menu.draw(pages)
        controls, foot = (st.container(key=key, gap="xsmall") for key in ("controls", "foot"))
    with foot:
        language.switch(spoken)
        look.watch()
        if (name := page.url_path or menu.files()[0].stem) not in menu.WITHOUT_CHARTS:
            look.announce_charts()
    with told(spoken):
        visit.begin(settled := _settled(now, spoken, controls, name=name))
        standing.begin(name, settled.company.number, data.at_once())
        balance(visit.current())
        page.run()


def _settled(now: Asked, spoken: str, controls: DeltaGenerator, *, name: str) -> Visit:
    """Company and period, as asked for or as usual, with their controls drawn."""
    number = data.generation()
    companies = data.known_companies()
    chosen, notes = company.company(companies, now)
    days = _usual(name, today := clock.today(chosen.zone), chosen, number)
    asked_for = _period(views.arrive(now, name, chosen.number, today), days)
    with controls:
        company.choice(companies, chosen, spoken)
        if has_period := name not in menu.TIMELESS:
            period.period(asked_for, today, days, spoken)
        own, saved = _rooms(spoken, is_cleared=has_period)
    return Visit(
        language=spoken,
        theme=look.theme(),
        company=chosen,
        filters=data.filters(chosen, asked_for, number),
        span=asked_for,
        generation=number,
        as_of=data.as_of(number),
        controls=own,
        views=saved,
        today=today,
        notes=(*notes, *asked_for.notes),
    )


def _usual(name: str, today: date, chosen: Company, number: int) -> Days:
    """The period of a page that nobody has asked for another one of."""
    if name in menu.OF_DOCUMENTS and (begun := data.first_document(chosen)):
        return min(begun, today), today
    return usual(today, data.newest_day(number, chosen))


def _period(now: Asked, days: Days) -> Span:
    """The period asked for; what is not said is as usual."""
    return span({name: now[name][-1] for name in NAMES if name in now}, days)


def _rooms(spoken: str, *, is_cleared: bool) -> tuple[DeltaGenerator, DeltaGenerator]:
    """Where the page puts its own controls and its views: before and after the button that clears them."""
    own = st.container(key="own-controls", gap="xsmall")
    if is_cleared:
        _clear(spoken)
    return own, st.container(key="saved", gap="xsmall")


def _clear(spoken: str) -> None:
    st.button(
        text.say("control.clear", spoken),
        icon=":material/filter_alt_off:",
        key="clear",
        on_click=visit.clear,
        width="stretch",
    )


main()
