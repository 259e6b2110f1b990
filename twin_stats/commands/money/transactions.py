"""`transactions`: the deposits of a company, or its whole statement with the balance after each entry."""

import argparse

from twin_stats import text
from twin_stats.billing import ledger
from twin_stats.billing.ledger import Entry
from twin_stats.commands.money.printing import add_period, amount, at, period, show_rows
from twin_stats.commands.options import Commands, add_command, add_company, add_format
from twin_stats.source.companies import one
from twin_stats.source.stores import Stores

EXAMPLE = """example:
  python -m twin_stats transactions --from 2026-01-01 --to 2026-02-01
  python -m twin_stats transactions --all --format json"""
COLUMNS = ("date", "base", "refill", "currency", "balance", "invoice", "company")
ALL = ("date", "kind", "base", "refill", "charge", "currency", "balance", "invoice", "company")


def add(commands: Commands) -> None:
    """The arguments of `transactions`."""
    parser = add_command(commands, "transactions", "deposits, or all that moved the balance", EXAMPLE)
    add_period(parser, "entries")
    parser.add_argument("--all", action="store_true", help="charges and credits too")
    add_company(parser)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print the entries that were asked for, oldest first."""
    company = one(stores, arguments.company)
    asked = period(arguments, company.zone)
    entries = ledger.statement(stores, company.number, asked, () if arguments.all else ("refill",))
    columns = ALL if arguments.all else COLUMNS
    rows = []
    for entry in entries:
        facts = {"date": at(entry.at, company.zone), "company": company.number, **_facts(entry)}
        rows.append([facts[name] for name in columns])
    show_rows(columns, rows, arguments.format)


def _facts(entry: Entry) -> dict[str, object]:
    moved = amount(abs(entry.amount), entry.currency)
    base = text.say(f"base.{entry.kind}", "en", number=entry.invoice, amount=moved, currency=entry.currency)
    return {
        "kind": entry.kind,
        "base": base,
        "refill": moved if entry.amount > 0 else None,
        "charge": moved if entry.amount < 0 else None,
        "currency": entry.currency,
        "balance": amount(entry.balance, entry.currency),
        "invoice": entry.invoice or None,
    }
