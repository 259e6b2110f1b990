"""`check`: the stores, their versions, the generation in force, row counts and zones."""

import argparse

import pandas as pd
from sqlalchemy import func, select

from twin_stats import __version__
from twin_stats.commands.options import Commands, add_command, add_format, show
from twin_stats.source import opening
from twin_stats.source.companies import as_of, known
from twin_stats.source.stores import Stores
from twin_stats.source.tables import SCHEMA_VERSION, SUBJECTS

EXAMPLE = "example:\n  python -m twin_stats check --format json"


def add(commands: Commands) -> None:
    """The arguments of `check`."""
    parser = add_command(commands, "check", "stores, versions, generation, row counts, zones", EXAMPLE)
    add_format(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print one line a fact; as JSON one flat object. A store that cannot be used is an error."""
    facts = _facts(stores)
    if arguments.format == "json":
        show(pd.DataFrame([facts]), "json", one_thing=True)
    else:
        show(
            pd.DataFrame({"what": facts.keys(), "value": [str(v) for v in facts.values()]}), arguments.format
        )


def _facts(stores: Stores) -> dict[str, object]:
    generation = stores.generation()
    made = as_of(stores)
    return {
        "version": __version__,
        "home": str(stores.settings.home),
        "books": stores.books.url.render_as_string(hide_password=True),
        "books_version": opening.HEAD,
        "events": stores.events(generation).url.render_as_string(hide_password=True),
        "events_version": SCHEMA_VERSION,
        "generation": generation,
        "as_of": made.isoformat() + "Z" if made else None,
        **{f"rows_{name}": _rows(stores, name, generation) for name in SUBJECTS},
        **{f"zone_of_company_{one.number}": one.zone.key for one in known(stores)},
    }


def _rows(stores: Stores, subject: str, generation: int) -> int:
    count = select(func.count().label("rows")).select_from(SUBJECTS[subject])
    return int(stores.frame(count, generation)["rows"].iloc[0])
