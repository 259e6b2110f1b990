"""The ledger: entries that are only ever added, each with the balance after it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Table, insert, select, update

from twin_stats.billing.tables import accounts, into, invoices, ledger
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period

EntryKind = Literal["refill", "charge", "credit"]


@dataclass(frozen=True)
class Account:
    """Whose money, in which currency: balances of several currencies are never added."""

    company: int
    currency: str


@dataclass(frozen=True)
class Entry:
    """One entry: `amount` is positive where it raises the balance. `invoice` is the number it is about."""

    position: int
    at: datetime
    kind: EntryKind
    amount: int
    balance: int
    currency: str
    invoice: str


def ensure(connection: Connection, table: Table, **row: Any) -> None:
    """Insert the row unless its key is there already, whoever else does the same at this moment."""
    connection.execute(into(connection, table).values(row).on_conflict_do_nothing())


def locked(connection: Connection, account: Account) -> int:
    """The balance, which nobody else can change before this transaction ends."""
    ensure(connection, accounts, company=account.company, currency=account.currency, balance=0, entries=0)
    held = update(accounts).where(*_is(accounts, account)).values(entries=accounts.c.entries)
    return int(connection.execute(held.returning(accounts.c.balance)).scalar_one())


def post(connection: Connection, account: Account, amount: int, **entry: Any) -> int:
    """Add an entry (kind, at, invoice, payment) and return the balance after it."""
    changed = (
        update(accounts)
        .where(*_is(accounts, account))
        .values(balance=accounts.c.balance + amount, entries=accounts.c.entries + 1)
        .returning(accounts.c.balance, accounts.c.entries)
    )
    balance, position = connection.execute(changed).one()
    row = {"company": account.company, "currency": account.currency, "position": position, "amount": amount}
    connection.execute(insert(ledger).values({**row, "balance": balance, **entry}))
    return int(balance)


def balance_of(connection: Connection, account: Account) -> int:
    """The balance now; 0 while there is no entry."""
    return connection.scalar(select(accounts.c.balance).where(*_is(accounts, account))) or 0


def balances(stores: Stores, company: int) -> dict[str, int]:
    """The balance in every currency that the company has entries in."""
    asked = select(accounts.c.currency, accounts.c.balance).where(
        accounts.c.company == company, accounts.c.entries > 0
    )
    with stores.reading() as connection:
        rows = connection.execute(asked.order_by("currency")).all()
    return {row.currency: row.balance for row in rows}


def statement(
    stores: Stores, company: int, period: Period | None = None, kinds: tuple[EntryKind, ...] = ()
) -> tuple[Entry, ...]:
    """The company's entries of a period (else all), oldest first; of these kinds only, if any are named."""
    asked = (
        select(ledger, invoices.c.number)
        .select_from(ledger.outerjoin(invoices, invoices.c.id == ledger.c.invoice))
        .where(ledger.c.company == company)
        .order_by(ledger.c.at, ledger.c.currency, ledger.c.position)
    )
    if period:
        asked = asked.where(ledger.c.at >= period.start, ledger.c.at < period.end)
    if kinds:
        asked = asked.where(ledger.c.kind.in_(kinds))
    with stores.reading() as connection:
        rows = connection.execute(asked).all()
    return tuple(
        Entry(row.position, row.at, row.kind, row.amount, row.balance, row.currency, row.number or "")
        for row in rows
    )


def _is(table: Table, account: Account) -> tuple[Any, ...]:
    return table.c.company == account.company, table.c.currency == account.currency
