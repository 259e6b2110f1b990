"""Ways to the same answers: the house's own layer, and what it is measured against."""
