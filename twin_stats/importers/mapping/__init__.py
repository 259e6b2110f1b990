"""Mappings: what each of our columns is, said over the columns of somebody else's file."""

from twin_stats.importers.mapping.find import find, own, ready_made
from twin_stats.importers.mapping.model import Column, FileShape, Mapping

__all__ = ["Column", "FileShape", "Mapping", "find", "own", "ready_made"]
