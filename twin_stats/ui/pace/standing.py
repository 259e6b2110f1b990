"""What stands on the page from the run before: it needs no skeleton, but stays, faded, until it is redrawn.

Skeletons in its place took it from the page and built it anew: a third of what the browser did for a filter
that nobody had chosen before. What lasts longer than a moment beats like one (`waiting` in the style).
"""

from threading import Semaphore
from typing import cast

import streamlit as st

PLACE, ASKING = "standing", "asking"


def begin(page: str, company: int, at_once: int) -> None:
    """A run of this page begins: what another page drew is gone, and no other company's is to be seen.

    So many of its charts may be asked for at once.
    """
    if ASKING not in st.session_state:
        st.session_state[ASKING] = Semaphore(at_once)
    if st.session_state.get(PLACE, (None,))[0] != (page, company):
        st.session_state[PLACE] = ((page, company), set())


def stands(key: str) -> bool:
    """Whether a run of this page has drawn what has this key."""
    return key in st.session_state[PLACE][1]


def drawn(key: str) -> None:
    """What has this key is on the page now."""
    st.session_state[PLACE][1].add(key)


def go_on() -> None:
    """A run that was interrupted meanwhile ends here: Streamlit looks whenever its state is asked."""
    st.session_state[PLACE]


def asking() -> Semaphore:
    """What is held while something of this visitor is asked for, also by a run that was interrupted."""
    return cast(Semaphore, st.session_state[ASKING])
