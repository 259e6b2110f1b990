"""Cards of counters in words, made once for everybody who looks at the same, and the room where they stand.

Room is made first and filled once the figures are known, so that charts need not wait for counters.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from twin_stats.analytics.figures.metric import Metric
from twin_stats.analytics.ink.dates import period_in_words
from twin_stats.analytics.shapes import wilson
from twin_stats.ui import data
from twin_stats.ui.cards.counters import Compared, Counter, every
from twin_stats.ui.pace import standing
from twin_stats.ui.visit import Visit
from twin_stats.ui.wording.figures import NOTHING, change, count, exact, figure, money
from twin_stats.ui.wording.plain import plain

WIDTH, MOST, SLOT = 88, 8, 38
Colour = Literal["normal", "inverse", "off"]
Fill = Callable[[Compared], None]


@dataclass(frozen=True)
class Card:
    """What stands on a card."""

    label: str
    figure: str
    change: str | None
    colour: Colour
    help: str

    @property
    def is_moved(self) -> bool:
        """Whether the figure went up or down."""
        return self.change is not None and self.change[0] in "+-"


def cards(of: str, metrics: Sequence[Metric], known: Compared, visit: Visit) -> tuple[Card, ...]:
    """The cards of these metrics in order, of the part of the data that `of` names."""
    found: tuple[Card, ...] = data.keep(
        _name(of, metrics, visit),
        visit.filters,
        visit.generation,
        lambda _read: tuple(_card(counter, visit) for counter in every(metrics, known)),
    )
    return found


def _name(of: str, metrics: Sequence[Metric], visit: Visit) -> str:
    return f"cards:{of}:{visit.language}:{','.join(metric.name for metric in metrics)}"


def strip(metrics: Sequence[Metric], visit: Visit) -> Fill:
    """Room for these metrics in a row, as many beside each other as there is room for."""
    lines = -(-len(metrics) // MOST)
    beside = -(-len(metrics) // lines)
    return _room(metrics, st.grid(beside, min_column_width=WIDTH, gap=None, key=_key(metrics)), visit)


def block(metrics: Sequence[Metric], row: DeltaGenerator, visit: Visit) -> Fill:
    """The same as one cell of a row of charts, two beside each other."""
    with row.container(border=True, height="stretch", key=f"block-{metrics[0].name}"):
        return _room(metrics, st.grid(2, min_column_width=60, gap=None, key=_key(metrics)), visit)


def _key(metrics: Sequence[Metric]) -> str:
    return f"counters-{metrics[0].name}"


def _room(metrics: Sequence[Metric], room: DeltaGenerator, visit: Visit) -> Fill:
    """Until the figures are known, a skeleton stands for each that does not stand there already."""
    key = _key(metrics)
    is_known = data.is_kept(_name("", metrics, visit), visit.filters, visit.generation)
    slots = [] if is_known or standing.stands(key) else [room.skeleton(SLOT) for _ in metrics]

    def fill(known: Compared) -> None:
        for place, card in enumerate(cards("", metrics, known, visit)):
            draw(card, slots[place] if place < len(slots) else room)
        standing.drawn(key)

    return fill


def draw(card: Card, room: Any = st, *, is_small: bool = False, instead: str | None = None) -> None:
    """Draw one; a small one has no arrow. Words may stand `instead` of a figure that nobody can tell."""
    room.metric(
        card.label,
        instead or card.figure,
        card.change,
        delta_color=card.colour if card.is_moved else "off",
        delta_arrow="auto" if card.is_moved and not is_small else "off",
        help=card.help,
        height="content" if is_small else "stretch",
    )


def _card(counter: Counter, visit: Visit) -> Card:
    metric, told = counter.metric, written(counter, visit)
    return Card(
        label=visit.say(f"metric.{metric.name}"),
        figure=f":gray[{told}]" if counter.is_shaky else told,
        change=change(counter.now, counter.before, metric.unit, visit.language),
        colour=_colour(metric),
        help=_help(counter, visit),
    )


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
    bounds = wilson(counter.now, counter.n)
    low, high = (figure(bounds[end].item(), "rate", visit.language) for end in ("low", "high"))
    return visit.say("counter.spread", n=count(counter.n, visit.language), low=low, high=high)
