"""Readers, chosen by what a file holds and not by its name: each makes a relation of text columns."""

from twin_stats.importers.reading.opening import open_file
from twin_stats.importers.reading.source import Source, TextReject

__all__ = ["Source", "TextReject", "open_file"]
