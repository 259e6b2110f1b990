"""Counters in words, made once for everybody who looks at the same."""

from collections.abc import Sequence

from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.shapes import wilson
from twin_stats.ui.counters.compared import Compared, Counter, every
from twin_stats.ui.counters.markup import Card, Cell
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING, change, count, exact, figure, money


def cell(metric: Metric, known: Compared, visit: Visit) -> Cell:
    """The card of a metric; money has one for each currency."""
    return tuple(_card(counter, visit) for counter in every((metric,), known))


def blank(metrics: Sequence[Metric], visit: Visit) -> list[Cell]:
    """Cards whose figures are not known yet."""
    return [(Card(visit.say(f"metric.{metric.name}")),) for metric in metrics]


def _card(counter: Counter, visit: Visit) -> Card:
    metric = counter.metric
    moved = change(counter.now, counter.before, metric.unit, visit.language)
    return Card(
        label=visit.say(f"metric.{metric.name}"),
        figure=written(counter, visit),
        change=moved,
        mood=_mood(metric, moved),
        about=_about(counter, visit),
        is_shaky=counter.is_shaky,
    )


def written(counter: Counter, visit: Visit) -> str:
    """The figure of a card."""
    if counter.currency and counter.now is not None:
        return money(counter.now, counter.currency, visit.language)
    return NOTHING if counter.now is None else figure(counter.now, counter.metric.unit, visit.language)


def _mood(metric: Metric, moved: str | None) -> str:
    """Which way it went, and whether that is good: nobody can say it of every metric."""
    way = {"+": "up", "-": "down"}.get((moved or " ")[0])
    if way is None:
        return ""
    if metric.more_is_better is None:
        return way
    return f"{way} {'better' if metric.more_is_better == (way == 'up') else 'worse'}"


def _about(counter: Counter, visit: Visit) -> tuple[tuple[str, str], ...]:
    """The formula, the exact figure, and both ranges."""
    metric, filters = counter.metric, visit.filters
    lines = [(visit.say(f"explain.{metric.name}", **vars(filters.limits)), "")]
    if metric.unit in ("seconds", "rate"):
        lines.append((visit.say("counter.exact", value=exact(counter.now, metric.unit, visit.language)), ""))
    if metric.unit == "rate" and counter.n:
        lines.append((_spread(counter, visit), ""))
    was = Counter(metric, counter.before, None, counter.currency)
    for each, seen in ((counter, filters), (was, filters.previous())):
        lines.append((period_in_words(seen.period, seen.zone, visit.language), written(each, visit)))
    return tuple(lines)


def _spread(counter: Counter, visit: Visit) -> str:
    """What a rate stands on, and between which bounds it lies in all likelihood."""
    bounds = wilson(counter.now, counter.n)
    low, high = (figure(bounds[end].item(), "rate", visit.language) for end in ("low", "high"))
    return visit.say("counter.spread", n=count(counter.n, visit.language), low=low, high=high)
