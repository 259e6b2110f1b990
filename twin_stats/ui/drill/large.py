"""Files of very many rows: written to the disk while progress is told, and sent from there.

What Streamlit's own button gives would lie in memory as a whole, for as long as somebody looks at it.
"""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.exports import rows as files
from twin_stats.exports.listing import Listing
from twin_stats.ui import data
from twin_stats.ui.sending import address, room
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import count

MANY = 100_000


def prepared(listing: Listing, names: dict[str, str], number: int, visit: Visit) -> None:
    """A button for each form, which makes the file; then a link to it."""
    with st.container(key="rows-prepare", gap="xsmall"):
        with st.container(horizontal=True, gap="xsmall"):
            pressed = [form for form in names if _button(form, visit)]
        stores = data.stores()
        for form in pressed:
            path, bar = room(stores.settings.home) / names[form], st.progress(0.0)
            asked = partial(stores.batches, generation=visit.generation)
            files.write(listing, form, path, asked, progress=partial(_tell, bar, number, visit))
            bar.empty()
            words = visit.say("rows.ready", name=path.name)
            st.link_button(words, address(path), icon=":material/download:", type="primary")


def _button(form: str, visit: Visit) -> bool:
    return st.button(visit.say(f"chart.form.{form}"), icon=":material/hourglass_top:", key=f"prepare-{form}")


def _tell(bar: DeltaGenerator, number: int, visit: Visit, done: int) -> None:
    facts = {"done": count(done, visit.language), "rows": count(number, visit.language)}
    bar.progress(min(1.0, done / number), visit.say("rows.writing", **facts))
