"""The window in which a chart opens: large, as a table, as SQL, explained, beside before, as files."""
