"""Drilling: exactly the rows behind a mark of a chart, or behind a figure."""
