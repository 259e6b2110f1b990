"""Invoices: asked for, found again, downloaded as they were issued."""

from twin_stats.ui.money.documents.invoices import show

show()
