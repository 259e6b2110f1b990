"""Counters: figures of a period beside those of the period before, in words and on cards."""
