"""Their values in our types, in SQL: what cannot be one of ours becomes NULL, and the check says why."""

from collections.abc import Sequence

from sqlalchemy import TIMESTAMP, Boolean, Column, Integer, Numeric, SmallInteger, String
from sqlalchemy.types import Double

from twin_stats.importers.sql.engine import ours, text

KINDS = {
    String: "text",
    TIMESTAMP: "time",
    Boolean: "flag",
    SmallInteger: "whole",
    Integer: "whole",
    Double: "number",
    Numeric: "money",
}
SQL = {
    "text": "VARCHAR",
    "time": "TIMESTAMP",
    "flag": "BOOLEAN",
    "whole": "INTEGER",
    "number": "DOUBLE",
    "money": "DECIMAL(18, 6)",
}
TRUE, FALSE = "'true', 't', 'yes', 'y', '1', '1.0'", "'false', 'f', 'no', 'n', '0', '0.0'"
CLOCKS = ("TIMESTAMP", "DATE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
INSTANT = "TIMESTAMP WITH TIME ZONE"
# An offset or the name of a zone behind the clock: then the text names an instant.
OFFSET = r"\d:\d\d(:\d\d([.,]\d+)?)? ?([zZ]|[-+]\d\d(:?\d\d)?|[A-Za-z]+(/[A-Za-z_/+-]+\d*)?)$"
EARLIEST, LATEST = "TIMESTAMP '1970-01-01'", "TIMESTAMP '2200-01-01'"
# A column of the file itself: text, and never empty.
PLAIN = "plain"
AROUND = "BETWEEN TIMESTAMP '1969-12-30' AND TIMESTAMP '2200-01-03'"


def kind_of(column: Column[object]) -> str:
    """text, time, flag, whole, number or money."""
    return next(kind for sort, kind in KINDS.items() if isinstance(column.type, sort))


def translated(value: str, values: dict[str, str | None] | None) -> str:
    """The value by a table of translations; a value that is not in it stays as it came."""
    if not values:
        return value
    said = f"CAST({value} AS VARCHAR)"
    branches = " ".join(f"WHEN {_given(said, old)} THEN {_literal(new)}" for old, new in values.items())
    return f"CASE {branches} ELSE {said} END"


def _given(value: str, old: str) -> str:
    return f"{value} = {text(old)}" if old else f"coalesce({value}, '') = ''"


def _literal(new: str | None) -> str:
    return "NULL" if new is None else text(new)


def in_one_form(value: str, words: Sequence[str]) -> str:
    """The value as figures know it, whatever its case; a value that is none of the words stays as it came."""
    if not words:
        return value
    said = f"CAST({value} AS VARCHAR)"
    branches = " ".join(f"WHEN {text(word.lower())} THEN {text(word)}" for word in words)
    return f"CASE lower(trim({said})) {branches} ELSE {said} END"


def is_short(value: str, sort: str) -> str:
    """Whether a text is a date and a clock to the second, and no more: the quick way for most files."""
    return f"strlen({value}) = 19 AND substr({value}, 17, 1) = ':'" if sort == "VARCHAR" else "false"


def wall(value: str, sort: str, short: str) -> str:
    """The wall-clock time that a value of this SQL type says, if it says one without an offset."""
    if sort == INSTANT:
        return "NULL::TIMESTAMP"
    if sort in CLOCKS:
        return f"CAST({value} AS TIMESTAMP)"
    read = f"try_cast({value} AS TIMESTAMP)"
    return f"CASE WHEN {short} THEN {read} WHEN NOT regexp_matches({value}, '{OFFSET}') THEN {read} END"


def moment(value: str, sort: str, short: str) -> str:
    """The instant that a value says by its own offset, if it has one; naive, in UTC."""
    if sort == INSTANT:
        return f"CAST({value} AS TIMESTAMP)"
    if sort in CLOCKS:
        return "NULL::TIMESTAMP"
    read = f"CAST(try_cast({value} AS TIMESTAMPTZ) AS TIMESTAMP)"
    return f"CASE WHEN NOT {short} AND regexp_matches({value}, '{OFFSET}') THEN {read} END"


def near(time: str) -> str:
    """Whether a time is within reach of our years: infinities and other ages would overflow."""
    return f"{time} {AROUND}"


def typed(kind: str, value: str, sort: str) -> str:
    """The value in our type, NULL where it is none."""
    if kind == "flag":
        lower = f"lower(trim(CAST({value} AS VARCHAR)))"
        return f"CASE WHEN {lower} IN ({TRUE}) THEN true WHEN {lower} IN ({FALSE}) THEN false END"
    if kind == "money":
        return f"try_cast({value} AS DECIMAL(18, 6))"
    if kind == "text":
        return value if sort == PLAIN else f"nullif(CAST({value} AS VARCHAR), '')"
    number = f"epoch({value})" if sort == "INTERVAL" else f"try_cast({value} AS DOUBLE)"
    if kind == "whole":
        return f"CASE WHEN {number} = floor({number}) THEN try_cast({number} AS INTEGER) END"
    return number


def fits(column: str, kind: str, limits: tuple[str, ...]) -> str:
    """SQL: whether a typed value is possible; never NULL."""
    it = ours(column)
    if kind in ("number", "whole"):
        # NaN is greater than every number here, and infinity than this one.
        return f"coalesce({it} {limits[0] if limits else 'BETWEEN 0 AND 1e300'}, true)"
    if kind == "time":
        return f"coalesce({it} >= {EARLIEST} AND {it} < {LATEST}, true)"
    return "true"
