"""Books: companies, people, imports, generations."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Books: companies, people, imports, generations."""
    op.create_table(
        "companies",
        sa.Column("company", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("registration_number", sa.String(), nullable=True),
        sa.Column("inn", sa.String(), nullable=True),
        sa.Column("kpp", sa.String(), nullable=True),
        sa.Column("vat_number", sa.String(), nullable=True),
        sa.Column("bank", sa.String(), nullable=True),
        sa.Column("bank_code", sa.String(), nullable=True),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("correspondent_account", sa.String(), nullable=True),
        sa.Column("receiver_name", sa.String(), nullable=True),
        sa.Column("legal_address_country", sa.String(), nullable=True),
        sa.Column("legal_address_postal_code", sa.String(), nullable=True),
        sa.Column("legal_address_city", sa.String(), nullable=True),
        sa.Column("legal_address_street", sa.String(), nullable=True),
        sa.Column("postal_address_country", sa.String(), nullable=True),
        sa.Column("postal_address_postal_code", sa.String(), nullable=True),
        sa.Column("postal_address_city", sa.String(), nullable=True),
        sa.Column("postal_address_street", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("zone", sa.String(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("tax_rate", sa.Numeric(precision=5, scale=2), nullable=True),
        sa.Column("tax_included", sa.Boolean(), nullable=True),
        sa.Column("documents_language", sa.String(length=2), nullable=True),
        sa.Column("is_demo", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.PrimaryKeyConstraint("company", name=op.f("pk_companies")),
    )
    op.create_table(
        "generations",
        sa.Column("generation", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("made_at", sa.TIMESTAMP(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("generation", name=op.f("pk_generations")),
    )
    op.create_table(
        "seller",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("registration_number", sa.String(), nullable=True),
        sa.Column("inn", sa.String(), nullable=True),
        sa.Column("kpp", sa.String(), nullable=True),
        sa.Column("vat_number", sa.String(), nullable=True),
        sa.Column("bank", sa.String(), nullable=True),
        sa.Column("bank_code", sa.String(), nullable=True),
        sa.Column("account", sa.String(), nullable=True),
        sa.Column("correspondent_account", sa.String(), nullable=True),
        sa.Column("receiver_name", sa.String(), nullable=True),
        sa.Column("legal_address_country", sa.String(), nullable=True),
        sa.Column("legal_address_postal_code", sa.String(), nullable=True),
        sa.Column("legal_address_city", sa.String(), nullable=True),
        sa.Column("legal_address_street", sa.String(), nullable=True),
        sa.Column("postal_address_country", sa.String(), nullable=True),
        sa.Column("postal_address_postal_code", sa.String(), nullable=True),
        sa.Column("postal_address_city", sa.String(), nullable=True),
        sa.Column("postal_address_street", sa.String(), nullable=True),
        sa.Column("email", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("documents_language", sa.String(length=2), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seller")),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_table(
        "imports",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("mapping", sa.String(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("report", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_imports_company")),
        sa.ForeignKeyConstraint(
            ["generation"], ["generations.generation"], name=op.f("fk_imports_generation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sa.UniqueConstraint(
            "sha256", "subject", "mapping", "company", name=op.f("uq_imports_sha256_subject_mapping_company")
        ),
    )
    op.create_table(
        "memberships",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_memberships_company")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_memberships_user_id")),
        sa.PrimaryKeyConstraint("user_id", "company", name=op.f("pk_memberships")),
    )
    op.create_table(
        "parquets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("generation", sa.BigInteger(), nullable=False),
        sa.Column("company", sa.Integer(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("replaces", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["company"], ["companies.company"], name=op.f("fk_parquets_company")),
        sa.ForeignKeyConstraint(
            ["generation"], ["generations.generation"], name=op.f("fk_parquets_generation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parquets")),
    )


def downgrade() -> None:
    """Back to before."""
    op.drop_table("parquets")
    op.drop_table("memberships")
    op.drop_table("imports")
    op.drop_table("users")
    op.drop_table("seller")
    op.drop_table("generations")
    op.drop_table("companies")
