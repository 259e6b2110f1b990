"""Invoices: asked for, found again, downloaded as they were issued."""

from twin_stats.ui.money.invoices import show

show()
