"""Saved views: listed in the sidebar, kept and forgotten there; the default one opens its page."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from twin_stats.errors import TwinStatsError
from twin_stats.source.people import views as kept
from twin_stats.source.people.views import Address, Place, View
from twin_stats.ui import data
from twin_stats.ui.address import Asked, ask, asked
from twin_stats.ui.period.presets import PRESETS, named
from twin_stats.ui.period.span import NAMES
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

OPENED, NAME, SAID = "pages-opened", "view-name", "view-said"
# What belongs to whoever looks, not to the view.
OWN = ("lang", "company")
PRESET = "preset"


def arrive(now: Asked, page: str, company: int, today: date) -> Asked:
    """What is asked for: on a page's first opening without any filter, what its default view says."""
    opened: set[str] = st.session_state.setdefault(OPENED, set())
    is_first = page not in opened
    opened.add(page)
    if not is_first or any(name not in OWN for name in now):
        return now
    usual = next((view for view in kept.known(data.stores(), _place(company, page)) if view.is_default), None)
    if usual is None:
        return now
    ask(_meant(usual.address, today))
    return asked()


def views(page: str, visit: Visit) -> None:
    """The views of a page, and the way to keep the filters of the moment."""
    place = _place(visit.company.number, page)
    known = kept.known(data.stores(), place)
    with st.container(key="views", gap="xsmall"):
        for number, view in enumerate(known):
            st.button(
                plain(view.name),
                icon=":material/star:" if view.is_default else ":material/bookmark:",
                type="tertiary",
                key=f"view-{number}",
                on_click=_apply,
                args=(view, visit.today),
            )
        with st.popover(visit.say("view.keep"), icon=":material/bookmark_add:", width="stretch"):
            _keeping(place, known, visit)


def _keeping(place: Place, known: tuple[View, ...], visit: Visit) -> None:
    st.text_input(visit.say("view.name"), key=NAME, max_chars=kept.LONGEST_NAME)
    st.button(visit.say("view.save"), key="view-save", on_click=_save, args=(place, visit), width="stretch")
    if said := st.session_state.pop(SAID, None):
        st.warning(said)
    for number, view in enumerate(known):
        with st.container(
            horizontal=True, vertical_alignment="center", gap="xsmall", key=f"view-row-{number}"
        ):
            st.markdown(plain(view.name), width="stretch")
            turn = None if view.is_default else view.name
            words = "view.not_default" if view.is_default else "view.make_default"
            _small(visit.say(words), "star", f"view-default-{number}", partial(_default, place, turn))
            _small(
                visit.say("view.forget"),
                "delete",
                f"view-forget-{number}",
                partial(_forget, place, view),
            )


def _small(words: str, icon: str, key: str, work: Callable[[], None]) -> None:
    st.button(f":material/{icon}:", key=key, help=words, type="tertiary", on_click=work)


def _place(company: int, page: str) -> Place:
    """Views belong to the one who is logged in; where nobody logs in, to everybody here."""
    user: Any = st.user
    return Place(company, str(user.get("email") or ""), page)


def _apply(view: View, today: date) -> None:
    others: dict[str, tuple[str, ...]] = {name: () for name in asked() if name not in OWN}
    ask(others | _meant(view.address, today))


def _save(place: Place, visit: Visit) -> None:
    """A period that has a name, such as last month, is kept as such: it means another one next month."""
    address = {name: values for name, values in asked().items() if name not in OWN}
    preset = named(visit.span.days, visit.today) if visit.span.is_whole_days and "from" in address else None
    if preset:
        address = {name: values for name, values in address.items() if name not in NAMES} | {
            PRESET: (preset,)
        }
    try:
        kept.save(data.stores(), place, st.session_state[NAME], address)
    except TwinStatsError as error:
        st.session_state[SAID] = error.say(visit.language)
    else:
        st.session_state[NAME] = ""


def _default(place: Place, name: str | None) -> None:
    kept.make_default(data.stores(), place, name)


def _forget(place: Place, view: View) -> None:
    kept.remove(data.stores(), place, view.name)


def _meant(address: Address, today: date) -> dict[str, tuple[str, ...]]:
    """The address of a view today."""
    found = {name: values for name, values in address.items() if name != PRESET}
    preset = next(iter(address.get(PRESET, ())), "")
    if preset not in PRESETS:
        return found
    first, last = PRESETS[preset](today)
    return found | {"from": (f"{first}",), "to": (f"{last}",)}
