"""Going through JSON object by object, so that a long list is never in memory as a whole."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from twin_stats.errors import FileTruncated, FileUnreadable
from twin_stats.importers.reading.source import Task, TextReject

Found = tuple[int, dict[str, str | None]]
LONGEST = 64 << 20
BETWEEN = re.compile(r"[\s,\[\]]*")
# Under these an answer of an API has its list.
LISTS = ("items", "data", "results", "result", "content", "rows", "records", "list")
# Numbers stay the text that they are: an amount of money must not go through a float.
DECODER = json.JSONDecoder(parse_float=str, parse_int=str, parse_constant=str)


def objects(task: Task, blocks: Iterator[str]) -> Iterator[Found]:
    """Each object with the line on which it begins.

    Of an object a line, a broken line is refused; of anything else FileUnreadable or FileTruncated is raised.
    """
    start = "".join(_first_line(blocks))
    told = chain([start], blocks)
    is_lines = _object(start.strip().partition("\n")[0]) is not None
    values = _of_lines(task, told) if is_lines else _of_text(task, told)
    for line, value in values:
        for row in _rows(value):
            yield line, {key: _cell(each) for key, each in row.items()}


def _first_line(blocks: Iterator[str]) -> Iterator[str]:
    """The text up to the end of the first line that says something; of a list no more than its beginning."""
    seen = ""
    for block in blocks:
        yield block
        seen += block
        if seen.lstrip().startswith("[") or "\n" in seen.lstrip() or len(seen) > LONGEST:
            return


def _object(told: str) -> dict[str, Any] | None:
    try:
        value = DECODER.decode(told)
    except json.JSONDecodeError:
        return None
    return value if isinstance(value, dict) else None


def _of_lines(task: Task, blocks: Iterator[str]) -> Iterator[tuple[int, Any]]:
    for line, told in enumerate(_lines(blocks), 1):
        value = _object(told) if told else None
        if value is not None:
            yield line, value
        elif told:
            task.refuse(TextReject(line, told[:200], "reject.json"))


def _lines(blocks: Iterator[str]) -> Iterator[str]:
    held = ""
    for block in blocks:
        *whole, held = (held + block).split("\n")
        yield from map(str.strip, whole)
    yield held.strip()


def _of_text(task: Task, blocks: Iterator[str]) -> Iterator[tuple[int, Any]]:
    """The objects of a list, or one after the other."""
    held, at, line, depth = "", 0, 1, 0
    while True:
        between = BETWEEN.match(held, at)
        assert between
        depth += between[0].count("[") - between[0].count("]")
        line, at = line + between[0].count("\n"), between.end()
        if at < len(held):
            try:
                value, end = DECODER.raw_decode(held, at)
            except json.JSONDecodeError as error:
                held, at = _longer(task, held[at:], blocks, f"line {line}: {error.msg}"), 0
                continue
            if not isinstance(value, dict):
                raise FileUnreadable(file=task.path, reason=f"line {line}: not a list of objects")
            yield line, value
            line, at = line + held.count("\n", at, end), end
        elif (more := next(blocks, None)) is not None:
            held, at = more, 0
        elif depth:
            raise FileTruncated(file=task.path)
        else:
            return


def _longer(task: Task, held: str, blocks: Iterator[str], problem: str) -> str:
    """The text with as much again behind it; raise FileUnreadable if there is no more, or too much."""
    parts, wanted = [held], len(held)
    while wanted >= 0 and (block := next(blocks, None)) is not None:
        parts.append(block)
        wanted -= len(block)
    if len(parts) == 1 or len(held) > LONGEST:
        raise FileUnreadable(file=task.path, reason=problem)
    return "".join(parts)


def _rows(value: dict[str, Any]) -> list[dict[str, Any]]:
    """The object itself, or the list that it is the envelope of."""
    if "id" in value:
        return [value]
    found = next((value[name] for name in LISTS if isinstance(value.get(name), list | dict)), None)
    if found is None:
        return [value]
    if isinstance(found, dict):
        inner = _rows(found)
        return [value] if inner == [found] else inner
    return found if all(isinstance(each, dict) for each in found) else [value]


def _cell(value: Any) -> str | None:
    """A value as a text; a list or an object as its JSON, nothing where it is empty."""
    if value is None or isinstance(value, bool):
        return None if value is None else str(value).lower()
    told: str = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) if value else ""
    if told.isascii() and "\0" not in told:
        return told
    # Half letters and zero bytes, which JSON can say, are no text.
    return told.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
