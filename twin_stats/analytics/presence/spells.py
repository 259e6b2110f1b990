"""Queries of operators' charts as values, so that what stands behind a mark can be asked for."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from sqlalchemy import Select

from twin_stats.analytics.filters import Filters
from twin_stats.analytics.presence import coverage
from twin_stats.analytics.presence.sources import OF_OPERATORS, OF_SESSIONS, ONLINE, PAUSED, SESSION

# The kinds of intervals that a figure or a series is worked out of.
MADE_OF: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "online_time": (ONLINE,),
        "paused_time": (PAUSED,),
        "pause_share": (ONLINE, PAUSED),
        "occupancy": (ONLINE, SESSION),
        "concurrency": (ONLINE, SESSION),
        "operators": (ONLINE, PAUSED),
        "online": (ONLINE,),
        "paused": (PAUSED,),
        "waiting": (SESSION,),
        "uncovered": (ONLINE, SESSION),
    }
)


@dataclass(frozen=True, eq=False)
class Spells:
    """Intervals that touch the period; `rows` is given whether each session is to be named.

    `session` says what a session does in them. Those of operators alone are not narrowed by what sessions
    are filtered by.
    """

    rows: Callable[[Filters, bool], Select[Any]]
    session: str = "session"
    narrowed_by: Collection[str] = OF_OPERATORS

    def __call__(self, filters: Filters) -> Select[Any]:
        """The statement that the chart is drawn from."""
        return self.rows(filters, False)


@dataclass(frozen=True, eq=False)
class Responses:
    """Answered sessions beside all that operators did, which says whether anybody was online."""

    narrowed_by: Collection[str] = OF_SESSIONS

    def __call__(self, filters: Filters) -> Select[Any]:
        """The statement that the chart is drawn from."""
        return coverage.response_rows(filters)
