"""The books' tables: companies and their details, people, the import log, the generations."""

from sqlalchemy import (
    JSON,
    TIMESTAMP,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Integer,
    MetaData,
    Numeric,
    String,
    Table,
    UniqueConstraint,
    false,
)

books = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

ADDRESS = ("country", "postal_code", "city", "street")
DETAILS = (
    "name",
    "registration_number",
    "inn",
    "kpp",
    "vat_number",
    "bank",
    "bank_code",
    "account",
    "correspondent_account",
    "receiver_name",
    *(f"legal_address_{part}" for part in ADDRESS),
    *(f"postal_address_{part}" for part in ADDRESS),
    "email",
    "phone",
)


def _details() -> list[Column[str]]:
    return [Column(name, String) for name in DETAILS]


companies = Table(
    "companies",
    books,
    Column("company", Integer, primary_key=True, autoincrement=False),
    *_details(),
    Column("zone", String, nullable=False),
    Column("currency", String(3), nullable=False),
    Column("tax_rate", Numeric(5, 2)),
    Column("tax_included", Boolean),
    Column("documents_language", String(2)),
    Column("is_demo", Boolean, nullable=False, server_default=false()),
)

seller = Table(
    "seller",
    books,
    Column("id", Integer, primary_key=True),
    *_details(),
    Column("documents_language", String(2)),
)

users = Table(
    "users",
    books,
    Column("id", Integer, primary_key=True),
    Column("email", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("language", String(2)),
)

memberships = Table(
    "memberships",
    books,
    Column("user_id", ForeignKey(users.c.id), primary_key=True),
    Column("company", ForeignKey(companies.c.company), primary_key=True),
    Column("role", String, nullable=False),
)

generations = Table(
    "generations",
    books,
    Column("generation", BigInteger, primary_key=True, autoincrement=False),
    Column("made_at", TIMESTAMP, nullable=False),
    Column("rows", JSON, nullable=False),
)

imports = Table(
    "imports",
    books,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False),
    Column("subject", String, nullable=False),
    Column("mapping", String, nullable=False),
    Column("company", ForeignKey(companies.c.company), nullable=False),
    Column("file", String, nullable=False),
    Column("generation", ForeignKey(generations.c.generation), nullable=False),
    Column("report", JSON, nullable=False),
    UniqueConstraint("sha256", "subject", "mapping", "company"),
)

parquets = Table(
    "parquets",
    books,
    Column("id", Integer, primary_key=True),
    Column("generation", ForeignKey(generations.c.generation), nullable=False),
    Column("company", ForeignKey(companies.c.company), nullable=False),
    Column("subject", String, nullable=False),
    Column("file", String, nullable=False),
    Column("replaces", Boolean, nullable=False),
)

# `address` is what the page's address says: values by name. An owner without a login is the empty text.
views = Table(
    "views",
    books,
    Column("id", Integer, primary_key=True),
    Column("company", ForeignKey(companies.c.company), nullable=False),
    Column("owner", String, nullable=False),
    Column("page", String, nullable=False),
    Column("name", String, nullable=False),
    Column("address", JSON, nullable=False),
    Column("is_default", Boolean, nullable=False),
    UniqueConstraint("company", "owner", "page", "name"),
)
