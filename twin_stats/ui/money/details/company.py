"""Company settings: the details that invoices are made with, of the company and of the seller."""

from collections.abc import Mapping, Sequence

import streamlit as st

from twin_stats.billing import details
from twin_stats.billing.details import Problem
from twin_stats.ui import data
from twin_stats.ui import visit as visits
from twin_stats.ui.address import ask, asked, first
from twin_stats.ui.money.checklist import FIELD, SIDE, checklist
from twin_stats.ui.money.details.fields import Owner, field
from twin_stats.ui.money.details.focus import focus
from twin_stats.ui.money.head import head
from twin_stats.ui.trouble import told
from twin_stats.ui.visit import Visit

Groups = Mapping[str, Sequence[str]]
COMPANY, SELLER = "company", "seller"
WIDTH = 250


def show(groups: Groups) -> None:
    """Draw the page: what is missing on top, then the fields in groups."""
    visit = visits.current()
    head("company", visit, has_period=False)
    with told(visit.language):
        problems = details.all_problems(data.stores(), visit.company.number)
        checklist(problems, visit)
        side = _side(visit)
        owner = Owner(None if side == SELLER else visit.company.number)
        _fields(owner, groups, [each for each in problems if each.side == side], visit)
        _go_to_field(owner)


def _side(visit: Visit) -> str:
    """Whose details are shown: the company's, or the seller's, which are there once for all companies."""
    st.session_state[SIDE] = SELLER if first(asked(), SIDE) == SELLER else COMPANY
    side = st.segmented_control(
        visit.say("company.side"),
        (COMPANY, SELLER),
        format_func=lambda one: visit.say(f"company.side.{one}"),
        key=SIDE,
        required=True,
        on_change=lambda: ask({SIDE: [SELLER] if st.session_state[SIDE] == SELLER else None}),
        label_visibility="collapsed",
    )
    st.caption(visit.say(f"company.about.{side}"))
    return str(side)


def _fields(owner: Owner, groups: Groups, problems: Sequence[Problem], visit: Visit) -> None:
    values, known = owner.read(), {problem.field: problem for problem in problems}
    for group, names in groups.items():
        present = [name for name in names if name in values]
        if not present:
            continue
        with st.container(border=True, key=f"group-{group}", gap="small"):
            st.subheader(visit.say(f"company.{group}"), anchor=False)
            with st.grid("auto", min_column_width=WIDTH, key=f"grid-{group}"):
                for name in present:
                    field(owner, name, values[name], visit, problem=known.get(name))


def _go_to_field(owner: Owner) -> None:
    """A link that names a field leads to it once: what is done next must not jump back."""
    if wanted := first(asked(), FIELD):
        ask({FIELD: None})
        if wanted in owner.read():
            focus(owner.key(wanted))
