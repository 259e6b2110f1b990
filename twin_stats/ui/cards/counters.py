"""Counters: a large figure, its change against the period before, and its formula at hand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd
import streamlit as st

from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.shapes import wilson
from twin_stats.ui.cards.figures import Figures, figures
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING, change, count, exact, figure, money
from twin_stats.ui.wording.plain import plain

WIDTH, MOST = 88, 8
FEW = 20
Colour = Literal["normal", "inverse", "off"]
Arrow = Literal["auto", "off"]


@dataclass(frozen=True)
class Counter:
    """A metric with its figure now and before; money in one currency."""

    metric: Metric
    now: Any
    before: Any
    currency: str = ""
    n: Any = None

    @property
    def is_shaky(self) -> bool:
        """Whether it is a rate of too few rows to be taken at its word."""
        is_rate_of_rows = self.metric.unit == "rate" and self.n is not None
        return is_rate_of_rows and not pd.isna(self.now) and bool(self.n < FEW)


@dataclass(frozen=True)
class Compared:
    """The figures of a period, and of the one before it."""

    now: Figures
    before: Figures


def compared(metrics: Sequence[Metric], visit: Visit) -> Compared:
    """The figures of all counters of a page."""
    now = figures(metrics, visit.filters, visit)
    return Compared(now, figures(metrics, visit.filters.previous(), visit))


def strip(metrics: Sequence[Metric], known: Compared, visit: Visit) -> None:
    """The figures of these metrics in a row, as many beside each other as there is room for."""
    if metrics:
        lines = -(-len(metrics) // MOST)
        beside = -(-len(metrics) // lines)
        with st.grid(beside, min_column_width=WIDTH, gap=None, key=f"counters-{metrics[0].name}"):
            _figures(metrics, known, visit)


def block(metrics: Sequence[Metric], known: Compared, visit: Visit) -> None:
    """The same as one cell of a row of charts, two beside each other."""
    if metrics:
        with (
            st.container(border=True, height="stretch", key=f"block-{metrics[0].name}"),
            st.grid(2, min_column_width=60, gap=None, key=f"counters-{metrics[0].name}"),
        ):
            _figures(metrics, known, visit)


def _figures(metrics: Sequence[Metric], known: Compared, visit: Visit) -> None:
    for counter in every(metrics, known):
        _card(counter, visit)


def every(metrics: Sequence[Metric], known: Compared) -> Iterator[Counter]:
    """The figures of these metrics, in order; money once for each currency."""
    for metric in metrics:
        yield from _counters(metric, known)


def _counters(metric: Metric, known: Compared) -> Iterator[Counter]:
    """One card for a metric; money has a card for each currency. A period without a row is no measure."""
    if metric.unit != "money":
        was = known.before.values[metric.name] if known.before.rows else None
        base = known.now.values.get(f"{metric.name}_of")
        yield Counter(metric, known.now.values[metric.name], was, n=base)
        return
    before = known.before.money[metric.name]
    for currency, amount in known.now.money[metric.name].items():
        yield Counter(metric, amount, before.get(currency), currency)
    if not known.now.money[metric.name]:
        yield Counter(metric, None, None)


def _card(counter: Counter, visit: Visit) -> None:
    arrow: Arrow = "auto" if _moved(_change(counter, visit)) else "off"
    _metric(counter, written(counter, visit), visit, delta_arrow=arrow, height="stretch")


def small(counter: Counter, visit: Visit, instead: str | None = None) -> None:
    """A card without an arrow; with words `instead` of a figure that nobody can tell."""
    _metric(counter, instead or written(counter, visit), visit, delta_arrow="off")


def _metric(counter: Counter, figure: str, visit: Visit, **more: Any) -> None:
    metric, delta = counter.metric, _change(counter, visit)
    st.metric(
        visit.say(f"metric.{metric.name}"),
        f":gray[{figure}]" if counter.is_shaky else figure,
        delta,
        delta_color=_colour(metric) if _moved(delta) else "off",
        help=_help(counter, visit),
        **more,
    )


def _change(counter: Counter, visit: Visit) -> str | None:
    return change(counter.now, counter.before, counter.metric.unit, visit.language)


def _moved(delta: str | None) -> bool:
    return delta is not None and delta[0] in "+-"


def written(counter: Counter, visit: Visit) -> str:
    """The figure of a card."""
    if counter.currency and counter.now is not None:
        return money(counter.now, counter.currency, visit.language)
    return NOTHING if counter.now is None else figure(counter.now, counter.metric.unit, visit.language)


def _colour(metric: Metric) -> Colour:
    """Green where the change is good, grey where nobody can say."""
    return "off" if metric.more_is_better is None else "normal" if metric.more_is_better else "inverse"


def _help(counter: Counter, visit: Visit) -> str:
    """The formula, the exact figure, and both ranges."""
    metric, filters = counter.metric, visit.filters
    before = filters.previous()
    ranges = (period_in_words(each.period, each.zone, visit.language) for each in (filters, before))
    lines = [plain(visit.say(f"explain.{metric.name}", **vars(filters.limits)))]
    if metric.unit in ("seconds", "rate"):
        lines.append(plain(visit.say("counter.exact", value=exact(counter.now, metric.unit, visit.language))))
    if metric.unit == "rate" and counter.n:
        lines.append(plain(_spread(counter, visit)))
    was = Counter(metric, counter.before, None, counter.currency)
    lines += [
        f"{plain(period)}: **{plain(written(each, visit))}**"
        for period, each in zip(ranges, (counter, was), strict=True)
    ]
    return "\n\n".join(lines)


def _spread(counter: Counter, visit: Visit) -> str:
    """What a rate stands on, and between which bounds it lies in all likelihood."""
    bounds = wilson(pd.Series([counter.now], dtype=float), pd.Series([counter.n], dtype=float))
    low, high = (figure(bounds[end].iloc[0], "rate", visit.language) for end in ("low", "high"))
    return visit.say("counter.spread", n=count(counter.n, visit.language), low=low, high=high)
