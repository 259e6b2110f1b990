"""`rebuild`: the event store anew from the imports that are kept as Parquet."""

import argparse

from twin_stats.commands.options import Commands, add_command
from twin_stats.source.stores import Stores
from twin_stats.source.writing import rebuild

EXAMPLE = "example:\n  python -m twin_stats rebuild"


def add(commands: Commands) -> None:
    """The arguments of `rebuild`."""
    parser = add_command(commands, "rebuild", "make the event store anew from the kept imports", EXAMPLE)
    parser.set_defaults(run=run)


def run(_arguments: argparse.Namespace, stores: Stores) -> None:
    """Rebuild, and print the new generation."""
    print(f"generation {rebuild(stores)} is in force")
