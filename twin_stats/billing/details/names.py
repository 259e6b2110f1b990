"""The details' names: those of a party, and the settings that go with a company."""

from collections.abc import Mapping
from types import MappingProxyType

from twin_stats.source.books import ADDRESS, DETAILS

ADDRESSES = ("legal_address", "postal_address")
SETTINGS = ("zone", "currency", "tax_rate", "tax_included", "documents_language")
COMPANY = (*DETAILS, *SETTINGS)
SELLER = (*DETAILS, "documents_language")

# Which part of an address a field is: legal_address_city is the city of the legal one.
PARTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {f"{address}_{part}": (address, part) for address in ADDRESSES for part in ADDRESS}
)

Values = Mapping[str, str]


def country(values: Values, field: str = "") -> str:
    """The country that a field is about: its own address's, else the legal one; "" while unknown."""
    address = PARTS[field][0] if field in PARTS else "legal_address"
    return values.get(f"{address}_country", "")


def is_russian(values: Values) -> bool:
    """Whether the party is one by Russian rules."""
    return country(values) == "RU"


def is_person(values: Values) -> bool:
    """Whether a Russian party is a sole trader: his INN has 12 digits, and there is no KPP."""
    return len(values.get("inn", "")) == 12
