"""`invoice`: made, listed, shown, saved as PDF, taken back."""

import argparse
from dataclasses import asdict
from pathlib import Path

from twin_stats import text
from twin_stats.billing.invoices import listing, making
from twin_stats.billing.model import Invoice
from twin_stats.commands.money.printing import (
    actions,
    add_period,
    amount,
    invoice_facts,
    now,
    period,
    show_one,
    show_rows,
)
from twin_stats.commands.options import Commands, add_command
from twin_stats.errors import NotWritable
from twin_stats.source.companies import Company, one
from twin_stats.source.stores import Stores

EXAMPLE = """example:
  python -m twin_stats invoice create 1500
  python -m twin_stats invoice list --number 2026-0001 --from 2026-01-01
  python -m twin_stats invoice pdf 2026-000123 -o invoice.pdf
  python -m twin_stats invoice void 2026-000123"""
SHORT = ("number", "kind", "status", "month", "issued_at", "currency", "amount", "due", "paid", "left")
WHOLE = (*SHORT, "file_name", "sha256", "corrects", "company")


def add(commands: Commands) -> None:
    """The arguments of `invoice`."""
    parser = add_command(commands, "invoice", "invoices: create, list, show, pdf, void", EXAMPLE)
    known = actions(parser, "invoice")
    create = known.add("create", "an invoice for an amount to pay, with its tax", "1500.00")
    create.add_argument("amount", metavar="AMOUNT")
    create.add_argument("--request", metavar="ID", help="the same ID again returns the same invoice")
    create.set_defaults(run=create_invoice)
    rows = known.add("list", "newest first", "--from 2026-01-01 --to 2027-01-01")
    rows.add_argument("--number", default="", metavar="N", help="a number, or how it begins")
    add_period(rows, "issued")
    rows.set_defaults(run=list_invoices)
    for name, what, run in (
        ("show", "one invoice", show_invoice),
        ("pdf", "save the PDF as it was issued", save_pdf),
        ("void", "take an invoice back by a credit note", void_invoice),
    ):
        action = known.add(name, what, "2026-000123" + (" -o invoice.pdf" if name == "pdf" else ""))
        action.add_argument("number", metavar="NUMBER")
        action.set_defaults(run=run)
    choices = known.parsers.choices
    choices["show"].add_argument("--lines", action="store_true", help="its lines instead")
    choices["pdf"].add_argument("-o", dest="file", type=Path, metavar="FILE", help="default: its own name")


def create_invoice(arguments: argparse.Namespace, stores: Stores) -> None:
    """Issue a top-up invoice, and print it."""
    company = one(stores, arguments.company)
    made = making.create(stores, company.number, arguments.amount, now(), request=arguments.request)
    _show(stores, company, made.invoice.number, arguments.format)


def list_invoices(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print the invoices that were asked for."""
    company = one(stores, arguments.company)
    issued = period(arguments, company.zone)
    found = listing.listed(stores, company.number, number=arguments.number, issued=issued)
    facts = [invoice_facts(each, company.zone) for each in found]
    names = SHORT if arguments.format == "table" else WHOLE
    show_rows(names, [[each[name] for name in names] for each in facts], arguments.format)


def show_invoice(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print an invoice with its sums and parties, or its lines."""
    company = one(stores, arguments.company)
    issued = listing.snapshot(stores, company.number, arguments.number)
    if arguments.lines:
        _show_lines(issued, arguments.format)
    else:
        _show(stores, company, issued.number, arguments.format, **_whole(issued))


def save_pdf(arguments: argparse.Namespace, stores: Stores) -> None:
    """Write the stored PDF, with the full list beside it where there is one, and print what was written."""
    company = one(stores, arguments.company)
    document = listing.document(stores, company.number, arguments.number)
    path = arguments.file or Path(document.file_name)
    files = {path: document.pdf}
    if document.full_list is not None:
        files[path.with_suffix(".csv")] = document.full_list
    for each, content in files.items():
        try:
            each.write_bytes(content)
        except OSError as error:
            raise NotWritable(path=each, reason=error.strerror) from error
    facts = {"number": arguments.number.strip(), "file": str(path), "sha256": document.sha256}
    show_one(
        {**facts, "bytes": len(document.pdf), "full_list": document.full_list is not None}, arguments.format
    )


def void_invoice(arguments: argparse.Namespace, stores: Stores) -> None:
    """Take an invoice back, and print the credit note."""
    company = one(stores, arguments.company)
    made = making.void(stores, company.number, arguments.number, now())
    _show(stores, company, made.invoice.number, arguments.format)


def _show(stores: Stores, company: Company, number: str, form: str, **more: object) -> None:
    show_one({**invoice_facts(listing.one(stores, company.number, number), company.zone), **more}, form)


def _whole(issued: Invoice) -> dict[str, object]:
    """What a list leaves out: sums, balance, and the parties by their fields."""
    facts: dict[str, object] = {
        name: None if value is None else amount(value, issued.currency)
        for name in ("net", "tax", "balance_before", "balance_after")
        for value in [getattr(issued, name)]
    }
    facts |= {"zone": issued.zone, "language": issued.language, "lines": len(issued.lines)}
    for side in ("seller", "buyer"):
        for name, value in asdict(getattr(issued, side)).items():
            parts = (
                {f"_{part}": each for part, each in value.items()} if isinstance(value, dict) else {"": value}
            )
            facts |= {f"{side}_{name}{part}": each or None for part, each in parts.items()}
    return facts


def _show_lines(issued: Invoice, form: str) -> None:
    columns = ("service", "detail", "quantity", "unit", "unit_price", "tax_rate", "amount")
    rows = [
        (
            text.say(line.service),
            line.detail or None,
            f"{line.quantity:f}",
            text.say(line.unit),
            None if line.unit_price is None else f"{line.unit_price:f}",
            f"{line.tax_rate:f}",
            amount(line.net, issued.currency),
        )
        for line in issued.lines
    ]
    show_rows(columns, rows, form)
