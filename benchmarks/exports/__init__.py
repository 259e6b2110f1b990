"""How much memory and time rows behind a figure take as files."""
