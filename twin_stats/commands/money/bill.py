"""`bill`: the monthly invoices that are due. Run twice, it does nothing."""

import argparse
from datetime import date

from twin_stats.billing.closing import Outcome, bill
from twin_stats.commands.money.printing import amount, now, show_rows
from twin_stats.commands.options import Commands, add_command, add_company, add_format
from twin_stats.errors import BadMonth
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores

EXAMPLE = """example:
  python -m twin_stats bill
  python -m twin_stats bill --month 2026-03 --company 7

A company whose details are missing is left for later, and the table says which."""
COLUMNS = ("company", "month", "result", "number", "currency", "amount", "due", "why")


def add(commands: Commands) -> None:
    """The arguments of `bill`."""
    parser = add_command(commands, "bill", "issue the monthly invoices that are due", EXAMPLE)
    parser.add_argument(
        "--month", metavar="YYYY-MM", help="only this month, even if its invoice was taken back"
    )
    add_company(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Issue what is due, and print what became of each month that was open."""
    month = _month(arguments.month) if arguments.month is not None else None
    company = one(stores, arguments.company).number if arguments.company is not None else None
    rows = [_row(each) for each in bill(stores, now(), month=month, company=company)]
    show_rows(COLUMNS, rows, arguments.format)


def _row(each: Outcome) -> tuple[object, ...]:
    paid = [amount(value, each.currency) for value in (each.gross, each.due)] if each.number else [None, None]
    why = None if each.number else each.why.say()
    number, currency = each.number or None, each.currency or None
    return each.company, each.month.strftime("%Y-%m"), each.what, number, currency, *paid, why


def _month(written: str) -> date:
    try:
        found = date.fromisoformat(f"{written}-01")
    except ValueError:
        raise BadMonth(month=written) from None
    if not 1970 <= found.year < 2200:
        raise BadMonth(month=written)
    return found
