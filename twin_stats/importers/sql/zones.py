"""Wall-clock times to instants, in SQL: a search tree over all changes of offset from 1970 to 2199.

The leaf found for a wall clock is one number: its offset (microseconds, lifted above zero), and in the
lowest 12 bits 0 for a plain time, the minutes between both passes for a doubled one, or MISSING.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from twin_stats.source.time import FIRST, LAST, offset, offset_changes

LIFT = 2 * 86_400_000_000
BITS = 12
MISSING = (1 << BITS) - 1


@dataclass(frozen=True)
class Piece:
    """A stretch of wall-clock time before `until` (None: the rest), and its leaf as SQL over {w}."""

    until: datetime | None
    leaf: str


@lru_cache(maxsize=16)
def leaf_of(where: ZoneInfo, column: str) -> str:
    """SQL that gives the leaf of a wall-clock column in this zone (NULL gives a plain one)."""
    return _tree(_pieces(where), column)


def instant(column: str, leaf: str) -> str:
    """SQL that gives the instant (UTC) of a wall-clock column by its leaf."""
    return f"make_timestamp(epoch_us({column}) - (({leaf} >> {BITS}) - {LIFT}))"


def second_pass(column: str, leaf: str) -> str:
    """SQL that gives the later instant of a doubled wall-clock time."""
    return f"{instant(column, leaf)} + to_minutes({note(leaf)})"


def instant_macro(where: ZoneInfo) -> str:
    """The macro `instant(t)` of the mapping language: the instant of a wall-clock time."""
    found = instant("w", f"({leaf_of(where, 'w')})")
    # A lambda, so that the argument is computed once and not at every branch of the tree.
    once = f"list_transform([CAST(t AS TIMESTAMP)], lambda w: {found})[1]"
    return f"CREATE MACRO instant(t) AS CAST({once} AS TIMESTAMPTZ)"


def note(leaf: str) -> str:
    """SQL: 0, MISSING, or the minutes between both passes of a doubled hour."""
    return f"({leaf} & {MISSING})"


def is_missing(leaf: str) -> str:
    """SQL: whether the wall-clock time never was."""
    return f"{note(leaf)} = {MISSING}"


def is_doubled(leaf: str) -> str:
    """SQL: whether the wall-clock time was twice."""
    return f"{note(leaf)} BETWEEN 1 AND {MISSING - 1}"


def _pieces(where: ZoneInfo) -> list[Piece]:
    around = timedelta(days=3)
    changes = offset_changes(where, FIRST - around, LAST + around)
    pieces: list[Piece] = []
    for at, before, after in changes:
        pieces.append(Piece(at + timedelta(seconds=min(before, after)), _plain(before)))
        last = at + timedelta(seconds=max(before, after))
        pieces.append(Piece(last, _gap(at) if after > before else _plain(before, before - after)))
    return [*pieces, Piece(None, _plain(offset(LAST + around, where)))]


def _plain(seconds: int, doubled: int = 0) -> str:
    return str((seconds * 1_000_000 + LIFT << BITS) + doubled // 60)


def _gap(at: datetime) -> str:
    """Whatever the clock says within the gap, the instant is the one in which the gap ends."""
    return f"(epoch_us({{w}}) - epoch_us(TIMESTAMP '{at}') + {LIFT} << {BITS}) + {MISSING}"


def _tree(pieces: Sequence[Piece], column: str) -> str:
    if len(pieces) == 1:
        return pieces[0].leaf.format(w=column)
    half = len(pieces) // 2
    low, high = _tree(pieces[:half], column), _tree(pieces[half:], column)
    return f"CASE WHEN {column} < TIMESTAMP '{pieces[half - 1].until}' THEN {low} ELSE {high} END"
