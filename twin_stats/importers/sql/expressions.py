"""Reading somebody's SQL expression before it runs: one scalar expression, and the columns it names."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from duckdb import DuckDBPyConnection

from twin_stats.importers.mapping.words import bad

# A sub-query could read tables, a window would need all rows at once, and stars and parameters mean nothing.
FORBIDDEN = {"SUBQUERY", "WINDOW", "STAR", "PARAMETER", "DEFAULT"}


@dataclass(frozen=True)
class Reader:
    """Reads the expressions of one mapping."""

    connection: DuckDBPyConnection
    mapping: str

    def columns(self, key: str, expression: str) -> tuple[str, ...]:
        """The names of the columns that an expression uses; raise BadMapping if it is not just one."""
        found = self._parsed(expression)
        if found["error"]:
            said = found.get("error_message", "")
            raise bad(self.mapping, "mapping.syntax", name=key, expression=expression, problem=said)
        nodes = [statement["node"] for statement in found["statements"]]
        if len(nodes) != 1 or not _is_scalar(nodes[0]):
            raise bad(self.mapping, "mapping.not_scalar", name=key, expression=expression)
        tree = nodes[0]["select_list"][0]
        for node in _walk(tree):
            if node.get("class") in FORBIDDEN:
                raise bad(self.mapping, "mapping.not_scalar", name=key, expression=expression)
        return tuple(dict.fromkeys(_names(tree)))

    def _parsed(self, expression: str) -> dict[str, Any]:
        # The line break ends a comment that the expression may end with.
        sql = f"SELECT ({expression}\n)"
        row = self.connection.execute("SELECT json_serialize_sql($1::VARCHAR)", [sql]).fetchone()
        read: dict[str, Any] = json.loads(row[0]) if row else {"error": True}
        return read


def _is_scalar(node: dict[str, Any]) -> bool:
    return (
        node.get("type") == "SELECT_NODE"
        and len(node["select_list"]) == 1
        and node["from_table"]["type"] == "EMPTY"
        and not (node["where_clause"] or node["group_expressions"] or node["having"] or node["qualify"])
    )


def _walk(tree: Any) -> Iterator[dict[str, Any]]:
    if isinstance(tree, dict):
        yield tree
        for part in tree.values():
            yield from _walk(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _walk(part)


def _names(tree: dict[str, Any]) -> Iterator[str]:
    bound = {
        name
        for node in _walk(tree)
        if node.get("class") == "LAMBDA"
        for part in _walk(node.get("lhs"))
        for name in part.get("column_names", [])[:1]
    }
    for node in _walk(tree):
        if node.get("class") == "COLUMN_REF" and node["column_names"][0] not in bound:
            yield node["column_names"][0]
