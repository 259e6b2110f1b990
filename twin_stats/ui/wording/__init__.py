"""Figures, dates and data as a person of the language writes them."""
