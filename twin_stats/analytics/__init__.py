"""Figures and charts: filters, metrics, queries, shapes and marks."""
