"""`demo`: a believable company over all subjects, for looking around, for tests and for benchmarks."""

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from time import monotonic

from twin_stats.commands.money.history import write_history
from twin_stats.demo.details import FIRST_NUMBER, is_any_company
from twin_stats.demo.making import Made, Progress, make
from twin_stats.demo.plan import Plan, plan
from twin_stats.source.stores import Stores
from twin_stats.source.time import from_seconds

EXAMPLE = """example:
  python -m twin_stats demo
  python -m twin_stats demo --days 60 --until 2026-03-31 --seed 7 --scale 0.1 --company 1002"""


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is not a date: write it like 2026-01-31") from None


def _within(kind: Callable[[str], float], low: float, high: float) -> Callable[[str], float]:
    """A number in bounds; argparse says what is wrong with any other."""

    def number(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not within {low} to {high}")
        return value

    return number


NUMBERS = (
    ("days", "N", 400, _within(int, 1, 4000), "how many days"),
    ("seed", "N", 1, _within(int, 0, 2**32), "another seed gives other rows"),
    ("scale", "X", 1.0, _within(float, 0.001, 1000), "times the volume"),
    ("company", "N", FIRST_NUMBER, _within(int, 1, 2**31 - 1), "the company's number"),
)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """The arguments of `demo`."""
    parser = commands.add_parser(
        "demo",
        help="make a believable company",
        epilog=EXAMPLE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--until", type=_day, metavar="DATE", help="the last day (default: today)")
    for name, metavar, default, kind, meaning in NUMBERS:
        told = f"{meaning} (default: {default})"
        parser.add_argument(f"--{name}", type=kind, default=default, metavar=metavar, help=told)
    parser.add_argument("--if-empty", action="store_true", help="do nothing where there is a company already")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Make the demo, and say in a line what it holds."""
    if arguments.if_empty and _has_company(stores):
        return
    begin = monotonic()
    now = datetime.now(UTC).replace(tzinfo=None)
    known = plan(arguments.company, arguments.until, arguments.days, now)
    asked = replace(known, seed=arguments.seed, scale=arguments.scale)
    with _progress() as progress:
        made = make(stores, asked, progress)
    documents = write_history(stores, asked.company, from_seconds(asked.end))
    print(_line(asked, made, documents, monotonic() - begin))


def _has_company(stores: Stores) -> bool:
    with stores.reading() as connection:
        return is_any_company(connection)


def _line(asked: Plan, made: Made, documents: int, took: float) -> str:
    days = (asked.last - asked.first).days + 1
    rows = ", ".join(f"{count:,} {subject}" for subject, count in made.rows.items())
    whole = f"{days} days up to {asked.last}, {rows}, {documents} invoices"
    return f"Demo company {asked.company}: {whole}, in {took:.1f} s."


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on stderr, if somebody looks at it."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Making the demo", total=1.0)
        yield lambda done: bar.update(task, completed=done)
