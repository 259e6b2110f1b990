"""Money: tariffs, invoices and their documents, payments, the ledger."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

KEPT = ("ledger", "payments", "documents", "invoices")


def upgrade() -> None:
    """Money: tariffs, invoices and their documents, payments, the ledger."""
    op.create_table(
        "tariffs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("price_millionths", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_tariffs_company")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tariffs")),
        sa.UniqueConstraint(
            "company",
            "unit",
            "detail",
            "currency",
            "valid_from",
            name=op.f("uq_tariffs_company_unit_detail_currency_valid_from"),
        ),
    )
    op.create_table(
        "counters",
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("series", name=op.f("pk_counters")),
    )
    op.create_table(
        "accounts",
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_accounts_company")),
        sa.PrimaryKeyConstraint("company", "currency", name=op.f("pk_accounts")),
    )
    op.create_table(
        "invoices",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.String(length=8), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("issued_at", sa.TIMESTAMP(), nullable=False),
        sa.Column("net", sa.BigInteger(), nullable=False),
        sa.Column("tax", sa.BigInteger(), nullable=False),
        sa.Column("gross", sa.BigInteger(), nullable=False),
        sa.Column("due", sa.BigInteger(), nullable=False),
        sa.Column("snapshot", sa.Text(), nullable=False),
        sa.Column("request", sa.String(), nullable=True),
        sa.Column("corrects", sa.Integer(), nullable=True),
        sa.Column("is_void", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_invoices_company")),
        sa.ForeignKeyConstraint(["corrects"], ["invoices.id"], name=op.f("fk_invoices_corrects")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
        sa.UniqueConstraint("number", name=op.f("uq_invoices_number")),
        sa.UniqueConstraint("series", "position", name=op.f("uq_invoices_series_position")),
        sa.UniqueConstraint("request", name=op.f("uq_invoices_request")),
        sa.UniqueConstraint("corrects", name=op.f("uq_invoices_corrects")),
    )
    once_a_month = sa.text("kind = 'monthly' AND is_void IS false")
    op.create_index(
        "uq_invoices_monthly",
        "invoices",
        ["company", "month", "currency"],
        unique=True,
        sqlite_where=sa.text("kind = 'monthly' AND is_void IS 0"),
        postgresql_where=once_a_month,
    )
    op.create_index("ix_invoices_company", "invoices", ["company", "issued_at"])
    op.create_table(
        "documents",
        sa.Column("invoice", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("full_list", sa.LargeBinary(), nullable=True),
        sa.ForeignKeyConstraint(["invoice"], ["invoices.id"], name=op.f("fk_documents_invoice")),
        sa.PrimaryKeyConstraint("invoice", name=op.f("pk_documents")),
    )
    op.create_table(
        "payments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provider", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=True),
        sa.Column("invoice", sa.Integer(), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("told_at", sa.TIMESTAMP(), nullable=False),
        sa.Column("paid_on", sa.Date(), nullable=True),
        sa.Column("payer", sa.String(), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("unmatched", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_payments_company")),
        sa.ForeignKeyConstraint(["invoice"], ["invoices.id"], name=op.f("fk_payments_invoice")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
        sa.UniqueConstraint("provider", "event", name=op.f("uq_payments_provider_event")),
    )
    op.create_index("ix_payments_invoice", "payments", ["invoice"])
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("position", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("invoice", sa.Integer(), nullable=True),
        sa.Column("payment", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_ledger_company")),
        sa.ForeignKeyConstraint(["invoice"], ["invoices.id"], name=op.f("fk_ledger_invoice")),
        sa.ForeignKeyConstraint(["payment"], ["payments.id"], name=op.f("fk_ledger_payment")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
        sa.UniqueConstraint(
            "company", "currency", "position", name=op.f("uq_ledger_company_currency_position")
        ),
        sa.UniqueConstraint("payment", name=op.f("uq_ledger_payment")),
    )
    op.create_table(
        "closings",
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_closings_company")),
        sa.PrimaryKeyConstraint("company", "month", name=op.f("pk_closings")),
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("until", sa.TIMESTAMP(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    _keep_for_ever()


def _keep_for_ever() -> None:
    """The ledger grows and never changes: the database itself refuses anything else."""
    if op.get_bind().dialect.name == "sqlite":
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER ledger_no_{what.lower()} BEFORE {what} ON ledger "
                "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the ledger only grows'; END $$"
    )
    op.execute(
        "CREATE TRIGGER ledger_only_grows BEFORE UPDATE OR DELETE ON ledger "
        "FOR EACH ROW EXECUTE FUNCTION ledger_only_grows()"
    )


def downgrade() -> None:
    """Back to before: only while there is no money in the books."""
    for table in KEPT:
        op.drop_table(table)
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION ledger_only_grows()")
    for table in ("tariffs", "counters", "accounts", "closings", "leases"):
        op.drop_table(table)
