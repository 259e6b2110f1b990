"""Files of other systems become events: readers, mappings, and the load with its rejects."""

from twin_stats.importers.load import Request, load
from twin_stats.importers.mapping import find, own
from twin_stats.importers.report import Report

__all__ = ["Report", "Request", "find", "load", "own"]
