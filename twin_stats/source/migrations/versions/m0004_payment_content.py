"""Payments of a bank's list are known by what they say, whoever hands the list in."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Until now the page and the command line called a list by different names. Where both were told of the same
# payment, one of the two keeps its content: it was counted already, and is not counted a third time.
OF_LISTS = "length(event) = 64 AND (provider = 'csv' OR provider LIKE 'bank list (%')"


def upgrade() -> None:
    """Payments of a bank's list are known by what they say, whoever hands the list in."""
    op.add_column("payments", sa.Column("content", sa.String(64)))
    first = f"SELECT min(id) FROM payments WHERE {OF_LISTS} GROUP BY event"
    op.execute(f"UPDATE payments SET content = event WHERE id IN ({first})")
    op.create_index("uq_payments_content", "payments", ["content"], unique=True)


def downgrade() -> None:
    """Back to before."""
    op.drop_index("uq_payments_content", "payments")
    op.drop_column("payments", "content")
