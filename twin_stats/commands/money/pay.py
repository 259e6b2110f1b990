"""`pay`: a payment of an invoice, a bank's list of payments, and money that found no invoice."""

import argparse
from pathlib import Path

from twin_stats import text
from twin_stats.billing.payments import paying
from twin_stats.commands.money.printing import amount, now, show_one, show_rows
from twin_stats.commands.options import Commands, add_command, add_format
from twin_stats.errors import FileMissing, FileUnreadable, PaymentIncomplete
from twin_stats.source.companies import known
from twin_stats.source.stores import Stores

EXAMPLE = """example:
  python -m twin_stats pay 2026-000123 1500 --provider bank --event 48213
  python -m twin_stats pay --file statement.csv --provider bank
  python -m twin_stats pay --unmatched

The same event of a provider counts once, however often it is told. A list is CSV with the columns date,
amount, payer and purpose; each payment belongs to the invoice whose number stands in its purpose."""


def add(commands: Commands) -> None:
    """The arguments of `pay`."""
    parser = add_command(commands, "pay", "enter payments, each once", EXAMPLE)
    parser.add_argument("number", nargs="?", metavar="NUMBER", help="of the invoice")
    parser.add_argument("amount", nargs="?", metavar="AMOUNT")
    parser.add_argument("--provider", default="", metavar="P", help="who tells of the payment")
    parser.add_argument("--event", default="", metavar="ID", help="the provider’s own name of the payment")
    parser.add_argument("--currency", default="", metavar="C", help="default: that of the invoice")
    parser.add_argument("--file", type=Path, metavar="FILE", help="a bank’s list of payments (CSV)")
    parser.add_argument("--unmatched", action="store_true", help="list the money that found no invoice")
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Enter one payment or a list of them, or print what found no invoice."""
    if arguments.unmatched:
        _show_unmatched(arguments, stores)
    elif arguments.file:
        _take(arguments, stores)
    elif arguments.number and arguments.amount:
        _pay(arguments, stores)
    else:
        raise PaymentIncomplete


def _pay(arguments: argparse.Namespace, stores: Stores) -> None:
    told = {name: getattr(arguments, name) for name in ("provider", "event", "currency")}
    paid = paying.pay(stores, arguments.number, arguments.amount, now(), **told)
    invoice = paid.invoice
    facts = {name: amount(getattr(invoice, name), invoice.currency) for name in ("due", "paid", "left")}
    show_one(
        {
            "number": invoice.number,
            "amount": amount(paid.amount, invoice.currency),
            "currency": invoice.currency,
            "status": invoice.status,
            **facts,
            "balance": amount(paid.balance, invoice.currency),
            "is_new": paid.is_new,
            "company": invoice.company,
        },
        arguments.format,
    )


def _take(arguments: argparse.Namespace, stores: Stores) -> None:
    currency = arguments.currency or next((company.currency for company in known(stores)), "EUR")
    content = _read(arguments.file)
    outcomes = paying.take(stores, content, now(), provider=arguments.provider, currency=currency)
    rows = [
        (
            each.line.row,
            each.line.paid_on.isoformat() if each.line.paid_on else None,
            None if each.line.amount is None else amount(each.line.amount, each.line.currency),
            each.line.currency,
            each.number or None,
            "entered" if each.is_new and not each.reason else "unmatched" if each.reason else "known",
            text.say(f"payments.{each.reason}") if each.reason else None,
        )
        for each in outcomes
    ]
    show_rows(("row", "date", "amount", "currency", "invoice", "result", "why"), rows, arguments.format)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        raise FileMissing(file=file) from None
    except OSError as error:
        raise FileUnreadable(file=file, reason=error.strerror) from error


def _show_unmatched(arguments: argparse.Namespace, stores: Stores) -> None:
    columns = ("provider", "event", "date", "amount", "currency", "payer", "purpose", "why")
    rows = [
        (
            each.provider,
            each.event,
            each.paid_on.isoformat() if each.paid_on else None,
            amount(each.amount, each.currency),
            each.currency,
            each.payer,
            each.purpose,
            text.say(f"payments.{each.reason}"),
        )
        for each in paying.unmatched(stores)
    ]
    show_rows(columns, rows, arguments.format)
