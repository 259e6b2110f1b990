"""What a run of a page knows from the start: settled once by `main`, whatever page follows."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats import text
from twin_stats.analytics.filters import Filters
from twin_stats.source.companies import Company
from twin_stats.ui.address import ask, asked
from twin_stats.ui.period.span import Note, Span

PLACE = "visit"


@dataclass(frozen=True)
class Visit:
    """Who looks at what, in which language and theme, and where a page puts its own controls."""

    language: str
    theme: str
    company: Company
    filters: Filters
    span: Span
    generation: int
    as_of: datetime | None
    controls: DeltaGenerator
    views: DeltaGenerator
    today: date
    notes: tuple[Note, ...] = ()

    def say(self, key: str, **facts: object) -> str:
        """The words of a key in the visitor's language."""
        return text.say(key, self.language, **facts)

    def choosing(self, values: dict[str, tuple[str, ...]], notes: Iterable[Note] = ()) -> "Visit":
        """The same visit with the page's own values chosen."""
        return replace(self, filters=self.filters.choosing(values), notes=(*self.notes, *notes))


def current() -> Visit:
    """The visit that this page belongs to."""
    return cast(Visit, st.session_state[PLACE])


def begin(visit: Visit) -> None:
    """Make a visit the current one."""
    st.session_state[PLACE] = visit


def clear() -> None:
    """Put every control back to its default; company and language stay, as they are shown."""
    visit, now = current(), asked()
    shown = {"company": [str(visit.company.number)], "lang": [visit.language]}
    ask({name: shown.get(name) for name in now})
