"""`tariff`: prices by unit, for usage whose events have no price of their own."""

import argparse
from datetime import date

from twin_stats.billing import tariffs
from twin_stats.billing.tariffs import UNITS, Tariff
from twin_stats.commands.money.printing import actions, now, show_one, show_rows
from twin_stats.commands.options import Commands, add_command
from twin_stats.errors import BadMoment
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores
from twin_stats.source.time import local

EXAMPLE = """example:
  python -m twin_stats tariff show
  python -m twin_stats tariff set operator_message 0.012 --from 2026-01-01
  python -m twin_stats tariff set notification_part 0.07 --detail SMS"""
COLUMNS = ("unit", "detail", "price", "currency", "valid_from")


def add(commands: Commands) -> None:
    """The arguments of `tariff`."""
    parser = add_command(commands, "tariff", "prices by unit, each from a day on", EXAMPLE)
    known = actions(parser, "tariff")
    known.add("show", "every price", "").set_defaults(run=show_tariffs)
    change = known.add("set", "a price from a day on", "call_minute 0.05 --detail outbound --from 2026-01-01")
    change.add_argument("unit", metavar="UNIT", help=", ".join(UNITS))
    change.add_argument("price", metavar="PRICE", help="of one unit, with up to 6 decimal places")
    change.add_argument("--detail", default="", help="only a channel, Alice, or a direction of calls")
    change.add_argument("--from", dest="start", metavar="DATE", help="the first day (default: today)")
    change.set_defaults(run=set_tariff)


def show_tariffs(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print every tariff of the company."""
    company = one(stores, arguments.company).number
    rows = [tuple(_facts(each).values()) for each in tariffs.known(stores, company)]
    show_rows(COLUMNS, rows, arguments.format)


def set_tariff(arguments: argparse.Namespace, stores: Stores) -> None:
    """Keep a price, and print it."""
    company = one(stores, arguments.company)
    start = _day(arguments.start) if arguments.start else local(now(), company.zone).date()
    kept = tariffs.keep(
        stores,
        company.number,
        unit=arguments.unit,
        price=arguments.price,
        valid_from=start,
        detail=arguments.detail,
    )
    show_one(_facts(kept), arguments.format)


def _facts(tariff: Tariff) -> dict[str, object]:
    facts = {name: getattr(tariff, name) for name in COLUMNS}
    return facts | {"detail": tariff.detail or None, "valid_from": tariff.valid_from.isoformat()}


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadMoment(value=written) from None
