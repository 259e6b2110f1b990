"""`query`: any figure of the catalogue, by any dimension, through the same code as the pages."""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import Read, answer, coverage, statements
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.shapes import labelled
from twin_stats.commands.options import Commands, add_command, add_company, add_format
from twin_stats.errors import BadCondition, BadPeriod
from twin_stats.exports.frames import FORMATS, export
from twin_stats.exports.rows import whole
from twin_stats.exports.sql import as_text
from twin_stats.exports.workbook import figures
from twin_stats.source.companies import Company, as_of, one
from twin_stats.source.stores import Stores
from twin_stats.source.time import FIRST, Period, parse, zone

XLSX = "xlsx"
EXAMPLE = """example:
  python -m twin_stats query calls asr acd --by day status --from 2026-01-01 --to 2026-02-01
  python -m twin_stats query answered --by operator --where direction=inbound group=PS --format csv
  python -m twin_stats query calls talk_time --by month --format xlsx -o calls.xlsx"""


def add(commands: Commands) -> None:
    """The arguments of `query`."""
    parser = add_command(commands, "query", "figures by dimensions", EXAMPLE)
    parser.add_argument("metrics", nargs="+", metavar="METRIC", help="names from `catalogue`")
    parser.add_argument("--by", nargs="+", action="extend", default=[], metavar="DIMENSION")
    parser.add_argument("--from", dest="start", metavar="T", help="local date or date-time, included")
    parser.add_argument("--to", dest="end", metavar="T", help="local date or date-time, not included")
    parser.add_argument(
        "--where", nargs="+", action="extend", default=[], metavar="NAME=VALUE", help="NAME= means unknown"
    )
    add_company(parser)
    parser.add_argument("--zone", help="cut days in this zone instead of the company's")
    add_format(parser, (*FORMATS, XLSX))
    parser.add_argument("-o", dest="file", type=Path, metavar="FILE", help="write there instead of printing")
    parser.add_argument("--sql", action="store_true", help="print the SQL instead of running it")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, stores: Stores) -> None:
    """Print the figures, or the SQL that they come from."""
    metrics = [catalogue.metric(name) for name in dict.fromkeys(arguments.metrics)]
    by = list(dict.fromkeys(arguments.by))
    chosen = _chosen(arguments.where)
    catalogue.check_dimensions(by, metrics)
    catalogue.check_filters(chosen, metrics)
    company = one(stores, arguments.company)
    generation = stores.generation()
    read = partial(stores.frame, generation=generation)
    filters = _filters(arguments, company, _covered(read, metrics, company.number))
    filters = replace(filters.choosing(chosen), limits=stores.settings.limits, as_of=as_of(stores))
    if arguments.sql:
        asked = statements(metrics, by, filters)
        print("\n\n".join(f"{as_text(each, stores.events(generation))};" for each in asked))
    else:
        frame = labelled(answer(read, metrics, by, filters))
        frame.attrs["one_thing"] = not by
        is_book = arguments.format == XLSX
        made = figures(frame, metrics, filters, company.name) if is_book else export(frame, arguments.format)
        _give(made, arguments.file, len(frame))


def _give(made: bytes, file: Path | None, lines: int) -> None:
    """Write to a file, and say so; else print."""
    if file is None:
        sys.stdout.buffer.write(made)
        sys.stdout.buffer.flush()
        return
    with whole(file) as target:
        target.write(made)
    print(text.say("rows.saved", rows=lines, path=file))


def _covered(read: Read, metrics: Iterable[Metric], company: int) -> Period | None:
    """The shortest period that holds all rows that any of the metrics counts."""
    facts = {(metric.fact.subject, metric.fact.grain): metric.fact for metric in metrics}.values()
    found = [period for fact in facts if (period := coverage(read, fact, company))]
    return Period(min(each.start for each in found), max(each.end for each in found)) if found else None


def _chosen(conditions: Sequence[str]) -> dict[str, list[str]]:
    """NAME=VALUE pairs: several values of one name are alternatives."""
    chosen = defaultdict(list)
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals:
            raise BadCondition(condition=condition)
        chosen[name].append(value)
    return chosen


def _filters(arguments: argparse.Namespace, company: Company, covered: Period | None) -> Filters:
    """Without a period all the data is meant; days are cut in `--zone`, else in the company's zone."""
    where = zone(arguments.zone) if arguments.zone else company.zone
    whole = covered or Period(FIRST, FIRST + timedelta(days=1))
    start = parse(arguments.start, where) if arguments.start else whole.start
    end = parse(arguments.end, where) if arguments.end else whole.end
    if arguments.start and arguments.end and end <= start:
        raise BadPeriod(start=arguments.start, end=arguments.end)
    if end <= start:
        return Filters(company.number, where, Period(*_around(arguments.start, start, end)))
    return Filters(company.number, where, Period(start, end))


def _around(asked_start: str | None, start: datetime, end: datetime) -> tuple[datetime, datetime]:
    """One bound lies beyond all the data: a period there, in which nothing is."""
    moment = timedelta(microseconds=1)
    return (start, start + moment) if asked_start else (end - moment, end)
