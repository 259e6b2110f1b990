"""What the next click on a page may ask for: the page with one more value chosen in one of its filters."""

from collections.abc import Iterator
from functools import partial
from itertools import zip_longest
from typing import Protocol

from twin_stats.analytics.figures.metric import Metric
from twin_stats.source.facts import Fact
from twin_stats.ui.cards import sections
from twin_stats.ui.cards.counting import counted
from twin_stats.ui.cards.drawn import drawn
from twin_stats.ui.cards.sections import Part
from twin_stats.ui.pace.foresight import Step
from twin_stats.ui.sidebar.choices import TOGGLES, YES, values
from twin_stats.ui.visit import Visit

MOST = 10


class Page(Protocol):
    """What a page is made of."""

    @property
    def name(self) -> str: ...
    @property
    def filters(self) -> tuple[str, ...]: ...
    @property
    def sections(self) -> tuple[Part, ...]: ...
    @property
    def counters(self) -> tuple[Metric, ...]: ...
    @property
    def fact(self) -> Fact: ...


def steps(page: Page, visit: Visit) -> Iterator[Step]:
    """The page itself, in case it is still waited for; then with each value of filters without one."""
    yield from _whole(page, visit)
    for then in _next(page, visit):
        yield from _whole(page, then)


def _next(page: Page, visit: Visit) -> Iterator[Visit]:
    """The most frequent value of each filter, then the second of each, and so on."""
    chosen = dict(visit.filters.chosen)
    names = [name for name in page.filters if name not in chosen]
    ranked = [[YES] if name in TOGGLES else values(visit, page.fact, name)[:MOST] for name in names]
    for row in zip_longest(*ranked):
        for name, value in zip(names, row, strict=True):
            if value is not None:
                yield visit.choosing({**chosen, name: (value,)})


def _whole(page: Page, visit: Visit) -> Iterator[Step]:
    folded = sections.folded(page.sections, page.fact, visit)
    parts = [part for part in page.sections if part not in folded]
    yield from (partial(drawn, chart, visit) for part in parts for chart in sections.drawn(part))
    yield partial(counted, page.name, page.counters, parts, visit)
