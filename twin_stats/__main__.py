"""The command line: `python -m twin_stats COMMAND`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from twin_stats.errors import TwinStatsError
from twin_stats.settings import Settings

MONEY = ("company", "tariff", "invoice", "pay", "transactions", "bill")
COMMANDS = (
    *("demo", "import_", "query", "catalogue"),
    *(f"money.{name}" for name in MONEY),
    *("check", "rebuild"),
)


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return 0 done, 1 cannot be done (one sentence on stderr), 2 wrong usage."""
    try:
        return _run(_parser().parse_args(words))
    except TwinStatsError as error:
        print(_in_one_line(str(error)), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader of our output has had enough, as `head` has.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _in_one_line(said: str) -> str:
    """What was typed is told again in errors: its line breaks and control characters must not act here."""
    return "".join(letter if letter.isprintable() else " " for letter in said)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m twin_stats", description="Statistics of communication.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in COMMANDS:
        import_module(f"twin_stats.commands.{name}").add(commands)
    return parser


def _run(arguments: argparse.Namespace) -> int:
    from twin_stats.source.stores import Stores

    stores = Stores(Settings.from_environment())
    try:
        arguments.run(arguments, stores)
    finally:
        stores.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
