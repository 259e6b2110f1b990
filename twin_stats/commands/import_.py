"""`import`: files of calls, chats, messages, notifications, operators, groups or members become events."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd

from twin_stats import text
from twin_stats.commands.options import Commands, add_command, add_format, show
from twin_stats.errors import WrongSubject
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SUBJECTS
from twin_stats.source.time import zone

EXAMPLE = """examples:
  python -m twin_stats import calls 1999-01.tsv.gz --mapping bank_calls --company 7
  python -m twin_stats import chats january.csv february.csv --zone Europe/Berlin --company 1

Several files of one call are one import. Mappings are described in docs/importing.md."""


def add(commands: Commands) -> None:
    """The arguments of `import`."""
    parser = add_command(commands, "import", "load files into the event store", EXAMPLE)
    parser.add_argument("subject", choices=tuple(SUBJECTS), help="what a row of the files is")
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="CSV, TSV, JSON (also gzipped), Parquet, XLSX"
    )
    parser.add_argument(
        "--mapping", metavar="NAME|FILE.toml", help="how to read columns that are not named like ours"
    )
    parser.add_argument(
        "--company", type=_number, metavar="N", help="whose rows they are; a new number makes a company"
    )
    parser.add_argument("--strict", action="store_true", help="load nothing if any row is rejected")
    parser.add_argument("--zone", help="the zone of times without an offset (the mapping's, the company's)")
    parser.add_argument("--currency", help="the currency of fees without one (the mapping's, the company's)")
    add_format(parser)
    parser.set_defaults(run=run)


def _number(value: str) -> int:
    """A company's number: what both stores can hold."""
    if value.isascii() and value.isdigit() and 0 < int(value) < 2**31:
        return int(value)
    raise argparse.ArgumentTypeError(f"“{value}” is not a number from 1 to {2**31 - 1}")


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Import, and print what was done."""
    # The readers take a while to import, and no other command needs them.
    from twin_stats.importers import Request, find, load, own

    if arguments.zone:
        zone(arguments.zone)
    mapping = find(arguments.mapping) if arguments.mapping else own(arguments.subject)
    if mapping.subject != arguments.subject:
        raise WrongSubject(mapping=mapping.name, subject=mapping.subject, asked=arguments.subject)
    asked = {name: getattr(arguments, name) for name in ("files", "company", "zone", "currency", "strict")}
    with _bar() as progress:
        report = load(stores, Request(mapping=mapping, **asked), progress)
    _print(report.flat(), arguments.format)


def _print(facts: dict[str, object], form: str) -> None:
    if form == "json":
        show(pd.DataFrame([facts]), "json", one_thing=True)
    elif form == "csv":
        show(pd.DataFrame([facts]), "csv")
    else:
        known = {key: str(value) for key, value in facts.items() if value is not None}
        show(pd.DataFrame({"what": known.keys(), "value": known.values()}), "table")


@contextmanager
def _bar() -> Iterator[Callable[[str, float], None]]:
    """A progress bar on stderr, where somebody looks at it; called with a step and the share of it done."""
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(file=sys.stderr), transient=True, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("", total=1.0)

        def said(step: str, share: float) -> None:
            bar.update(task, description=text.say(f"import.{step}"), completed=share)

        yield said
