"""What stands on the page from the run before: it needs no skeleton, but stays, faded, until it is redrawn.

Skeletons in its place took it from the page and built it anew: a third of what the browser did for a filter
that nobody had chosen before. What lasts longer than a moment beats like one (`waiting` in the style).
"""

import streamlit as st

PLACE = "standing"


def begin(page: str, company: int) -> None:
    """A run of this page begins: what another page drew is gone, and no other company's is to be seen."""
    if st.session_state.get(PLACE, (None,))[0] != (page, company):
        st.session_state[PLACE] = ((page, company), set())


def stands(key: str) -> bool:
    """Whether a run of this page has drawn what has this key."""
    return key in st.session_state[PLACE][1]


def drawn(key: str) -> None:
    """What has this key is on the page now."""
    st.session_state[PLACE][1].add(key)
