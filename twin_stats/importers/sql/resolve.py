"""A mapping meets a file: which alternative of each column the file can give, and what it cannot."""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from duckdb import DuckDBPyConnection

from twin_stats import text
from twin_stats.errors import ColumnsMissing, UnknownHeader
from twin_stats.importers.mapping import Mapping
from twin_stats.importers.mapping.words import bad
from twin_stats.importers.sql.engine import name
from twin_stats.importers.sql.expressions import Reader
from twin_stats.importers.sql.names import Expression, Names
from twin_stats.source.tables import SUBJECTS, given


@dataclass(frozen=True)
class Resolved:
    """What a mapping means for files with these headers."""

    mapping: Mapping
    headers: tuple[str, ...]
    columns: Dictionary[str, Expression]
    let: Dictionary[str, Expression]
    per: tuple[Expression, ...]
    others: Dictionary[str, Expression]
    ignored: tuple[str, ...] = ()


def resolve(connection: DuckDBPyConnection, mapping: Mapping, headers: Sequence[str]) -> Resolved:
    """What the mapping means for these headers; raise BadMapping, UnknownColumn or ColumnsMissing."""
    reader = Reader(connection, mapping.name)
    known = {header.lower(): header for header in headers}
    names = Names(reader, known, frozenset(known))
    if mapping.columns is None:
        return _own(mapping, names, headers)
    let = _let(mapping, names)
    resolved, shared = _columns(mapping, names)
    let |= shared
    _complete(mapping, {*resolved, *mapping.constants}, headers)
    _picks(mapping)
    per = tuple(names.needed("per", expression) for expression in mapping.per)
    return Resolved(mapping, tuple(headers), resolved, let, per, _others(mapping, names))


def _own(mapping: Mapping, names: Names, headers: Sequence[str]) -> Resolved:
    """Headers that are our own names; others are left out, unless one looks like a slip."""
    table = SUBJECTS[mapping.subject]
    ours = given(table)
    found = {column: names.needed(column, column) for column in ours if column in names.known}
    ignored = tuple(header for header in headers if header.lower() not in ours)
    for header in ignored:
        close = get_close_matches(header.lower(), [column for column in ours if column not in found], 1, 0.8)
        if close:
            hint = text.say("hint.did_you_mean", close=close[0])
            raise UnknownHeader(subject=mapping.subject, name=header, hint=hint)
    _complete(mapping, set(found), headers)
    return Resolved(mapping, tuple(headers), found, {}, (), {}, ignored)


def _columns(mapping: Mapping, names: Names) -> tuple[dict[str, Expression], dict[str, Expression]]:
    """Our columns, each of which those after it may use; those that are used become steps like `let`'s."""
    found: dict[str, Expression] = {}
    for key, column in (mapping.columns or {}).items():
        expression = names.expression(f"columns.{key}", column)
        if expression:
            found[key] = expression
            if not mapping.per:
                names.known.setdefault(key, key)
    used = {use for expression in found.values() for use in expression.uses}
    shared = {
        key: found[key] for key in found if key in used and key not in names.headers | mapping.let.keys()
    }
    again = {key: Expression(name(key), (key,), is_plain=False) for key in shared}
    return found | again, shared


def _let(mapping: Mapping, names: Names) -> dict[str, Expression]:
    """The intermediate names, each of which those after it may use."""
    found = {}
    for key, column in mapping.let.items():
        if key.lower() in names.known:
            raise bad(mapping.name, "mapping.let_twice", name=key)
        expression = names.expression(f"let.{key}", column)
        found[key] = expression or Expression("NULL::VARCHAR", (), is_plain=False)
        names.known[key.lower()] = key
    return found


def _others(mapping: Mapping, names: Names) -> dict[str, Expression]:
    """`where`, `order`, and the `where` of single columns."""
    wanted = {"where": mapping.where, "order": mapping.order}
    wanted |= {f"columns.{key}.where": column.where for key, column in (mapping.columns or {}).items()}
    return {key: names.needed(key, expression) for key, expression in wanted.items() if expression}


def _complete(mapping: Mapping, found: set[str], headers: Sequence[str]) -> None:
    info = SUBJECTS[mapping.subject].info
    needed = dict.fromkeys([*info["key"], *([info["time"]] if info["time"] else [])])
    lacking = [column for column in needed if column not in found]
    if lacking:
        raise ColumnsMissing(
            subject=mapping.subject,
            mapping=mapping.name,
            columns=", ".join(lacking),
            headers=", ".join(headers[:40]),
        )


def _picks(mapping: Mapping) -> None:
    for key, column in (mapping.columns or {}).items():
        if not mapping.per and (column.pick != "first" or column.where):
            raise bad(mapping.name, "mapping.needs_per", name=f"columns.{key}")
