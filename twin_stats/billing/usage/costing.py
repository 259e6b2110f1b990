"""The cost of a company's usage in any period: read from one generation, cut where another tariff begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from itertools import pairwise

from sqlalchemy import func, select

from twin_stats.billing import tariffs
from twin_stats.billing.tariffs import Tariff
from twin_stats.billing.usage import queries
from twin_stats.billing.usage.pricing import Priced, price
from twin_stats.billing.usage.reading import used
from twin_stats.source import books
from twin_stats.source.companies import Company
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, local, midnight


@dataclass(frozen=True)
class Costs:
    """Prices a company's usage: its tariffs, its tax rate, and the generation that is read."""

    stores: Stores
    company: Company
    known: Sequence[Tariff]
    rate: Decimal
    generation: int

    def of(self, period: Period) -> Priced:
        """What was used in the period, in lines by currency."""
        read = partial(self.stores.frame, generation=self.generation)
        pieces = [
            (local(start, self.company.zone).date(), used(read, self.company.number, Period(start, end)))
            for start, end in pairwise(self._cuts(period))
        ]
        return price(pieces, self.known, self.company.currency, self.rate)

    def _cuts(self, period: Period) -> list[datetime]:
        """The period's bounds, and the midnights between them that bring another tariff."""
        zone = self.company.zone
        first, last = (local(at, zone).date() for at in (period.start, period.end))
        midnights = [midnight(day, zone) for day in tariffs.changes(self.known, first, last)]
        return [period.start, *(at for at in midnights if period.start < at < period.end), period.end]


def costs(stores: Stores, company: Company, rate: Decimal) -> Costs:
    """The costs as the generation in force and today's tariffs have them."""
    return Costs(stores, company, tariffs.known(stores, company.number), rate, stores.generation())


def first_use(stores: Stores, company: int, generation: int) -> datetime | None:
    """The instant of the company's first event of any kind."""
    read = partial(stores.frame, generation=generation)
    found = [read(statement)["first"].iloc[0] for statement in queries.first_use(company)]
    known = [value.to_pydatetime() for value in found if value is not None and value == value]
    return min(known, default=None)


def data_until(stores: Stores, company: int) -> datetime | None:
    """When the company's newest import was put in force; nothing where others write to the events."""
    kept, made = books.parquets.c, books.generations.c
    newest = select(func.max(made.made_at)).where(kept.company == company, kept.generation == made.generation)
    with stores.reading() as connection:
        found: datetime | None = connection.scalar(newest)
    return found


def month_after(first: date) -> date:
    """The first day of the next month."""
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)
