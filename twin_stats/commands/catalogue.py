"""`catalogue`: every metric, dimension and chart with its definition."""

import argparse

import pandas as pd

from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.analytics.figures.dimensions import names
from twin_stats.commands.options import Commands, add_command, add_format, show
from twin_stats.source.stores import Stores

EXAMPLE = "example:\n  python -m twin_stats catalogue --format json"


def add(commands: Commands) -> None:
    """The arguments of `catalogue`."""
    parser = add_command(
        commands, "catalogue", "every metric, dimension and chart, with its definition", EXAMPLE
    )
    add_format(parser, ("table", "json", "csv"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print one line each: kind, subject, name, what it is."""
    limits = vars(stores.settings.limits)
    rows = [*_metrics(limits), *_dimensions(), *_charts(limits)]
    show(
        pd.DataFrame(rows, columns=["kind", "subject", "name", "unit", "title", "definition"]),
        arguments.format,
    )


def _metrics(limits: dict[str, int]) -> list[tuple[str, ...]]:
    return [
        (
            "metric",
            m.fact.subject,
            m.name,
            m.unit,
            text.say(f"metric.{m.name}"),
            _explain(f"explain.{m.name}", limits),
        )
        for m in catalogue.metrics().values()
    ]


def _explain(key: str, limits: dict[str, int]) -> str:
    return text.say(key, "en", **limits)


def _dimensions() -> list[tuple[str, ...]]:
    every = [(m.fact.subject, name) for m in catalogue.metrics().values() for name in names(m.fact)]
    return [
        ("dimension", subject, name, "", text.say(f"dimension.{name}"), text.say(f"explain.by_{name}"))
        for subject, name in dict.fromkeys(every)
    ]


def _charts(limits: dict[str, int]) -> list[tuple[str, ...]]:
    return [
        (
            "chart",
            chart.subject,
            name,
            chart.unit,
            text.say(f"chart.{name}"),
            _explain(f"chart.{name}.explain", limits),
        )
        for name, chart in catalogue.charts().items()
    ]
