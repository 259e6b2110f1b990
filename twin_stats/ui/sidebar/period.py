"""The period: presets, and the days and times from which to which."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

import streamlit as st

from twin_stats import text
from twin_stats.ui.address import ask
from twin_stats.ui.period.presets import PRESETS, Days, named
from twin_stats.ui.period.span import EARLIEST, END_OF_DAY, LATEST, NAMES, START_OF_DAY, Span

FORMATS = {"en": "YYYY-MM-DD", "ru": "DD.MM.YYYY"}
PRESET = "preset"


def period(span: Span, today: date, usual: Days, language: str) -> None:
    """The controls of a period."""
    _presets(span, today, usual, language)
    for name, day, clock, at in (
        ("from", span.first, "from_time", span.start),
        ("to", span.last, "to_time", span.end),
    ):
        days, times = st.columns([3, 2], gap="xsmall")
        with days:
            _day(name, day, language)
        with times:
            _time(clock, at, language)


def _presets(span: Span, today: date, usual: Days, language: str) -> None:
    st.session_state[PRESET] = named(span.days, today) if span.is_whole_days else None
    st.pills(
        text.say("control.period", language),
        PRESETS,
        format_func=lambda name: text.say(f"preset.{name}", language),
        key=PRESET,
        on_change=_choose_preset,
        args=(today, usual),
    )


def _choose_preset(today: date, usual: Days) -> None:
    """A second click on the chosen preset changes nothing."""
    if name := st.session_state[PRESET]:
        first, last = PRESETS[name](today)
        usually = (first, last) == usual
        ask(dict.fromkeys(NAMES) | ({} if usually else {"from": [f"{first}"], "to": [f"{last}"]}))


def _day(name: str, day: date, language: str) -> None:
    st.session_state[name] = day
    st.date_input(
        text.say(f"control.{name}", language),
        key=name,
        min_value=EARLIEST,
        max_value=LATEST,
        format=FORMATS[language],
        on_change=_choose,
        args=(name,),
    )


def _time(name: str, at: time, language: str) -> None:
    st.session_state[name] = at
    st.time_input(text.say(f"control.{name}", language), key=name, on_change=_choose, args=(name,))


def _choose(name: str) -> None:
    """Both days go into the address, so that a copied link means the same days tomorrow."""
    state = st.session_state
    ask({"from": [str(state["from"])], "to": [str(state["to"])], **_clock(state)})


def _clock(state: Mapping[str, Any] | Any) -> dict[str, list[str] | None]:
    usual = {"from_time": START_OF_DAY, "to_time": END_OF_DAY}
    chosen = {name: state[name] for name in usual}
    return {name: None if at in (None, usual[name]) else [f"{at:%H:%M}"] for name, at in chosen.items()}
