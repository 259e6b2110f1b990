"""The screen: pages, sidebar, cards, and the one cache."""
