"""Money: what was used, what it costs, who owes what, and the documents that say so."""
