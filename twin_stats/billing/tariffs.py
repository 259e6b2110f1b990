"""Tariffs: prices by unit, each from a day on, for usage whose events have no price of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sqlalchemy import Connection, delete, insert, select

from twin_stats import text
from twin_stats.billing import arithmetic, details
from twin_stats.billing.tables import closings, tariffs
from twin_stats.errors import BadPrice, UnknownName
from twin_stats.source.stores import Stores

MILLION = Decimal(1_000_000)
LARGEST = Decimal(1_000_000_000)
# Each unit with the service that it prices and the quantity that it counts. Of several for one service the
# newest holds: a tariff by the minute ends the one by the second.
UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "client_message": ("client_message", "message"),
        "bot_message": ("bot_message", "message"),
        "operator_message": ("operator_message", "message"),
        "call_second": ("call", "second"),
        "call_minute": ("call", "minute"),
        "notification": ("notification", "message"),
        "notification_part": ("notification", "part"),
    }
)


@dataclass(frozen=True)
class Tariff:
    """A price of one unit from a day on; `detail` narrows it (a channel, Alice, a direction of calls)."""

    unit: str
    detail: str
    currency: str
    price: Decimal
    valid_from: date

    @property
    def service(self) -> str:
        """The service that it prices."""
        return UNITS[self.unit][0]

    @property
    def counts(self) -> str:
        """What it counts: messages, parts, seconds, started minutes."""
        return UNITS[self.unit][1]


def known(stores: Stores, company: int) -> tuple[Tariff, ...]:
    """The company's tariffs, by unit, detail and day."""
    table = tariffs.c
    asked = select(table.unit, table.detail, table.currency, table.price_millionths, table.valid_from)
    ordered = asked.where(table.company == company).order_by(
        table.unit, table.detail, table.valid_from, table.id
    )
    with stores.reading() as connection:
        rows = connection.execute(ordered).all()
    return tuple(Tariff(row[0], row[1], row[2], row[3] / MILLION, row[4]) for row in rows)


def keep(
    stores: Stores, company: int, *, unit: str, price: str, valid_from: date, detail: str = ""
) -> Tariff:
    """Keep a price in the company's currency; one of the same service, detail and day is replaced.

    Months that nothing was billed for are looked at again; those that were billed stay as they are.
    """
    if unit not in UNITS:
        raise UnknownName(kind="unit", name=unit, hint=text.say("hint.known", names=", ".join(UNITS)))
    currency = details.read(stores, company)["currency"]
    made = Tariff(unit, detail.strip(), currency, _price(price), valid_from)
    row = {name: getattr(made, name) for name in ("unit", "detail", "currency", "valid_from")}
    row |= {"company": company, "price_millionths": int(made.price * MILLION)}
    again = (closings.c.company == company, closings.c.outcome == "nothing")
    with stores.writing() as connection:
        connection.execute(delete(tariffs).where(tariffs.c.id.in_(_replaced(connection, company, made))))
        connection.execute(insert(tariffs).values(row))
        connection.execute(delete(closings).where(*again))
    return made


def _replaced(connection: Connection, company: int, made: Tariff) -> list[int]:
    """The company's prices of the same service, detail and day, whatever they count: one of them can hold."""
    units = [unit for unit, (service, _) in UNITS.items() if service == made.service]
    asked = select(tariffs.c.id, tariffs.c.detail).where(
        tariffs.c.company == company, tariffs.c.unit.in_(units), tariffs.c.valid_from == made.valid_from
    )
    rows = connection.execute(asked).all()
    return [row.id for row in rows if row.detail.casefold() == made.detail.casefold()]


def _price(written: str) -> Decimal:
    price = arithmetic.plain(written)
    if price is None or price > LARGEST or price != round(price, 6):
        raise BadPrice(price=written)
    return price


def holding(known: Sequence[Tariff], service: str, detail: str, day: date) -> Tariff | None:
    """The newest tariff of a service that holds on a day: its detail's own, else the general one."""
    for asked in dict.fromkeys((detail.casefold(), "")):
        fitting = [each for each in known if each.service == service and each.detail.casefold() == asked]
        begun = [each for each in fitting if each.valid_from <= day]
        if begun:
            return max(begun, key=lambda each: each.valid_from)
    return None


def changes(known: Sequence[Tariff], first: date, last: date) -> tuple[date, ...]:
    """The days after the first, up to the last, from which another tariff holds."""
    return tuple(sorted({each.valid_from for each in known if first < each.valid_from <= last}))
