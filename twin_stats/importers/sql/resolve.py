"""A mapping meets a file: which alternative of each column the file can give, and what it cannot."""

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches

from duckdb import DuckDBPyConnection

from twin_stats import text
from twin_stats.errors import BadMapping, ColumnsMissing, UnknownColumn, UnknownHeader
from twin_stats.importers.mapping import Column, Mapping
from twin_stats.importers.mapping.words import bad, near
from twin_stats.importers.sql.engine import name
from twin_stats.importers.sql.expressions import Reader
from twin_stats.source.tables import SUBJECTS, given


@dataclass(frozen=True)
class Expression:
    """SQL over the file's columns; `uses` are the columns in it; a plain column cannot fail."""

    sql: str
    uses: tuple[str, ...]
    is_plain: bool


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


@dataclass(frozen=True)
class _Names:
    """The names that an expression may use, in whatever case: lower case to the name as it stands."""

    reader: Reader
    known: dict[str, str]
    headers: frozenset[str]

    def expression(self, key: str, column: Column) -> Expression | None:
        """The first alternative that the file can give; None if it is optional and there is none."""
        lacking = []
        for alternative in column.alternatives:
            if alternative.strip().lower() in self.headers:
                return self._plain(alternative.strip())
            is_one_of_many = len(column.alternatives) > 1 or column.optional
            sql, uses = self._read(key, alternative, is_one_of_many)
            absent = [use for use in uses if use.lower() not in self.known]
            if not absent:
                return Expression(sql, tuple(self.known[use.lower()] for use in uses), is_plain=False)
            lacking.append(absent[0])
        if column.optional:
            return None
        hint = near(lacking[0], self.known.values())
        raise UnknownColumn(mapping=self.reader.mapping, column=key, name=lacking[0], hint=hint)

    def _read(self, key: str, alternative: str, is_one_of_many: bool) -> tuple[str, tuple[str, ...]]:
        """An expression's SQL and its columns; what is no SQL may be a heading that this file has not."""
        try:
            return alternative, self.reader.columns(key, alternative)
        except BadMapping:
            with suppress(BadMapping):
                quoted = self._quoted(alternative)
                return quoted, self.reader.columns(key, quoted)
            if is_one_of_many or get_close_matches(alternative.lower(), self.known, 1, 0.7):
                return alternative, (alternative,)
            raise

    def _quoted(self, expression: str) -> str:
        """The expression with the file's headers in quotes: `to`, `end` or `at` are words of SQL too."""
        parts = re.split(r"""('(?:[^']|'')*'|"(?:[^"]|"")*"|\w+(?!\w|\s*\())""", expression)
        return "".join(name(part) if part.lower() in self.headers else part for part in parts)

    def needed(self, key: str, expression: str) -> Expression:
        """An expression that has to be there."""
        found = self.expression(key, Column((expression,)))
        assert found
        return found

    def _plain(self, header: str) -> Expression:
        column = self.known[header.lower()]
        return Expression(name(column), (column,), is_plain=True)


def resolve(connection: DuckDBPyConnection, mapping: Mapping, headers: Sequence[str]) -> Resolved:
    """What the mapping means for these headers; raise BadMapping, UnknownColumn or ColumnsMissing."""
    reader = Reader(connection, mapping.name)
    known = {header.lower(): header for header in headers}
    names = _Names(reader, known, frozenset(known))
    if mapping.columns is None:
        return _own(mapping, names, headers)
    let = _let(mapping, names)
    columns = {key: names.expression(f"columns.{key}", column) for key, column in mapping.columns.items()}
    resolved = {key: column for key, column in columns.items() if column}
    _complete(mapping, {*resolved, *mapping.constants}, headers)
    _picks(mapping)
    per = tuple(names.needed("per", expression) for expression in mapping.per)
    return Resolved(mapping, tuple(headers), resolved, let, per, _others(mapping, names))


def _own(mapping: Mapping, names: _Names, headers: Sequence[str]) -> Resolved:
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


def _let(mapping: Mapping, names: _Names) -> dict[str, Expression]:
    """The intermediate names, each of which those after it may use."""
    found = {}
    for key, column in mapping.let.items():
        if key.lower() in names.known:
            raise bad(mapping.name, "mapping.let_twice", name=key)
        expression = names.expression(f"let.{key}", column)
        found[key] = expression or Expression("NULL::VARCHAR", (), is_plain=False)
        names.known[key.lower()] = key
    return found


def _others(mapping: Mapping, names: _Names) -> dict[str, Expression]:
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
