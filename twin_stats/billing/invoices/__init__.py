"""Invoices: made once, found again, and corrected only by new documents."""
