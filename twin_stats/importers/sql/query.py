"""One SELECT for one file: our columns, and for each row its key's hash, its notes and its rejection.

Layers, each a sub-select over the last: their text; `let`; the values (errors caught row by row); one row
per key where a mapping says so; our types; the leaf of each wall clock; instants; checks; the verdict.
Inner names begin with `§`, which no header may.
"""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from duckdb import DuckDBPyConnection
from duckdb import Error as DuckDBError

from twin_stats.importers.mapping.words import bad
from twin_stats.importers.sql import checks, types, zones
from twin_stats.importers.sql.engine import name, ours, text
from twin_stats.importers.sql.names import Expression
from twin_stats.importers.sql.picking import grouped
from twin_stats.importers.sql.resolve import Resolved
from twin_stats.importers.sql.types import kind_of
from twin_stats.source.tables import SUBJECTS
from twin_stats.source.vocabulary import KNOWN


@dataclass(frozen=True)
class Query:
    """Builds the SELECT; `zone` is that of naive times, `currency` that of fees without one."""

    connection: DuckDBPyConnection
    resolved: Resolved
    zone: ZoneInfo
    currency: str

    @property
    def subject(self) -> str:
        """The subject whose rows come out."""
        return self.resolved.mapping.subject

    @property
    def kinds(self) -> dict[str, str]:
        """Our columns that come out, in the table's order, and the kind of each."""
        given = {*self.resolved.columns, *self.resolved.mapping.constants}
        columns = {c.name: kind_of(c) for c in SUBJECTS[self.subject].columns}
        if "money" in {columns[column] for column in given}:
            given.add("currency")
        return {column: kind for column, kind in columns.items() if column in given}

    def sql(self, relation: str, columns: dict[str, str]) -> str:
        """The whole SELECT over a relation of their text columns; `columns` come out, with their kinds."""
        values = self.values(self.rows(relation))
        sorts = self._sorts(values)
        return self._verdicts(self._instants(self._leaves(self._typed(values, sorts))), columns)

    def rows(self, relation: str) -> str:
        """Their rows with the names of `let` added."""
        sql = f"SELECT * FROM {relation}"
        if self.resolved.per:
            sql = f'SELECT *, row_number() OVER () - 1 AS "§row" FROM ({sql})'
        for key, expression in self.resolved.let.items():
            self._check(sql, f"let.{key}", expression)
            caught = f"SELECT *, {_caught(expression)} AS {name(f'§let.{key}')} FROM ({sql})"
            sql = f"SELECT *, {name(f'§let.{key}')}.v AS {name(key)} FROM ({caught})"
        return sql

    def values(self, rows: str) -> str:
        """The value of each of our columns as the mapping's expression gives it, and whether it failed."""
        for key, expression in self.resolved.columns.items():
            self._check(rows, f"columns.{key}", expression)
        for key, expression in self.resolved.others.items():
            self._check(rows, key, expression)
        caught = f"SELECT *, {', '.join(self._values())} FROM ({rows})"
        return grouped(self.resolved, caught) if self.resolved.per else self._opened(caught)

    def _values(self) -> list[str]:
        found = [f"{_caught(expr)} AS {name(f'§e.{key}')}" for key, expr in self.resolved.columns.items()]
        where = self.resolved.others.get("where")
        kept = f"coalesce(TRY(CAST(({where.sql}\n) AS BOOLEAN)), false)" if where else "true"
        return [*found, f'{kept} AS "§kept"']

    def _opened(self, caught: str) -> str:
        parts = ['"§kept"']
        for key in self.resolved.let:
            parts.append(f"{name(f'§let.{key}')} IS NULL AS {name(f'§g.{key}')}")
        for key, expression in self.resolved.columns.items():
            box, plain = name(f"§e.{key}"), expression.is_plain
            parts.append(f"{expression.sql if plain else box + '.v'} AS {name(f'§v.{key}')}")
            parts.append(f"{'false' if plain else box + ' IS NULL'} AS {name(f'§f.{key}')}")
        raw = ", ".join(name(header) for header in self.resolved.headers)
        return f"SELECT {raw}, {', '.join(parts)} FROM ({caught})"

    def _sorts(self, values: str) -> dict[str, str]:
        rows = self.connection.execute(f"DESCRIBE {values}").fetchall()
        found = {row[0]: row[1] for row in rows}
        plain = [key for key, column in self.resolved.columns.items() if column.is_plain]
        return found | {f"§v.{key}": types.PLAIN for key in plain if not self.resolved.per}

    def _typed(self, values: str, sorts: dict[str, str]) -> str:
        mapping = self.resolved.mapping
        parts = []
        for column, kind in self.kinds.items():
            value, sort = name(f"§v.{column}"), sorts.get(f"§v.{column}", "VARCHAR")
            if column in mapping.constants:
                value = text(mapping.constants[column])
            elif column not in self.resolved.columns:
                value = "NULL::VARCHAR"
            if mapping.values.get(column):
                value, sort = types.translated(value, dict(mapping.values[column])), "VARCHAR"
            if (self.subject, column) in KNOWN:
                value, sort = types.in_one_form(value, KNOWN[self.subject, column]), "VARCHAR"
            parts += self._column(column, kind, value, sort)
        return f"SELECT *, {', '.join(parts)} FROM ({values})"

    def _column(self, column: str, kind: str, value: str, sort: str) -> list[str]:
        if kind != "time":
            return [f"{types.typed(kind, value, sort)} AS {ours(column)}"]
        sort = "VARCHAR" if sort == types.PLAIN else sort
        if sort != "VARCHAR" and sort not in (*types.CLOCKS, types.INSTANT):
            raise bad(self.resolved.mapping.name, "mapping.no_time", name=column, sort=sort)
        short = name(f"§s.{column}")
        return [
            f"{types.is_short(value, sort)} AS {short}",
            f"{types.wall(value, sort, short)} AS {name(f'§w.{column}')}",
            f"{types.moment(value, sort, short)} AS {name(f'§z.{column}')}",
        ]

    @property
    def _times(self) -> list[str]:
        return [column for column, kind in self.kinds.items() if kind == "time"]

    def _leaves(self, typed: str) -> str:
        parts = [
            f"{zones.leaf_of(self.zone, name(f'§w.{column}'))} AS {name(f'§k.{column}')}"
            for column in self._times
        ]
        return f"SELECT *, {', '.join(parts)} FROM ({typed})" if parts else typed

    def _instants(self, leaves: str) -> str:
        parts = []
        for column in self._times:
            wall, leaf = name(f"§w.{column}"), name(f"§k.{column}")
            read = f"WHEN {types.near(wall)} THEN {zones.instant(wall, leaf)}"
            given = name(f"§z.{column}")
            parts.append(f"CASE {read} WHEN {types.near(given)} THEN {given} END AS {name(f'§i.{column}')}")
        sql = f"SELECT *, {', '.join(parts)} FROM ({leaves})" if parts else leaves
        ended = [checks.ended(self.subject, column, self.kinds) for column in self._times]
        return f"SELECT *, {', '.join(ended)} FROM ({sql})" if ended else sql

    def _verdicts(self, instants: str, columns: dict[str, str]) -> str:
        oks = checks.oks(self.resolved, self.kinds)
        checked = (
            f"SELECT *, {', '.join(f'{sql} AS {alias}' for alias, sql in oks.items())} FROM ({instants})"
        )
        bad_row = f'"§kept" AND NOT ({" AND ".join(oks)})'
        rejected = f"CASE WHEN {bad_row} THEN {checks.rejection(self.resolved, self.kinds)} END"
        out = [self._out(column, kind) for column, kind in columns.items()]
        key = ", ".join(ours(column) for column in SUBJECTS[self.subject].info["key"])
        notes = [
            f'hash({key}) AS "§key"',
            f'{checks.count(self._times, zones.is_missing)} AS "§missing"',
            f'{checks.count(self._times, zones.is_doubled)} AS "§doubled"',
            '"§kept"',
            f'{rejected} AS "§rejected"',
            *(['"§row"'] if self.resolved.per else []),
        ]
        return f"SELECT {', '.join([*out, *notes])} FROM ({checked})"

    def _out(self, column: str, kind: str) -> str:
        if column not in self.kinds:
            return f"CAST(NULL AS {types.SQL[kind]}) AS {name(column)}"
        if column != "currency":
            return f"{ours(column)} AS {name(column)}"
        it = ours(column)
        priced = [f"{ours(c)} IS NOT NULL" for c, kind in self.kinds.items() if kind == "money"]
        given = f"WHEN {' OR '.join(priced)} THEN {text(self.currency)}" if priced else ""
        return f'CASE WHEN {it} IS NOT NULL THEN {it} {given} END AS "currency"'

    def _check(self, rows: str, key: str, expression: Expression) -> None:
        """Bind one expression by itself, so that an error names it."""
        try:
            self.connection.execute(f"DESCRIBE SELECT {_caught(expression)} FROM ({rows})")
        except DuckDBError as error:
            said = str(error).partition("\n")[0]
            facts = {"name": key, "expression": expression.sql, "problem": said}
            raise bad(self.resolved.mapping.name, "mapping.syntax", **facts) from error


def _caught(expression: Expression) -> str:
    """The value in a box; no box at all where computing it failed."""
    box = f"{{'v': ({expression.sql}\n)}}"
    return box if expression.is_plain else f"TRY({box})"
