"""What a user has chosen, and the only place where it becomes SQL."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_

from twin_stats.settings import Limits
from twin_stats.source.facts import Fact
from twin_stats.source.literals import constant, one_of
from twin_stats.source.time import FIRST, Period, instant, local

Chosen = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Filters:
    """A company (there is no default), its zone, a half-open period, and the values chosen by name.

    `as_of` is the moment that the data are right for: what would come after it is not known yet. `newest` is
    the company's newest event before that; where nobody has said it, the store is asked each time.
    """

    company: int
    zone: ZoneInfo
    period: Period
    chosen: Chosen = ()
    limits: Limits = Limits()
    as_of: datetime | None = None
    newest: datetime | None = None

    def choosing(self, values: Mapping[str, Iterable[str]]) -> "Filters":
        """The same filters with these values chosen; a name without values is not a filter."""
        kept = {name: tuple(chosen) for name, chosen in values.items()}
        return replace(self, chosen=tuple(sorted((n, v) for n, v in kept.items() if v)))

    def without(self, names: Iterable[str]) -> "Filters":
        """The same filters with these names not chosen."""
        dropped = set(names)
        return replace(self, chosen=tuple((n, v) for n, v in self.chosen if n not in dropped))

    def only(self, names: Collection[str]) -> "Filters":
        """The same filters with nothing but these names chosen."""
        chosen = tuple((n, v) for n, v in self.chosen if n in names)
        return self if chosen == self.chosen else replace(self, chosen=chosen)

    def previous(self) -> "Filters":
        """The period shifted back by the smallest multiple of 7 days that is at least its length.

        It is shifted on the wall clock, so the same weekdays and hours are compared across a DST change.
        """
        length = self.period.end - self.period.start
        start, end = (local(at, self.zone) for at in (self.period.start, self.period.end))
        back = timedelta(days=7 * max(1, -(-(end - start) // timedelta(days=7))))
        first = max(instant(start - back, self.zone), FIRST)
        # Bounds within a doubled hour, or shifted into a missing one, may change places or meet.
        last = instant(end - back, self.zone)
        return replace(self, period=Period(first, last if last > first else first + length))


def where(filters: Filters, fact: Fact) -> ColumnElement[bool]:
    """The rows of a fact that the filters let through."""
    return and_(
        chosen_rows(filters, fact),
        fact.time >= constant(filters.period.start),
        fact.time < constant(filters.period.end),
    )


def chosen_rows(filters: Filters, fact: Fact) -> ColumnElement[bool]:
    """The rows of the company and of the chosen values, at any time."""
    named = [(fact.dimensions[name], values) for name, values in filters.chosen if name in fact.dimensions]
    return and_(
        fact.company == constant(filters.company), *(_chosen(column, values) for column, values in named)
    )


UNKNOWN = ""


def _chosen(column: ColumnElement[Any], values: tuple[str, ...]) -> ColumnElement[bool]:
    """The empty value means rows in which the column is unknown."""
    listed = one_of(column, [value for value in values if value != UNKNOWN])
    return or_(listed, column.is_(None)) if UNKNOWN in values else listed
