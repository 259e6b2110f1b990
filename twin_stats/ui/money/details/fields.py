"""One detail as a field: shown as the books have it, kept as soon as it is left, and never lost.

Each field is written by itself, so that two people who fill in the same page keep each other's work. What
cannot be so stays on the screen as it was typed, with what is wrong with it, until it is right.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import streamlit as st

from twin_stats import text
from twin_stats.billing import details
from twin_stats.billing.details import Problem
from twin_stats.billing.details.names import PARTS
from twin_stats.errors import TwinStatsError
from twin_stats.ui import data
from twin_stats.ui.money.details import choices
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.plain import plain

NEVER_EMPTY = ("zone", "currency")
CHOICES: Mapping[str, Callable[[str], choices.Choices]] = MappingProxyType(
    {"country": choices.countries, "currency": choices.currencies, "zone": choices.zones}
)
# Answers of which one is pressed: the values, with the keys of their words.
ANSWERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "tax_included": {"false": "field.tax_on_top", "true": "field.tax_within"},
        "documents_language": {language: f"language.{language}" for language in text.LANGUAGES},
    }
)


@dataclass(frozen=True)
class Owner:
    """Whose details: a company's, or (without a number) the seller's."""

    company: int | None

    @property
    def name(self) -> str:
        """What its fields are called."""
        return "seller" if self.company is None else f"company-{self.company}"

    def read(self) -> dict[str, str]:
        """The details in the books."""
        stores = data.stores()
        return details.read_seller(stores) if self.company is None else details.read(stores, self.company)

    def key(self, field: str) -> str:
        """The key of a field on the screen."""
        return f"{self.name}-{field}"


@dataclass(frozen=True)
class Draft:
    """What was typed and could not be kept, and what is wrong with it."""

    written: str
    why: TwinStatsError

    def say(self, language: str) -> str:
        """What is wrong, as briefly as it is known."""
        reason = self.why.facts.get("why")
        return reason.say(language) if isinstance(reason, text.Spoken) else self.why.say(language)


def field(owner: Owner, name: str, value: str, visit: Visit, *, problem: Problem | None) -> None:
    """The field, and below it what is wrong with it or why it is needed."""
    key, draft = owner.key(name), _drafts(owner).get(name)
    with st.container(key=f"field-{key}", gap="xsmall"):
        _input(owner, name, draft.written if draft else value, visit)
        if draft:
            st.markdown(f":red[:material/error: {plain(draft.say(visit.language))}]")
        elif problem and problem.is_wrong:
            st.markdown(f":red[:material/error: {plain(problem.why(visit.language))}]")
        elif problem:
            st.markdown(f":orange[:material/pending: {plain(visit.say('field.missing'))}]")


def label(name: str, visit: Visit) -> str:
    """What a field is called: parts of an address stand below the address's own name."""
    words = visit.say(f"field.{PARTS[name][1]}" if name in PARTS else f"detail.{name}")
    return words[:1].upper() + words[1:]


def _input(owner: Owner, name: str, value: str, visit: Visit) -> None:
    kind = PARTS[name][1] if name in PARTS else name
    how: dict[str, Any] = {"key": owner.key(name), "on_change": keep, "args": (owner, name, visit.language)}
    if kind in CHOICES:
        _chosen(name, value, CHOICES[kind](visit.language), visit, **how)
    elif kind in ANSWERS:
        words = ANSWERS[kind]
        st.session_state[how["key"]] = value if value in words else None
        st.segmented_control(
            label(name, visit), list(words), format_func=lambda one: visit.say(words[one]), **how
        )
    else:
        st.session_state[how["key"]] = f"{Decimal(value).normalize():f}" if _is_rate(name, value) else value
        st.text_input(label(name, visit), autocomplete="off", **how)


def _chosen(name: str, value: str, known: choices.Choices, visit: Visit, **how: Any) -> None:
    options = [*known] if value in known or not value else [value, *known]
    st.session_state[how["key"]] = value or None
    st.selectbox(
        label(name, visit),
        options,
        index=None,
        format_func=lambda one: known.get(one, one),
        placeholder=visit.say("field.choose"),
        required=name in NEVER_EMPTY,
        **how,
    )


def _is_rate(name: str, value: str) -> bool:
    return name == "tax_rate" and value.replace(".", "", 1).isdigit()


def keep(owner: Owner, name: str, language: str) -> None:
    """Keep what was typed, and whatever waited for it: an account waits for the code of its bank."""
    drafts = _drafts(owner)
    waiting = {other: draft.written for other, draft in drafts.items() if other != name}
    for each, written in ({name: st.session_state[owner.key(name)] or ""} | waiting).items():
        try:
            details.change(data.stores(), owner.company, {each: written})
        except TwinStatsError as why:
            drafts[each] = Draft(written, why)
        else:
            drafts.pop(each, None)
            st.toast(_kept(each, language), icon=":material/check:")


def _kept(name: str, language: str) -> str:
    return plain(text.say("field.kept", language, detail=text.say(f"detail.{name}", language)))


def _drafts(owner: Owner) -> dict[str, Draft]:
    drafts: dict[str, Draft] = st.session_state.setdefault(f"drafts:{owner.name}", {})
    return drafts
