"""What stands on the first sheet of a workbook: what it holds, of whom, when, and what it adds up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from twin_stats import text
from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.filters import UNKNOWN, Filters
from twin_stats.analytics.ink.wording import word
from twin_stats.exports.columns import batch, columns
from twin_stats.exports.listing import Listing
from twin_stats.exports.seen import Seen
from twin_stats.source.time import local

Facts = Iterator[tuple[str, Any]]


def chart(seen: Seen) -> Facts:
    """The facts of what a chart shows."""
    yield seen.say("about.title"), seen.title
    yield seen.say("about.definition"), seen.say(f"chart.{seen.chart.name}.explain", **_limits(seen.filters))
    if seen.chart.series_of == "metric":
        yield from _definitions(seen)
    yield from of_filters(seen.filters, seen.company, seen.language)
    yield seen.say("about.counted"), seen.say(f"counts_by.{seen.chart.counts_by}")
    yield seen.say("about.rows"), seen.rows
    yield seen.say("about.lines"), len(seen.data)
    yield from _totals(seen)


def figures(metrics: Sequence[Metric], filters: Filters, company: str, lines: int) -> Facts:
    """The facts of figures by dimensions."""
    for metric in metrics:
        yield text.say(f"metric.{metric.name}"), text.say(f"explain.{metric.name}", **_limits(filters))
    yield from of_filters(filters, company, "en")
    yield text.say("about.lines"), lines


def _definitions(seen: Seen) -> Facts:
    for name in dict.fromkeys(seen.data["series"].dropna()):
        if f"explain.{name}" in text.TEXTS:
            yield word("metric", name, seen.language), seen.say(f"explain.{name}", **_limits(seen.filters))


def _limits(filters: Filters) -> dict[str, Any]:
    return vars(filters.limits)


def of_filters(filters: Filters, company: str, language: str) -> Facts:
    """Whose data, of which period and zone, what was chosen, and how fresh it is."""
    say, zone = partial(text.say, language=language), filters.zone
    yield say("about.company"), f"{company} ({filters.company})" if company else str(filters.company)
    yield say("about.from"), local(filters.period.start, zone)
    yield say("about.to"), local(filters.period.end, zone)
    yield say("about.zone"), zone.key
    for name, values in filters.chosen:
        said = [word(name, None if value == UNKNOWN else value, language) for value in values]
        yield say(f"dimension.{name}"), ", ".join(said)
    if not filters.chosen:
        yield say("about.filters"), say("about.no_filters")
    yield say("about.as_of"), local(filters.as_of, zone) if filters.as_of else "–"


def _totals(seen: Seen) -> Facts:
    """The sum of each amount, apart for each currency; where rows are counted, it is the number of rows."""
    found = dict(zip((column.name for column in columns(seen)), batch(seen, worded=False), strict=True))
    apart = found.get("currency", [None] * len(seen.data))
    for currency in dict.fromkeys(apart):
        known = [v for v, one in zip(found["value"], apart, strict=True) if one == currency and v is not None]
        total = sum((Decimal(str(value)) for value in known), Decimal(0))
        ending = f", {currency}" if currency else ""
        yield f"{seen.say('about.total')}{ending}", total if seen.chart.unit == "money" else _number(total)


def _number(total: Decimal) -> int | float:
    return int(total) if total == total.to_integral_value() else float(total)


def rows(listing: Listing, number: int) -> Facts:
    """The facts of rows behind a figure."""
    yield listing.say("about.rows_of"), listing.title
    yield from of_filters(listing.filters, listing.company, listing.language)
    yield listing.say("about.lines"), number
