"""What makes a row impossible: no key or time, a value that is none, a negative duration, an early end."""

from collections.abc import Callable, Sequence

from twin_stats.importers.sql import zones
from twin_stats.importers.sql.engine import name, ours, text
from twin_stats.importers.sql.resolve import Resolved
from twin_stats.importers.sql.types import fits
from twin_stats.source.tables import SUBJECTS

# What ends, and what it cannot come before.
ENDS = {
    ("calls", "ended_at"): "started_at",
    ("chats", "closed_at"): "started_at",
    ("operators", "to"): "from",
}
# A session that is closed before it starts is one all the same, closed nobody knows when: it is counted.
KEPT = {("chats", "closed_at")}
LIMITS = {"rating": ("BETWEEN 1 AND 5",)}


def ended(subject: str, column: str, kinds: dict[str, str]) -> str:
    """The instant of a time column; an end in the doubled hour that precedes its start is the second pass."""
    start = ENDS.get((subject, column))
    at = name(f"§i.{column}")
    if not start or start not in kinds:
        return f"{at} AS {ours(column)}"
    wall, leaf = name(f"§w.{column}"), name(f"§k.{column}")
    early = f"{at} < {name(f'§i.{start}')} AND {zones.is_doubled(leaf)}"
    return f"CASE WHEN {early} THEN {zones.second_pass(wall, leaf)} ELSE {at} END AS {ours(column)}"


def oks(resolved: Resolved, kinds: dict[str, str]) -> dict[str, str]:
    """Alias -> SQL of each check; never NULL."""
    found = {name(f"§let.{key}"): f"NOT {name(f'§g.{key}')}" for key in resolved.let}
    for column, kind in kinds.items():
        found[name(f"§ok.{column}")] = _ok(resolved, column, kind)
    for column, start in _ends(resolved, kinds).items():
        early = f"coalesce({ours(column)} >= {ours(start)}, true)"
        found[name(f"§end.{column}")] = early
    return found


def _ends(resolved: Resolved, kinds: dict[str, str]) -> dict[str, str]:
    subject = resolved.mapping.subject
    return {
        end: start
        for (of, end), start in ENDS.items()
        if of == subject and (of, end) not in KEPT and end in kinds and start in kinds
    }


def _needed(resolved: Resolved) -> set[str]:
    info = SUBJECTS[resolved.mapping.subject].info
    return {*info["key"], *([info["time"]] if info["time"] else [])}


def _ok(resolved: Resolved, column: str, kind: str) -> str:
    it = ours(column)
    fit = fits(column, kind, LIMITS.get(column, ()))
    if column not in resolved.columns:
        return fit
    works = f"NOT {name(f'§f.{column}')}"
    if column in _needed(resolved):
        return f"({works} AND {it} IS NOT NULL AND {fit})"
    if kind == "text":
        return works
    return f"({works} AND ({it} IS NOT NULL OR {_unknown(column)}) AND {fit})"


def _unknown(column: str) -> str:
    given = name(f"§v.{column}")
    return f"({given} IS NULL OR trim(CAST({given} AS VARCHAR)) = '')"


def rejection(resolved: Resolved, kinds: dict[str, str]) -> str:
    """A list of {column, value, reason code} of a bad row, with NULLs in it; empty for a blank row."""
    reasons = [f"CASE {case} END" for case in _cases(resolved, kinds)]
    listed = f"[{', '.join(reasons)}]"
    if resolved.per:
        return listed
    blank = " AND ".join(f"{name(header)} IS NULL" for header in resolved.headers)
    return f"CASE WHEN {blank} THEN [] ELSE {listed} END"


def _cases(resolved: Resolved, kinds: dict[str, str]) -> list[str]:
    cases = []
    for key, let in resolved.let.items():
        box = _box(key, _raw(resolved, let.uses), "'computed'")
        cases.append(f"WHEN {name(f'§g.{key}')} THEN {box}")
    for column, kind in kinds.items():
        if column in resolved.columns:
            value = _value(resolved, column)
            cases.append(
                f"WHEN NOT {name(f'§ok.{column}')} THEN {_box(column, value, _why(resolved, column, kind))}"
            )
    for end in _ends(resolved, kinds):
        value = _value(resolved, end) if end in resolved.columns else "''"
        cases.append(f"WHEN NOT {name(f'§end.{end}')} THEN {_box(end, value, text('early'))}")
    return cases


def _why(resolved: Resolved, column: str, kind: str) -> str:
    nothing = "'missing'" if column in _needed(resolved) else text(kind)
    small = f"CASE WHEN {ours(column)} < 0 THEN 'negative' ELSE 'number' END"
    outside = (
        "'rating'" if column in LIMITS else "'time'" if kind in ("time", "text", "flag", "money") else small
    )
    return (
        f"CASE WHEN {name(f'§f.{column}')} THEN 'computed' WHEN {ours(column)} IS NOT NULL"
        f" THEN {outside} WHEN {_unknown(column)} THEN {nothing}"
        f" ELSE {text(kind)} END"
    )


def _box(column: str, value: str, reason: str) -> str:
    return f"{{'c': {text(column)}, 'v': {value}, 'r': {reason}}}"


def _value(resolved: Resolved, column: str) -> str:
    """What stood in the file: the one cell, or all cells that the expression used."""
    expression = resolved.columns[column]
    given = f"CAST({name(f'§v.{column}')} AS VARCHAR)"
    if resolved.per or not expression.uses:
        return f"coalesce({given}, '')"
    return _raw(resolved, expression.uses)


def _raw(resolved: Resolved, uses: Sequence[str]) -> str:
    if resolved.per:
        return "''"
    cells = dict.fromkeys(_cells(resolved, uses))
    if len(cells) == 1:
        return f"coalesce({name(next(iter(cells)))}, '')"
    parts = [f"{text(cell + '=')} || coalesce({name(cell)}, '')" for cell in cells]
    return " || '; ' || ".join(parts) or "''"


def _cells(resolved: Resolved, uses: Sequence[str]) -> list[str]:
    """The file's own columns behind these names."""
    found: list[str] = []
    for use in uses:
        let = resolved.let.get(use)
        found += _cells(resolved, let.uses) if let else [use]
    return found


def count(times: Sequence[str], is_so: Callable[[str], str]) -> str:
    """SQL: in how many of a row's time columns the wall clock is so."""
    if not times:
        return "0"
    leaves = [name(f"§k.{column}") for column in times]
    counted = " + ".join(f"CAST({is_so(leaf)} AS INTEGER)" for leaf in leaves)
    return f"CASE WHEN {zones.note('(' + ' | '.join(leaves) + ')')} = 0 THEN 0 ELSE {counted} END"
