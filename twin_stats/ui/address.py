"""The address of a page is what it shows: the one truth of all controls, with names as in the catalogue.

A control is set from the address before it is drawn, and writes what the user chose back to it. So a copied
link, a reload, Back and Forward show the same figures, and an address that somebody mistyped is read by our
own rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

Asked = Mapping[str, tuple[str, ...]]
PLACE = "address"
CATCHING_UP_SECONDS = 3.0


@dataclass(frozen=True)
class _Step:
    """What a control asked for, what the browser's address was then, on which page, and when."""

    before: Asked
    asked: Asked
    page: str
    at: float


def asked() -> Asked:
    """What is asked for: the browser's address, or what a control asked for a moment ago.

    Two quick clicks: the second one leaves the browser before the first one has changed its address, which
    must not undo the first.
    """
    shown = _shown()
    last: _Step | None = st.session_state.get(PLACE)
    if last and last.page != _page():
        # Whoever has left the page and comes back means the address as it stands.
        last = st.session_state[PLACE] = None
    if last and shown == last.before and monotonic() - last.at < CATCHING_UP_SECONDS and not _is_history():
        return last.asked
    return shown


def ask(changes: Mapping[str, Sequence[str] | None]) -> None:
    """Change the address; a name without values leaves it. For the callbacks of controls."""
    changed = dict(asked()) | {name: tuple(values or ()) for name, values in changes.items()}
    wanted = {name: values for name, values in changed.items() if values}
    st.session_state[PLACE] = _Step(_shown(), wanted, _page(), monotonic())
    st.query_params.from_dict({name: list(values) for name, values in wanted.items()})


def first(values: Asked, name: str) -> str | None:
    """The value of a name that has one; None if it is not there."""
    found = values.get(name, ())
    return found[-1] if found else None


def _shown() -> Asked:
    return {name: tuple(st.query_params.get_all(name)) for name in st.query_params}


def _page() -> str:
    return str(getattr(get_script_run_ctx(), "page_script_hash", ""))


def _is_history() -> bool:
    """Whether Back or Forward brought us here: then the address is meant as it stands."""
    return bool(getattr(get_script_run_ctx(), "is_history_navigation", False))
