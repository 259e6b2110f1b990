"""How money is printed: one thing as a flat object, several as rows; amounts with their places."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from twin_stats.billing import arithmetic
from twin_stats.billing.invoices.listing import Listed
from twin_stats.commands.options import Commands, add_company, add_format, show
from twin_stats.errors import BadPeriod
from twin_stats.source.time import FIRST, LAST, Period, local, parse


@dataclass(frozen=True)
class Actions:
    """The sub-commands of a command, each with its own help and example."""

    parsers: Commands
    name: str

    def add(self, action: str, what: str, example: str) -> argparse.ArgumentParser:
        """A sub-command that knows `--company` and `--format`."""
        epilog = f"example:\n  python -m twin_stats {self.name} {action}{example and ' '}{example}"
        shape = argparse.RawDescriptionHelpFormatter
        parser = self.parsers.add_parser(
            action, help=what, description=what, epilog=epilog, formatter_class=shape
        )
        add_company(parser)
        add_format(parser)
        return parser


def actions(parser: argparse.ArgumentParser, name: str) -> Actions:
    """Sub-commands of a command."""
    return Actions(parser.add_subparsers(dest="action", metavar="ACTION", required=True), name)


def now() -> datetime:
    """This moment, as the books keep it (UTC)."""
    return datetime.now(UTC).replace(tzinfo=None)


def amount(minor: int, currency: str) -> str:
    """An amount with the places that its currency has."""
    return f"{arithmetic.major(minor, currency):f}"


def at(moment: datetime, zone: ZoneInfo) -> str:
    """An instant as the company's clocks show it, to the second."""
    return local(moment, zone).isoformat(sep=" ", timespec="seconds")


def show_one(facts: Mapping[str, Any], form: str) -> None:
    """One thing: as JSON and CSV a flat object, as a table a line for each fact."""
    if form == "table":
        lines = {"what": facts.keys(), "value": [None if fact == "" else fact for fact in facts.values()]}
        show(pd.DataFrame({name: list(cells) for name, cells in lines.items()}, dtype=object), form)
    else:
        show(pd.DataFrame([dict(facts)], dtype=object), form, one_thing=True)


def show_rows(columns: Sequence[str], rows: Iterable[Sequence[Any]], form: str) -> None:
    """Rows; as a table nothing at all where there are none."""
    frame = pd.DataFrame([list(row) for row in rows], columns=list(columns), dtype=object)
    if len(frame) or form != "table":
        show(frame, form)


def add_period(parser: argparse.ArgumentParser, of: str) -> None:
    """`--from` and `--to`, local to the company, half-open."""
    parser.add_argument("--from", dest="start", metavar="T", help=f"{of} at or after this local time")
    parser.add_argument("--to", dest="end", metavar="T", help=f"{of} before this local time")


def period(arguments: argparse.Namespace, zone: ZoneInfo) -> Period | None:
    """The period that was asked for; raise BadPeriod for one that ends before it begins."""
    if not (arguments.start or arguments.end):
        return None
    start = parse(arguments.start, zone) if arguments.start else FIRST
    end = parse(arguments.end, zone) if arguments.end else LAST - timedelta(days=1)
    if end <= start:
        raise BadPeriod(start=arguments.start, end=arguments.end)
    return Period(start, end)


def invoice_facts(listed: Listed, zone: ZoneInfo) -> dict[str, Any]:
    """An invoice as it is listed."""
    month = listed.month.strftime("%Y-%m") if listed.month else None
    amounts = {
        name: amount(getattr(listed, name), listed.currency) for name in ("gross", "due", "paid", "left")
    }
    return {
        "number": listed.number,
        "kind": listed.kind,
        "status": listed.status,
        "month": month,
        "issued_at": at(listed.issued_at, zone),
        "currency": listed.currency,
        "amount": amounts.pop("gross"),
        **amounts,
        "file_name": listed.file_name,
        "sha256": listed.sha256,
        "corrects": listed.corrects or None,
        "company": listed.company,
    }
