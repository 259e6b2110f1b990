"""Drilling on the screen: a click on a mark, or its name in a list, shows the rows behind it."""
