"""What usage costs: the exact sum of the events' prices, else quantity × tariff, each rounded once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from twin_stats.billing import arithmetic
from twin_stats.billing.model import Line
from twin_stats.billing.tariffs import Tariff, holding
from twin_stats.billing.usage.reading import Used
from twin_stats.errors import UnknownCurrency

SERVICES = (
    *("client_message", "bot_message", "operator_message", "message", "chat"),
    *("call", "bot_call", "notification"),
)


class Key(NamedTuple):
    """What makes one line: usage of the same service at the same price."""

    currency: str
    service: str
    detail: str
    unit: str
    price: Decimal | None


@dataclass
class Sum:
    """How much of it."""

    quantity: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)


@dataclass(frozen=True)
class Priced:
    """Lines by currency; what was used without any price; currencies that nobody knows, as written."""

    lines: Mapping[str, tuple[Line, ...]]
    free: tuple[Used, ...] = ()
    unknown_currencies: tuple[str, ...] = ()

    @property
    def totals(self) -> dict[str, int]:
        """The sum of the lines in each currency."""
        return {currency: sum(line.net for line in lines) for currency, lines in self.lines.items()}


@dataclass
class _Sums:
    known: Sequence[Tariff]
    own: str
    sums: dict[Key, Sum] = field(default_factory=lambda: defaultdict(Sum))
    free: list[Used] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)

    def add(self, one: Used, day: date) -> None:
        """Usage of a day from which the same tariffs hold."""
        tariff = holding(self.known, one.service, one.detail, day)
        if one.amount is not None:
            self._add_priced(one, one.amount)
        elif tariff is None:
            self.free.append(one)
        elif one.is_chargeable:
            key = Key(tariff.currency, one.service, _shown(one, tariff), tariff.counts, tariff.price)
            self.sums[key].quantity += one.quantities[tariff.counts]

    def _add_priced(self, one: Used, amount: Decimal) -> None:
        try:
            currency = arithmetic.currency_code(one.currency or self.own)
        except UnknownCurrency:
            self.unknown.add(one.currency)
            return
        total = self.sums[Key(currency, one.service, one.detail, _counted(one), None)]
        total.quantity += one.quantities[_counted(one)]
        total.amount += amount

    def add_free(self) -> tuple[Used, ...]:
        """What has no price stands with what has one of the same kind, else in a line that costs nothing."""
        alone = []
        for one in self.free:
            detail = "" if one.service == "call" else one.detail
            key = Key(self.own, one.service, detail, _counted(one), None)
            if key not in self.sums:
                key = key._replace(price=Decimal(0))
                alone.append(one)
            self.sums[key].quantity += one.quantities[_counted(one)]
        return tuple(alone)


def price(
    used: Iterable[tuple[date, Iterable[Used]]], known: Sequence[Tariff], own: str, rate: Decimal
) -> Priced:
    """The lines of usage, given by the days from which other tariffs hold, in `own` where nothing is said."""
    sums = _Sums(known, own)
    for day, several in used:
        for one in several:
            sums.add(one, day)
    free = sums.add_free()
    lines: dict[str, list[Line]] = {}
    for key, total in sorted(sums.sums.items(), key=partial(_order, own)):
        if total.quantity or total.amount:
            lines.setdefault(key.currency, []).append(_line(key, total, rate))
    return Priced(
        {currency: tuple(of_it) for currency, of_it in lines.items()}, free, tuple(sorted(sums.unknown))
    )


def _order(own: str, one: tuple[Key, Sum]) -> tuple[object, ...]:
    """The company's own currency first; however the store orders its rows, lines have one order."""
    key = one[0]
    return (
        key.currency != own,
        key.currency,
        SERVICES.index(key.service),
        key.detail.casefold(),
        key.detail,
        key.price is not None,
        key.price or 0,
        key.unit,
    )


def _line(key: Key, total: Sum, rate: Decimal) -> Line:
    exact = arithmetic.minor(total.amount, key.currency)
    net = exact if key.price is None else arithmetic.priced(total.quantity, key.price, key.currency)
    return Line(
        service=f"service.{key.service}",
        detail=key.detail,
        unit=f"unit.{key.unit}",
        quantity=total.quantity,
        unit_price=key.price,
        net=net,
        tax_rate=rate,
    )


def _counted(one: Used) -> str:
    return next(iter(one.quantities))


def _shown(one: Used, tariff: Tariff) -> str:
    """Calls by direction where a tariff tells them apart; channels always."""
    return one.detail if one.service != "call" or tariff.detail else ""
