"""The company: which one an address means, and a control where there are several."""

from collections.abc import Sequence

import streamlit as st

from twin_stats import text
from twin_stats.errors import NoCompanyYet
from twin_stats.source.companies import Company
from twin_stats.ui.address import Asked, ask, asked, first
from twin_stats.ui.period.span import NAMES, Note

KEY = "company"


def company(companies: Sequence[Company], wished: Asked) -> tuple[Company, tuple[Note, ...]]:
    """The company asked for, else the first one, with a note if the one asked for is not there."""
    if not companies:
        raise NoCompanyYet
    wanted = first(wished, KEY)
    found = next((one for one in companies if str(one.number) == wanted), companies[0])
    if wanted in (None, str(found.number)):
        return found, ()
    return found, (Note("note.no_such_company", {"value": wanted or "", "shown": found.name}),)


def choice(companies: Sequence[Company], chosen: Company, language: str) -> None:
    """The control."""
    if len(companies) < 2:
        return
    names = {one.number: _told_apart(one, companies) for one in companies}
    st.session_state[KEY] = chosen.number
    st.selectbox(
        text.say("control.company", language),
        names,
        format_func=lambda number: names[number],
        key=KEY,
        on_change=_choose,
    )


def _told_apart(one: Company, companies: Sequence[Company]) -> str:
    """The name; with the number where another company has the same."""
    is_alone = sum(other.name == one.name for other in companies) == 1
    return one.name if is_alone else f"{one.name} ({one.number})"


def _choose() -> None:
    """Another company has other bots and tasks: what was chosen of those goes, the period stays."""
    others = {name: None for name in asked() if name not in (*NAMES, "lang")}
    ask(others | {KEY: [str(st.session_state[KEY])]})
