"""Payments: each raises the balance once, however often it is told; what finds no invoice is listed."""
