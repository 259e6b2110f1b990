"""What an invoice still lacks: each detail with its reason, and the way to its field."""

from collections.abc import Sequence

import streamlit as st

from twin_stats.billing.details import Problem
from twin_stats.ui import menu
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

FIELD, SIDE = "field", "side"
WIDTH = 420


def checklist(problems: Sequence[Problem], visit: Visit) -> None:
    """The list; where nothing is missing, one quiet line says so."""
    if not problems:
        st.markdown(f":green[:material/check_circle:] {visit.say('checklist.complete')}")
        return
    with st.container(border=True, key="checklist", gap="xsmall"):
        st.markdown(f":orange[:material/warning:] **{visit.say('checklist.missing', count=len(problems))}**")
        with st.grid("auto", min_column_width=WIDTH, gap=None, key="checklist-details"):
            for problem in problems:
                _line(problem, visit)


def _line(problem: Problem, visit: Visit) -> None:
    name = problem.name(visit.language)
    named = plain(name[:1].upper() + name[1:])
    label = f"**{named}** :gray[{plain(problem.why(visit.language))}]"
    side = {SIDE: "seller"} if problem.side == "seller" else {}
    menu.link("company", label, visit.language, **{FIELD: problem.field, **side})
