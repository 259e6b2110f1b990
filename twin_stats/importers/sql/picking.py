"""Several of their rows make one of ours: which row's value counts."""

from twin_stats.importers.mapping import Column
from twin_stats.importers.sql.engine import name
from twin_stats.importers.sql.resolve import Resolved


def grouped(resolved: Resolved, caught: str) -> str:
    """One row per key, in the order in which the keys first come."""
    order = resolved.others.get("order")
    at = f"{{'o': TRY(({order.sql}\n)), 'r': \"§row\"}}" if order else '"§row"'
    keys = [f"({expression.sql}\n) AS {name(f'§p.{n}')}" for n, expression in enumerate(resolved.per)]
    wheres = [
        f"coalesce(TRY(CAST(({expression.sql}\n) AS BOOLEAN)), false) AS {name(f'§o.{key}')}"
        for key, expression in resolved.others.items()
        if key.startswith("columns.")
    ]
    inner = f'SELECT *, {at} AS "§at", {", ".join([*keys, *wheres])} FROM ({caught}) WHERE "§kept"'
    out = ['min("§row") AS "§row"', 'true AS "§kept"']
    for key in resolved.let:
        out.append(f"bool_or({name(f'§let.{key}')} IS NULL) AS {name(f'§g.{key}')}")
    for key in resolved.columns:
        out += _picked(resolved, key)
    groups = ", ".join(name(f"§p.{n}") for n in range(len(resolved.per)))
    return f"SELECT {', '.join(out)} FROM ({inner}) GROUP BY {groups} ORDER BY 1"


def _picked(resolved: Resolved, key: str) -> list[str]:
    column = (resolved.mapping.columns or {})[key]
    where = f'"§o.columns.{key}.where"' if f"columns.{key}.where" in resolved.others else "true"
    box = name(f"§e.{key}")
    return [
        f"{_aggregate(column, f'{box}.v')} FILTER (WHERE {where}) AS {name(f'§v.{key}')}",
        f"coalesce(bool_or({box} IS NULL) FILTER (WHERE {where}), false) AS {name(f'§f.{key}')}",
    ]


def _aggregate(column: Column, value: str) -> str:
    if column.pick == "sum":
        return f"sum(TRY_CAST({value} AS DOUBLE))"
    if column.pick in ("min", "max", "count"):
        return f"{column.pick}({value})"
    named = {"first": "arg_min_null", "last": "arg_max_null", "any": "arg_min"}
    return f'{named[column.pick]}({value}, "§at")'
