"""The account as a workbook: real dates and numbers, and a first sheet that says what it is."""

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from typing import Any

from twin_stats.billing import account
from twin_stats.billing.account import Deposit
from twin_stats.billing.arithmetic import major
from twin_stats.billing.ledger import Entry
from twin_stats.exports.columns import Column
from twin_stats.exports.workbook import Book
from twin_stats.source.time import local
from twin_stats.ui.visit import Visit

KINDS = {"date": "time", "invoiced": "number", "refill": "number", "charge": "number", "balance": "number"}
Row = dict[str, Any]


def of_deposits(found: Sequence[Deposit], visit: Visit) -> bytes:
    """The deposits, with what the payer wrote in columns of its own."""
    rows: list[Row] = [
        {
            "date": local(each.at, visit.company.zone),
            "base": visit.say("deposits.invoice", number=each.invoice),
            "invoiced": major(each.invoiced, each.currency),
            "refill": major(each.amount, each.currency),
            "currency": each.currency,
            "company_number": str(each.company),
            "paid_on": each.paid_on,
            "payer": each.payer,
            "purpose": each.purpose,
        }
        for each in found
    ]
    sums = {currency: major(value, currency) for currency, value in account.refilled(found).items()}
    totals = [(f"{visit.say('deposits.total')} {currency}", value) for currency, value in sums.items()]
    return _book("deposits", rows, totals, visit)


def of_statement(found: Sequence[Entry], visit: Visit) -> bytes:
    """Every entry with the balance after it."""
    rows: list[Row] = [
        {
            "date": local(each.at, visit.company.zone),
            "entry": visit.say(f"statement.{each.kind}", number=each.invoice),
            "refill": major(each.amount, each.currency) if each.amount > 0 else None,
            "charge": major(-each.amount, each.currency) if each.amount < 0 else None,
            "balance": major(each.balance, each.currency),
            "currency": each.currency,
        }
        for each in found
    ]
    return _book("statement", rows, (), visit)


def _book(name: str, rows: Sequence[Row], totals: Iterable[tuple[str, Any]], visit: Visit) -> bytes:
    target = BytesIO()
    book = Book(target, visit.language, visit.say("about.sheet"))
    columns = [Column(at, visit.say(f"column.{at}"), _kind(at)) for at in rows[0]]
    title = visit.say(f"transactions.{name}")
    book.table(title, columns, [[[row[column.name] for row in rows] for column in columns]])
    book.close(
        [(visit.say("about.title"), title), *_facts(visit), (visit.say("about.lines"), len(rows)), *totals]
    )
    return target.getvalue()


def _kind(name: str) -> str:
    return "date" if name == "paid_on" else KINDS.get(name, "text")


def _facts(visit: Visit) -> Iterator[tuple[str, Any]]:
    filters = visit.filters
    yield visit.say("about.company"), f"{visit.company.name} ({visit.company.number})"
    yield visit.say("about.from"), local(filters.period.start, filters.zone)
    yield visit.say("about.to"), local(filters.period.end, filters.zone)
    yield visit.say("about.zone"), filters.zone.key
