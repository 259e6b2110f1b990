"""The names that a mapping's expressions may use, and what becomes of a name that the file has not."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches

from twin_stats.errors import BadMapping, UnknownColumn
from twin_stats.importers.mapping import Column
from twin_stats.importers.mapping.words import near
from twin_stats.importers.sql.engine import name
from twin_stats.importers.sql.expressions import Reader


@dataclass(frozen=True)
class Expression:
    """SQL over the file's columns; `uses` are the columns in it; a plain column cannot fail."""

    sql: str
    uses: tuple[str, ...]
    is_plain: bool


@dataclass(frozen=True)
class Names:
    """The names that an expression may use, in whatever case: lower case to the name as it stands."""

    reader: Reader
    known: dict[str, str]
    headers: frozenset[str]

    def expression(self, key: str, column: Column) -> Expression | None:
        """The first alternative that the file can give, or all; None if it is optional and there is none."""
        found: list[Expression] = []
        lacking: list[str] = []
        for alternative in column.alternatives:
            told = self._told(key, alternative, column)
            if isinstance(told, str):
                lacking.append(told)
            elif column.is_merged:
                found.append(told)
            else:
                return told
        if found:
            return _merged(found)
        if column.optional:
            return None
        hint = near(lacking[0], self.known.values())
        raise UnknownColumn(mapping=self.reader.mapping, column=key, name=lacking[0], hint=hint)

    def _told(self, key: str, alternative: str, column: Column) -> Expression | str:
        """What an alternative is for this file, or the name in it that the file has not."""
        if alternative.strip().lower() in self.headers:
            return self._plain(alternative.strip())
        is_one_of_many = len(column.alternatives) > 1 or column.optional
        sql, uses = self._read(key, alternative, is_one_of_many)
        absent = [use for use in uses if use.lower() not in self.known]
        if absent:
            return absent[0]
        return Expression(sql, tuple(self.known[use.lower()] for use in uses), is_plain=False)

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


def _merged(parts: Sequence[Expression]) -> Expression:
    """The first known value of several."""
    if len(parts) == 1:
        return parts[0]
    uses = dict.fromkeys(use for part in parts for use in part.uses)
    values = ", ".join(f"({part.sql}\n)" for part in parts)
    return Expression(f"coalesce({values})", tuple(uses), is_plain=False)
