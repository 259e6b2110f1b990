"""Reading a mapping's TOML: every key is known, or the nearest one is named."""

import tomllib
from collections.abc import Iterable
from typing import Any

from twin_stats.errors import TwinStatsError
from twin_stats.importers.mapping.model import PICKS, Column, FileShape, Mapping
from twin_stats.importers.mapping.words import bad, near
from twin_stats.source.tables import SUBJECTS, given
from twin_stats.source.time import zone

KEYS = (
    "subject", "zone", "currency", "per", "order", "where",
    "columns", "let", "values", "constants", "report", "file",
)  # fmt: skip
FILE_KEYS = ("delimiter", "header", "encoding", "sheet", "skip", "missing")
TAKEN = (
    "company", "accepted", "updated", "rejected", "duplicates", "skipped", "times_in_missing_hour",
    "times_in_doubled_hour", "unchanged", "unchanged_files", "ignored_columns", "generation", "rejects",
    "messages_of_unknown_sessions", "messages_before_their_session", "sessions_closed_before_start",
)  # fmt: skip
VALUES = ("value", "coalesce", *PICKS)
COLUMN_KEYS = (*VALUES, "where", "optional")


def parse(content: bytes, name: str, digest: str) -> Mapping:
    """The mapping that a TOML text says; raise BadMapping with what is wrong and what was meant."""
    document = _document(content, name)
    _known(name, "key", document, KEYS)
    subject = _one_of(name, "subject", document.get("subject"), tuple(SUBJECTS))
    ours = given(SUBJECTS[subject])
    per = _texts(name, "per", document.get("per", []))
    return Mapping(
        name=name,
        subject=subject,
        digest=digest,
        zone=_zone(name, document.get("zone")),
        currency=_text(name, "currency", document.get("currency")),
        columns=_columns(name, document, ours),
        let={key: _column(name, f"let.{key}", value) for key, value in _table(name, document, "let").items()},
        values=_values(name, document, ours),
        constants=_constants(name, document, ours),
        per=per,
        order=_text(name, "order", document.get("order")),
        where=_text(name, "where", document.get("where")),
        report=_report(name, document),
        file=_file(name, _table(name, document, "file")),
    )


def _document(content: bytes, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise bad(name, "mapping.not_utf8") from error
    except tomllib.TOMLDecodeError as error:
        raise bad(name, "mapping.not_toml", problem=error) from error


def _known(mapping: str, kind: str, given: Iterable[str], allowed: tuple[str, ...]) -> None:
    for key in given:
        if key not in allowed:
            raise bad(mapping, "mapping.unknown", kind=kind, name=key, hint=near(key, allowed))


def _one_of(mapping: str, key: str, value: object, allowed: tuple[str, ...]) -> str:
    if value is None:
        raise bad(mapping, "mapping.lacks", name=key, known=", ".join(allowed))
    if value not in allowed:
        raise bad(mapping, "mapping.unknown", kind=key, name=value, hint=near(str(value), allowed))
    return str(value)


def _text(mapping: str, key: str, value: object) -> str | None:
    if value is None or isinstance(value, str):
        return value or None
    raise bad(mapping, "mapping.not_text", name=key, value=value)


def _texts(mapping: str, key: str, value: object) -> tuple[str, ...]:
    """One text, or a list of them."""
    given = [value] if isinstance(value, str) else value
    if not isinstance(given, list) or not all(isinstance(item, str) and item for item in given):
        raise bad(mapping, "mapping.not_text", name=key, value=value)
    return tuple(given)


def _zone(mapping: str, value: object) -> str | None:
    name = _text(mapping, "zone", value)
    try:
        return str(zone(name)) if name else None
    except TwinStatsError as error:
        raise bad(mapping, "mapping.told", problem=error) from error


def _table(mapping: str, document: dict[str, Any], key: str) -> dict[str, Any]:
    table = document.get(key, {})
    if not isinstance(table, dict):
        raise bad(mapping, "mapping.not_table", name=key)
    return table


def _columns(mapping: str, document: dict[str, Any], ours: tuple[str, ...]) -> dict[str, Column]:
    table = _table(mapping, document, "columns")
    _known(mapping, "mapping.kind.our", table, ours)
    return {key: _column(mapping, f"columns.{key}", value) for key, value in table.items()}


def _column(mapping: str, key: str, value: object) -> Column:
    if not isinstance(value, dict):
        return Column(_expressions(mapping, key, value))
    _known(mapping, key, value, COLUMN_KEYS)
    picks = [name for name in VALUES if name in value]
    if len(picks) != 1:
        raise bad(mapping, "mapping.one_pick", name=key, known=", ".join(VALUES))
    return Column(
        alternatives=_expressions(mapping, key, value[picks[0]]),
        pick=picks[0] if picks[0] in PICKS else "first",
        where=_text(mapping, f"{key}.where", value.get("where")),
        optional=value.get("optional") is True,
        is_merged=picks[0] == "coalesce",
    )


def _expressions(mapping: str, key: str, value: object) -> tuple[str, ...]:
    if isinstance(value, bool | int | float):
        return (str(value),)
    found = _texts(mapping, key, value)
    if not found:
        raise bad(mapping, "mapping.not_text", name=key, value=value)
    return found


def _values(
    mapping: str, document: dict[str, Any], ours: tuple[str, ...]
) -> dict[str, dict[str, str | None]]:
    tables = _table(mapping, document, "values")
    _known(mapping, "mapping.kind.our", tables, ours)
    return {
        column: {str(old): _literal(mapping, f"values.{column}.{old}", new) for old, new in table.items()}
        for column in tables
        for table in [_table(mapping, tables, column)]
    }


def _constants(mapping: str, document: dict[str, Any], ours: tuple[str, ...]) -> dict[str, str]:
    table = _table(mapping, document, "constants")
    _known(mapping, "mapping.kind.our", table, ours)
    return {key: _literal(mapping, f"constants.{key}", value) or "" for key, value in table.items()}


def _literal(mapping: str, key: str, value: object) -> str | None:
    if isinstance(value, dict | list):
        raise bad(mapping, "mapping.not_text", name=key, value=value)
    return str(value).lower() if isinstance(value, bool) else str(value) or None


def _report(mapping: str, document: dict[str, Any]) -> dict[str, str]:
    table = _table(mapping, document, "report")
    for key in table:
        if key in TAKEN:
            raise bad(mapping, "mapping.taken", name=key)
    return {key: _expressions(mapping, f"report.{key}", value)[0] for key, value in table.items()}


def _file(mapping: str, table: dict[str, Any]) -> FileShape:
    _known(mapping, "file", table, FILE_KEYS)
    skip = table.get("skip", 0)
    if not isinstance(skip, int) or skip < 0:
        raise bad(mapping, "mapping.not_whole", name="file.skip", value=skip)
    header = table.get("header")
    missing = table.get("missing", [])
    return FileShape(
        delimiter=_delimiter(mapping, table.get("delimiter")),
        header=None if header is None else _texts(mapping, "file.header", header),
        encoding=_text(mapping, "file.encoding", table.get("encoding")),
        sheet=_text(mapping, "file.sheet", table.get("sheet")),
        skip=skip,
        missing=_texts(mapping, "file.missing", missing),
    )


def _delimiter(mapping: str, value: object) -> str | None:
    found = _text(mapping, "file.delimiter", value)
    if found and (len(found) != 1 or found in '"\r\n' or not found.isascii()):
        raise bad(mapping, "mapping.delimiter", value=found)
    return found
