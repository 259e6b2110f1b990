"""How long the balance lasts: the running month so far, and the pace of the last four weeks."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_CEILING, Decimal

from twin_stats.billing import arithmetic, details, ledger
from twin_stats.billing.minor_units import places
from twin_stats.billing.usage.costing import Costs, costs, data_until, first_use
from twin_stats.billing.usage.pricing import Priced
from twin_stats.source.companies import Company
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, local, midnight

WEEKS = timedelta(days=28)
DAY = timedelta(days=1)
AHEAD = 30


@dataclass(frozen=True)
class Outlook:
    """The company's money now, in minor units, with tax: `days_left` is absent where nothing is used.

    `until` is the moment that the figures are right for; the month's cost is not on the balance yet.
    """

    currency: str
    balance: int
    month_so_far: int
    a_day: int
    days_left: int | None
    suggested: int
    until: datetime


def outlook(stores: Stores, company: Company, now: datetime) -> Outlook:
    """What the balance in the company's own currency comes to."""
    values = details.read(stores, company.number)
    priced = costs(stores, company, Decimal(values["tax_rate"] or 0))
    included = values["tax_included"] == "true"
    until = min(now, data_until(stores, company.number) or now)
    first = midnight(local(until, company.zone).date().replace(day=1), company.zone)
    balance = ledger.balances(stores, company.number).get(company.currency, 0)
    so_far = _gross(priced, Period(first, until), included) if first < until else 0
    pace = _pace(stores, priced, until, included)
    left = Decimal(balance - so_far)
    return Outlook(
        currency=company.currency,
        balance=balance,
        month_so_far=so_far,
        a_day=arithmetic.whole(pace),
        days_left=int(max(left, Decimal(0)) / pace) if pace > 0 else None,
        suggested=_rounded_up(pace * AHEAD - left, company.currency),
        until=until,
    )


def _pace(stores: Stores, priced: Costs, until: datetime, included: bool) -> Decimal:
    """The cost of a day, over the last four weeks, or since the first event where that is later."""
    begun = first_use(stores, priced.company.number, priced.generation)
    if begun is None or begun >= until:
        return Decimal(0)
    start = max(begun, until - WEEKS)
    length = max(until - start, DAY)
    cost = _gross(priced, Period(start, until), included)
    return Decimal(cost) * Decimal(DAY.total_seconds()) / Decimal(length.total_seconds())


def _gross(priced: Costs, period: Period, included: bool) -> int:
    found: Priced = priced.of(period)
    lines = found.lines.get(priced.company.currency, ())
    return arithmetic.totals(lines, included).gross


def _rounded_up(amount: Decimal, currency: str) -> int:
    """An amount to ask for: up to two digits that count, never less than one whole unit of the currency."""
    if amount <= 0:
        return 0
    unit = 10 ** places(currency)
    step = max(Decimal(unit), Decimal(10) ** (amount.adjusted() - 1))
    return int((amount / step).to_integral_value(ROUND_CEILING) * step)
