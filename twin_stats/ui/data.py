"""What the screen reads, and the caches of the house.

Nothing here is kept by session: a figure belongs to its name, its filters (the company is one of them, and
has no default) and the generation of the store, so users share figures and companies never mix.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache, partial
from threading import Condition
from typing import Any

import pandas as pd
from cachetools import TTLCache, cached

from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import Read, coverage
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence.sources import newest
from twin_stats.analytics.query import Asked
from twin_stats.billing import account
from twin_stats.settings import Settings
from twin_stats.source import companies
from twin_stats.source.companies import Company
from twin_stats.source.stores import Stores
from twin_stats.source.time import local
from twin_stats.ui.pace.turns import TURNS
from twin_stats.ui.period.span import Span


@lru_cache(maxsize=1)
def stores() -> Stores:
    """The stores of this installation, shared by all sessions; raises BadSetting or a StoreError."""
    return Stores(Settings.from_environment())


def ahead_seconds() -> int:
    """How long the store may work on what nobody has asked for yet: not at all where others share it."""
    return stores().settings.ahead_seconds if stores().is_files else 0


def at_once() -> int:
    """How much of a page is asked for at a time: DuckDB takes all processors for each statement."""
    return 3 if stores().is_files else 5


def generation() -> int:
    """The generation in force, asked anew for each run of a page."""
    return stores().generation()


def keep(name: str, facts: Hashable, number: int, make: Callable[[Read], Any]) -> Any:
    """What `make` gives for these facts in this generation: made once, then remembered.

    Everybody gets the very same value, so nobody may change it.
    """
    found = _kept(name, facts, number, make)
    TURNS.goes_on()
    return found


def is_kept(name: str, facts: Hashable, number: int) -> bool:
    """Whether this has been made already; what has not may take its time."""
    return (name, facts, number) in _KEPT


# Streamlit's own cache looks at the function's signature with every call: a tenth of a run of a page.
_KEPT: TTLCache[tuple[str, Hashable, int], Any] = TTLCache(maxsize=4000, ttl=3600)


@cached(
    _KEPT,
    key=lambda name, facts, number, _make: (name, facts, number),
    condition=Condition(),
)
def _kept(_name: str, _facts: Hashable, number: int, make: Callable[[Read], Any]) -> Any:
    return make(partial(stores().frame, generation=number))


def reading(number: int) -> Read:
    """What reads statements from a generation, and remembers nothing."""
    return partial(stores().frame, generation=number)


def rows(chart: Chart, filters: Filters, number: int) -> pd.DataFrame:
    """What a chart's query gives: charts that ask the same, or parts of the same, share it."""
    seen = chart.seen(filters)
    asked = seen.without(chart.question.ignores) if isinstance(chart.question, Asked) else seen
    return chart.part(_rows(chart, asked, number), seen)


# Some 300 MB at most, if all is text. Streamlit's cache packs each frame, and unpacks it for each chart.
_MOST_CELLS = 4_000_000
_ROWS: TTLCache[tuple[str, Filters, int], pd.DataFrame] = TTLCache(
    maxsize=_MOST_CELLS, ttl=600, getsizeof=lambda frame: frame.size
)


@cached(
    _ROWS,
    key=lambda chart, filters, number: (catalogue.first_to_ask(chart), filters, number),
    condition=Condition(),
)
def _rows(chart: Chart, filters: Filters, number: int) -> pd.DataFrame:
    """The same frame for everybody: nobody may change it."""
    return stores().frame(chart.question(filters), number)


def known_companies() -> tuple[Company, ...]:
    """All companies, by number: asked anew, for their details change without a new generation."""
    return companies.known(stores())


def as_of(number: int) -> datetime | None:
    """The moment that the figures of a generation are right for (UTC)."""
    moment: datetime | None = keep("as_of", (), number, lambda _read: companies.as_of(stores()))
    return moment


def newest_day(number: int, company: Company) -> date | None:
    """The local day of the company's newest event, over all subjects."""

    def make(read: Read) -> date | None:
        facts = [module.fact for module in catalogue.SUBJECTS.values()]
        covered = [period.end for fact in facts if (period := coverage(read, fact, company.number))]
        return local(max(covered) - timedelta(microseconds=1), company.zone).date() if covered else None

    newest: date | None = keep("newest_day", (company.number, company.zone), number, make)
    return newest


def first_document(company: Company) -> date | None:
    """The local day of the company's first invoice: asked anew, for one may just have been issued."""
    begun = account.begun(stores(), company.number)
    return local(begun, company.zone).date() if begun else None


def filters(company: Company, span: Span, number: int) -> Filters:
    """The filters that a page begins with: no value chosen, this installation's limits."""
    period, limits = span.period(company.zone), stores().settings.limits
    chosen = Filters(company.number, company.zone, period, limits=limits, as_of=as_of(number))
    key = (company.number, chosen.as_of)
    return replace(chosen, newest=keep("newest", key, number, partial(newest, filters=chosen)))
