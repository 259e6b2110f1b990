"""What is missing for an invoice, by the country's rules: each detail by its name, with the reason."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from twin_stats import text
from twin_stats.billing.details.checks import check, reason
from twin_stats.billing.details.countries import EUROPEAN_UNION, has_postal_codes
from twin_stats.billing.details.names import (
    COMPANY,
    PARTS,
    SELLER,
    Values,
    country,
    is_person,
    is_russian,
)
from twin_stats.errors import BadDetail

Side = Literal["company", "seller"]


@dataclass(frozen=True)
class Problem:
    """A detail that stands in the way of an invoice: absent, or not as it must be."""

    side: Side
    field: str
    is_wrong: bool
    reason: str

    @property
    def place(self) -> str:
        """The field, as `company set` calls it."""
        return self.field if self.side == "company" else f"--seller {self.field}"

    def name(self, language: str = "en") -> str:
        """What is missing, in words: "postal code of the legal address"."""
        words = text.say(f"detail.{self.field}", language)
        return words if self.side == "company" else text.say("detail.of_seller", language, detail=words)

    def why(self, language: str = "en") -> str:
        """Why it is needed, or what it should look like."""
        return text.say(f"{'wrong' if self.is_wrong else 'why'}.{self.reason}", language)


@dataclass(frozen=True)
class Problems:
    """Several, as one sentence names them."""

    each: tuple[Problem, ...]

    def say(self, language: str = "en") -> str:
        """Their names in words, each with its field."""
        return "; ".join(f"{one.name(language)} ({one.place})" for one in self.each)


def problems(values: Values, side: Side) -> tuple[Problem, ...]:
    """Everything that is missing or wrong, in the order of the fields."""
    return tuple(_found(values, side))


def _found(values: Values, side: Side) -> Iterator[Problem]:
    for field in COMPANY if side == "company" else SELLER:
        part = PARTS[field][1] if field in PARTS else field
        if not values.get(field):
            if is_needed(field, values):
                yield Problem(side, field, False, part)
        elif not _is_good(field, values):
            yield Problem(side, field, True, reason(field, values))


def is_needed(field: str, values: Values) -> bool:
    """Whether no invoice can be made without it."""
    part = PARTS[field][1] if field in PARTS else field
    if part == "postal_code":
        return has_postal_codes(country(values, field))
    return NEEDED.get(part, _always)(values)


def _is_good(field: str, values: Values) -> bool:
    try:
        return bool(check(field, values[field], values))
    except BadDetail:
        return False


def _always(_values: Values) -> bool:
    return True


def _never(_values: Values) -> bool:
    return False


NEEDED: Mapping[str, Callable[[Values], bool]] = MappingProxyType(
    {
        "inn": is_russian,
        "kpp": lambda values: is_russian(values) and not is_person(values),
        "vat_number": lambda values: country(values) in EUROPEAN_UNION,
        "correspondent_account": is_russian,
        "phone": _never,
        "documents_language": _never,
    }
)
