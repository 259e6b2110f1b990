"""Arguments that several commands share, and how their answers are printed."""

import argparse
import sys
from collections.abc import Sequence
from typing import TypeAlias

import pandas as pd

from twin_stats.exports.frames import FORMATS, export

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def add_command(commands: Commands, name: str, what: str, example: str) -> argparse.ArgumentParser:
    """A sub-command whose help ends with an example."""
    shape = argparse.RawDescriptionHelpFormatter
    return commands.add_parser(name, help=what, description=what, epilog=example, formatter_class=shape)


def add_company(parser: argparse.ArgumentParser) -> None:
    """`--company N`: needed only where there are several."""
    parser.add_argument("--company", type=int, metavar="N", help="the company's number (the only one)")


def add_format(parser: argparse.ArgumentParser, forms: Sequence[str] = FORMATS[:3]) -> None:
    """`--format`: how a table is printed."""
    parser.add_argument("--format", choices=forms, default="table", help="how to print (default: table)")


def show(frame: pd.DataFrame, form: str, one_thing: bool = False) -> None:
    """Print a frame on stdout; as JSON one thing is one flat object."""
    frame.attrs["one_thing"] = one_thing
    sys.stdout.buffer.write(export(frame, form))
    sys.stdout.buffer.flush()
