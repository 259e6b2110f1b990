"""How fast the house is, as ratios to other ways to the same answers: `make bench`."""
