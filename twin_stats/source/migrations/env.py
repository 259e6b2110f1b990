"""Alembic's entry: run the migrations on the connection that the program hands over."""

from alembic import context

from twin_stats.source.books import books

context.configure(
    connection=context.config.attributes["connection"], target_metadata=books, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
