"""The books' tables of money. Amounts are whole minor units; unit prices are millionths of the currency."""

from typing import Any

from sqlalchemy import (
    TIMESTAMP,
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
)
from sqlalchemy.dialects import postgresql, sqlite

from twin_stats.source.books import books, companies

_company = companies.c.company


def _currency() -> Column[str]:
    return Column("currency", String(3), nullable=False)


def _amounts(*names: str) -> list[Column[int]]:
    return [Column(name, BigInteger, nullable=False) for name in names]


tariffs = Table(
    "tariffs",
    books,
    Column("id", Integer, primary_key=True),
    Column("company", ForeignKey(_company), nullable=False),
    Column("unit", String, nullable=False),
    Column("detail", String, nullable=False),
    _currency(),
    Column("valid_from", Date, nullable=False),
    *_amounts("price_millionths"),
    UniqueConstraint("company", "unit", "detail", "currency", "valid_from"),
)

# The last number of each series: the row that is locked while a number is given.
counters = Table(
    "counters",
    books,
    Column("series", String(8), primary_key=True),
    Column("last", BigInteger, nullable=False),
)

# The balance as the ledger's entries add up to it: the row that is locked while an entry is made.
accounts = Table(
    "accounts",
    books,
    Column("company", ForeignKey(_company), primary_key=True),
    Column("currency", String(3), primary_key=True),
    *_amounts("balance", "entries"),
)

invoices = Table(
    "invoices",
    books,
    Column("id", Integer, primary_key=True),
    Column("series", String(8), nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("number", String, nullable=False, unique=True),
    Column("company", ForeignKey(_company), nullable=False),
    Column("kind", String, nullable=False),
    Column("month", Date),
    _currency(),
    Column("issued_at", TIMESTAMP, nullable=False),
    *_amounts("net", "tax", "gross", "due"),
    Column("snapshot", Text, nullable=False),
    Column("request", String, unique=True),
    Column("corrects", ForeignKey("invoices.id"), unique=True),
    Column("is_void", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("series", "position"),
)
_once_a_month = and_(invoices.c.kind == "monthly", invoices.c.is_void.is_(False))
Index(
    "uq_invoices_monthly",
    invoices.c.company,
    invoices.c.month,
    invoices.c.currency,
    unique=True,
    sqlite_where=_once_a_month,
    postgresql_where=_once_a_month,
)
Index("ix_invoices_company", invoices.c.company, invoices.c.issued_at)

documents = Table(
    "documents",
    books,
    Column("invoice", ForeignKey(invoices.c.id), primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("full_list", LargeBinary),
)

# What was told of money that came in: once for each event of a provider, whether an invoice was found or not.
# `content` is what tells a payment of a bank's list apart, whoever hands the list in.
payments = Table(
    "payments",
    books,
    Column("id", Integer, primary_key=True),
    Column("provider", String, nullable=False),
    Column("event", String, nullable=False),
    Column("company", ForeignKey(_company)),
    Column("invoice", ForeignKey(invoices.c.id)),
    *_amounts("amount"),
    _currency(),
    Column("told_at", TIMESTAMP, nullable=False),
    Column("paid_on", Date),
    Column("payer", String, nullable=False),
    Column("purpose", String, nullable=False),
    Column("unmatched", String),
    Column("content", String(64)),
    UniqueConstraint("provider", "event"),
)
Index("uq_payments_content", payments.c.content, unique=True)
Index("ix_payments_invoice", payments.c.invoice)

ledger = Table(
    "ledger",
    books,
    Column("id", Integer, primary_key=True),
    Column("company", ForeignKey(_company), nullable=False),
    _currency(),
    Column("position", BigInteger, nullable=False),
    Column("at", TIMESTAMP, nullable=False),
    Column("kind", String, nullable=False),
    *_amounts("amount", "balance"),
    Column("invoice", ForeignKey(invoices.c.id)),
    Column("payment", ForeignKey(payments.c.id), unique=True),
    UniqueConstraint("company", "currency", "position"),
)

# Months of which nothing is left to do: "billed" for good, "nothing" for the generation that had nothing.
closings = Table(
    "closings",
    books,
    Column("company", ForeignKey(_company), primary_key=True),
    Column("month", Date, primary_key=True),
    Column("outcome", String, nullable=False),
    Column("generation", BigInteger, nullable=False),
)

# Work that one process does for all: whoever holds the lease, until it runs out.
leases = Table(
    "leases",
    books,
    Column("name", String, primary_key=True),
    Column("until", TIMESTAMP, nullable=False),
)


def into(connection: Connection, table: Table) -> Any:
    """An INSERT that can say what becomes of a row whose key is there already: both databases have it."""
    insert = postgresql.insert if connection.dialect.name == "postgresql" else sqlite.insert
    return insert(table)
