"""The values of a bill: parties, lines, taxes, and the invoice as it is frozen at issue.

Amounts are whole minor units (kopecks, cents) beside their currency; unit prices and quantities are decimals.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal, cast

from twin_stats.errors import SnapshotTooNew

Kind = Literal["monthly", "top_up", "credit_note"]
Language = Literal["en", "ru"]
KINDS: tuple[Kind, ...] = ("monthly", "top_up", "credit_note")
SNAPSHOT_VERSION = 1
# The version of the document's layout that new invoices are issued with.
TEMPLATE = "1"


@dataclass(frozen=True)
class Address:
    """Where somebody is; `country` is a code of two letters (ISO 3166). Absent parts are ""."""

    country: str = ""
    postal_code: str = ""
    city: str = ""
    street: str = ""


@dataclass(frozen=True)
class Party:
    """A seller or a buyer as a document names them; absent details are ""."""

    name: str = ""
    registration_number: str = ""
    inn: str = ""
    kpp: str = ""
    vat_number: str = ""
    bank: str = ""
    bank_code: str = ""
    account: str = ""
    correspondent_account: str = ""
    receiver_name: str = ""
    legal_address: Address = Address()
    postal_address: Address = Address()
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Line:
    """One line: `service` and `unit` are keys of `text.py`, `detail` is data (a channel, for instance).

    Without a unit price, `net` is the exact sum of the events' own prices, rounded once. Where the invoice's
    tax is included, `net` holds it.
    """

    service: str
    detail: str
    unit: str
    quantity: Decimal
    unit_price: Decimal | None
    net: int
    tax_rate: Decimal


@dataclass(frozen=True)
class Tax:
    """The tax of one rate: on which base, and how much."""

    rate: Decimal
    base: int
    amount: int


@dataclass(frozen=True)
class Invoice:
    """A document as it is issued: all that it says, and nothing that could change later.

    `between` are the instants (UTC) that the usage of a month was read between.
    """

    kind: Kind
    number: str
    company: int
    issued_at: datetime
    zone: str
    language: Language
    currency: str
    seller: Party
    buyer: Party
    month: date | None
    period: tuple[date, date] | None
    lines: tuple[Line, ...]
    taxes: tuple[Tax, ...]
    net: int
    tax: int
    gross: int
    tax_included: bool
    balance_before: int | None
    balance_after: int | None
    due: int
    corrects: str = ""
    generation: int | None = None
    template: str = TEMPLATE
    between: tuple[datetime, datetime] | None = None

    def to_json(self) -> str:
        """The snapshot: the same text for the same invoice, always."""
        whole = {"version": SNAPSHOT_VERSION, **_plain(self)}
        return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @classmethod
    def from_json(cls, snapshot: str) -> "Invoice":
        """The invoice of a snapshot; raise SnapshotTooNew for one of a newer version."""
        told = json.loads(snapshot)
        version = told.pop("version")
        if version > SNAPSHOT_VERSION:
            raise SnapshotTooNew(found=version, known=SNAPSHOT_VERSION)
        return cls(**{name: _READERS.get(name, _same)(value) for name, value in told.items()})


def _plain(value: Any) -> Any:
    """As JSON has it: decimals and dates as text, never as floats."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, Address | Party | Line | Tax | Invoice):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value


def _same(value: Any) -> Any:
    return value


def _party(told: dict[str, Any]) -> Party:
    addresses = {name: Address(**told[name]) for name in ("legal_address", "postal_address")}
    return Party(**{**told, **addresses})


def _line(told: dict[str, Any]) -> Line:
    decimals = ("quantity", "unit_price", "tax_rate")
    read = {name: None if told[name] is None else Decimal(told[name]) for name in decimals}
    return Line(**{**told, **read})


def _tax(told: dict[str, Any]) -> Tax:
    return Tax(Decimal(told["rate"]), told["base"], told["amount"])


def _period(told: list[str] | None) -> tuple[date, date] | None:
    return (told and cast(tuple[date, date], tuple(date.fromisoformat(day) for day in told))) or None


def _between(told: list[str] | None) -> tuple[datetime, datetime] | None:
    return (told and (datetime.fromisoformat(told[0]), datetime.fromisoformat(told[1]))) or None


_READERS: Mapping[str, Any] = MappingProxyType(
    {
        "issued_at": datetime.fromisoformat,
        "seller": _party,
        "buyer": _party,
        "month": lambda told: told and date.fromisoformat(told),
        "period": _period,
        "between": _between,
        "lines": lambda told: tuple(_line(one) for one in told),
        "taxes": lambda told: tuple(_tax(one) for one in told),
    }
)
