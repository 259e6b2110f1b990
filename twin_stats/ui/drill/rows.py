"""The rows behind a figure: how many and how they make it, a page of them, all of them as a file."""

from functools import partial
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd
import pyarrow as pa
import streamlit as st

from twin_stats.analytics.answer import Read
from twin_stats.analytics.drill.behind import EACH, SHARE
from twin_stats.exports import rows as files
from twin_stats.exports.forms import FORMS
from twin_stats.exports.listing import Listing
from twin_stats.ui import data
from twin_stats.ui.drill import large
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING, count
from twin_stats.ui.wording.plain import plain

PAGE = 25


def listed(name: str, listing: Listing, figure: tuple[Any, str], visit: Visit) -> None:
    """The rows of a listing, under a heading on how they make the figure: its value, and as it is written."""
    with st.container(key=f"behind-{name}", gap="small"):
        _listed(name, listing, figure, visit)


def _listed(name: str, listing: Listing, figure: tuple[Any, str], visit: Visit) -> None:
    said = _said(name, listing, visit)
    st.markdown(f"**{plain(_heading(listing, said, figure, visit))}**")
    number = int(said["rows"])
    if not number:
        return
    pages, page = ceil(number / PAGE), 1
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="rows-tools"):
        if pages > 1:
            words = visit.say("rows.page", pages=count(pages, visit.language))
            page = st.number_input(words, 1, pages, key=f"page-of-{name}", width=150)
        if number < large.MANY:
            _downloads(name, listing, visit)
    if number >= large.MANY:
        large.prepared(listing, _names(name), number, visit)
    shown = _page(name, listing, page - 1, visit)
    st.dataframe(shown, hide_index=True, width="stretch", key=f"page-{name}", placeholder=NOTHING)


def _said(name: str, listing: Listing, visit: Visit) -> dict[str, Any]:
    """What the store says of all rows: how many, the figure they make, and how many are above the line."""
    behind = listing.behind

    def make(read: Read) -> dict[str, Any]:
        asked = behind.count() if behind.figure is None else behind.figure
        return {str(key): value for key, value in read(asked).iloc[0].items()}

    found: dict[str, Any] = data.keep(f"rows:{name}", visit.filters, visit.generation, make)
    return found


def _heading(listing: Listing, said: dict[str, Any], figure: tuple[Any, str], visit: Visit) -> str:
    value, written = figure
    kind, rows = listing.behind.kind, int(said["rows"])
    facts = {"rows": count(rows, visit.language), "figure": written}
    if kind == EACH and rows != value:
        return visit.say("rows.differ", **facts)
    if kind == SHARE:
        facts["part"] = count(said["part"], visit.language)
    return visit.say(f"rows.{kind}", **facts)


def _page(name: str, listing: Listing, number: int, visit: Visit) -> pd.DataFrame:
    """One page of the rows, in words."""

    def make(read: Read) -> pd.DataFrame:
        frame = read(listing.behind.page(number, PAGE))
        cells = listing.cells(pa.Table.from_pandas(frame, preserve_index=False))
        columns = zip(listing.columns, cells, strict=True)
        return pd.DataFrame(
            {column.title: _shown(column.worded(values, visit.language)) for column, values in columns}
        )

    kept = f"rows:{name}:{number}:{visit.language}"
    found: pd.DataFrame = data.keep(kept, visit.filters, visit.generation, make)
    return found


def _shown(values: Any) -> list[Any]:
    """Times as clocks show them; money as it is written."""
    return [f"{value:%Y-%m-%d %H:%M:%S}" if hasattr(value, "astimezone") else value for value in values]


def _names(name: str) -> dict[str, str]:
    return {form: f"rows_{name.split(':')[0]}.{FORMS[form].ending}" for form in files.FORMS}


def _downloads(name: str, listing: Listing, visit: Visit) -> None:
    for form, file in _names(name).items():
        st.download_button(
            visit.say(f"chart.form.{form}"),
            partial(_file, listing, form, visit.generation),
            file_name=file,
            mime=FORMS[form].mime,
            on_click="ignore",
            icon=":material/download:",
            key=f"rows-{form}",
        )


def _file(listing: Listing, form: str, generation: int) -> bytes:
    """All rows as a file, which is on the disk while it is made."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "rows"
        files.write(listing, form, path, partial(data.stores().batches, generation=generation))
        return path.read_bytes()
