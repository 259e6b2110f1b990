"""A page's own filters: every value that the company has, the most frequent first."""

from collections.abc import Iterable, Sequence

import pandas as pd
import streamlit as st
from sqlalchemy import func, select

from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import Read
from twin_stats.analytics.filters import UNKNOWN
from twin_stats.analytics.ink.wording import word
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant
from twin_stats.ui import data
from twin_stats.ui.address import ask, asked
from twin_stats.ui.period.span import Note
from twin_stats.ui.visit import Visit

MOST_OPTIONS = 2000
ARRIVAL = "arrival"
# Dimensions that are asked by yes or nothing.
TOGGLES = ("customer_messages",)
YES = "yes"


def choose(visit: Visit, fact: Fact, names: Iterable[str]) -> Visit:
    """The controls of these dimensions; the visit with what is chosen."""
    now, chosen, notes = asked(), {}, list[Note]()
    for name in names:
        options = values(visit, fact, name, known=True)
        wanted = now.get(name, ())
        chosen[name] = tuple(value for value in options if value in wanted)
        notes += _strangers(visit, fact, name, [value for value in wanted if value not in options])
        _control(visit, name, options, chosen[name])
    return visit.choosing(chosen, notes)


def _control(visit: Visit, name: str, options: Sequence[str], chosen: Sequence[str]) -> None:
    if name in TOGGLES:
        _toggle(visit, name, YES in chosen)
    else:
        _list(visit, name, options, chosen)


def _toggle(visit: Visit, name: str, is_on: bool) -> None:
    st.session_state[name] = is_on
    st.toggle(
        visit.say(f"dimension.{name}"),
        key=name,
        help=visit.say(f"explain.by_{name}"),
        on_change=lambda: ask({name: [YES] if st.session_state[name] else []}),
    )


def _list(visit: Visit, name: str, options: Sequence[str], chosen: Sequence[str]) -> None:
    """Several values at once; where there is nothing to choose from it is disabled, and says why."""
    nothing = not any(options)
    st.session_state[name] = list(chosen)
    st.multiselect(
        visit.say(f"dimension.{name}"),
        options,
        format_func=lambda value: word(name, value or None, visit.language),
        key=name,
        placeholder=visit.say(_own("control.all", name) or "control.all"),
        on_change=lambda: ask({name: st.session_state[name]}),
        disabled=nothing,
        help=visit.say(reason) if nothing and (reason := _own("control.none", name)) else None,
    )


def _own(key: str, name: str) -> str | None:
    """The words that a control has for itself."""
    own = f"{key}.{name}"
    return own if own in text.TEXTS else None


def _strangers(visit: Visit, fact: Fact, name: str, values: Iterable[str]) -> list[Note]:
    """A note on values that came with the first address; those that came from another page need none."""
    subject, address = st.session_state.setdefault(ARRIVAL, (fact.subject, asked()))
    unknown = [value for value in values if subject == fact.subject and value in address.get(name, ())]
    if not unknown:
        return []
    facts = {"dimension": visit.say(f"dimension.{name}"), "values": ", ".join(unknown)}
    return [Note("note.no_such_value", facts)]


def values(visit: Visit, fact: Fact, name: str, *, known: bool = False) -> list[str]:
    """The values that the company has of a dimension, and those that are known anyway."""
    company = visit.company.number

    def make(read: Read) -> list[str]:
        column = fact.dimensions[name].label("value")
        rows = select(column, func.count().label("rows")).where(fact.company == constant(company))
        return _values(read(rows.group_by(column)))

    found: list[str] = data.keep(f"options:{fact.subject}:{name}", company, visit.generation, make)
    more = getattr(catalogue.SUBJECTS[fact.subject], "KNOWN", {}).get(name, ()) if known else ()
    return list(dict.fromkeys([*found, *more]))


def _values(frame: pd.DataFrame) -> list[str]:
    ranked = frame.sort_values(["rows", "value"], ascending=[False, True]).head(MOST_OPTIONS)
    known = [str(value) for value in ranked["value"] if not pd.isna(value) and value != UNKNOWN]
    return [*known, UNKNOWN] if len(known) < len(ranked) else known
