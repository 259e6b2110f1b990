"""Whole pages at ten million messages: through the layer, on the bare engine, and on SQLite."""
