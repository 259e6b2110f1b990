"""The load's SQL: a mapping over a file's text columns becomes one typed, checked, streaming SELECT."""
