"""JSON: lists, a line for each object, answers of an API; numbers exact, lines right, broken lines told."""

import gzip
import json
from typing import Any

import pytest

from tests.imports.trial import Trial, rejected
from twin_stats.errors import FileUnreadable
from twin_stats.importers.reading import json_text

ROWS: list[dict[str, Any]] = [
    {"id": "a", "started_at": "2026-01-05 10:00:00", "call_fee": 0.1, "transferred": True, "status": ""},
    {"id": 2, "started_at": "2026-01-05T10:00:00Z", "client": {"phone": "+49"}, "task": None},
    {"started_at": "2026-01-06", "id": "c", "bot": "Ёлка", "Group": ["x", 1]},
]
WANTED = [
    ("2", "2026-01-05 10:00:00", None, '{"phone": "+49"}', None, None, None),
    ("a", "2026-01-05 09:00:00", "0.100000", None, None, True, None),
    ("c", "2026-01-05 23:00:00", None, None, "Ёлка", None, '["x", "1"]'),
]
WAYS = {
    "a list": json.dumps(ROWS),
    "a list over many lines": json.dumps(ROWS, indent=2, ensure_ascii=False),
    "an object on each line": "\n".join(json.dumps(row) for row in ROWS),
    "lines with blank ones between": "\n\n" + "\r\n\r\n".join(json.dumps(row) for row in ROWS) + "\n",
    "an answer of an API": json.dumps({"count": 3, "items": ROWS}),
    "an answer within an answer": json.dumps({"data": {"items": ROWS, "next": None}}, indent=1),
    "objects one after the other": "".join(json.dumps(row, indent=1) for row in ROWS),
    "answers, page by page": "\n".join(json.dumps({"items": [row]}) for row in ROWS),
}


def test_however_the_objects_come_their_rows_are_the_same(trial: Trial) -> None:
    texts = [content.encode() for content in WAYS.values()]
    packed = [gzip.compress(texts[0]), WAYS["a list over many lines"].encode("utf-16")]
    for company, raw in enumerate([*texts, *packed], 1):
        report = trial.load(trial.file("calls", raw), company=company)
        assert (report.accepted, report.rejected) == (3, 0)
    columns = ("id", "started_at", "call_fee", "client", "bot", "transferred", "group")
    found = [(*row[:2], row[2] and str(row[2]), *row[3:]) for row in trial.rows("calls", *columns)]
    assert found == WANTED * (len(WAYS) + 2)


def test_rejects_know_the_line_on_which_an_object_begins(trial: Trial) -> None:
    rows = '[{"id": 1, "started_at": "2026-01-05"},\n\n {"id":\n 2},{"id": 3, "started_at": "soon"}\n]'
    report = trial.load(trial.file("list.json", rows))
    assert [(each["line"], each["column"], each["value"]) for each in rejected(report)] == [
        ("3", "started_at", ""),
        ("4", "started_at", "soon"),
    ]


def test_a_broken_line_is_told_and_the_others_are_taken(trial: Trial) -> None:
    lines = '{"id": 1, "started_at": "2026-01-05"}\n{"id": 2, "sta\n7\n{"id": 3, "started_at": "2026-01-05"}'
    report = trial.load(trial.file("lines.json", lines))
    assert [(each["line"], each["value"], each["reason"]) for each in rejected(report)] == [
        ("2", '{"id": 2, "sta', "not a JSON object"),
        ("3", "7", "not a JSON object"),
    ]
    assert trial.rows() == [("1",), ("3",)]


def test_a_list_longer_than_a_block_and_names_that_come_late(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin_stats.importers.reading.bytes_in.BLOCK", 50)
    monkeypatch.setattr("twin_stats.importers.reading.json_file.ROWS", 7)
    rows = [{"id": f"n{n:03}", "started_at": "2026-01-05", "bot": "б" * n} for n in range(100)]
    rows[90]["task"] = "late"
    report = trial.load(trial.file("long.json", json.dumps(rows, ensure_ascii=False)))
    assert report.accepted == 100
    assert [row for row in trial.rows("calls", "id", "task") if row[1]] == [("n090", "late")]
    assert trial.rows("calls", "bot")[99] == ("б" * 99,)


def test_a_list_of_something_else_and_an_endless_object_are_told(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FileUnreadable, match="line 2: not a list of objects"):
        trial.load(trial.file("x.json", '[{"id": 1},\n5]'))
    monkeypatch.setattr(json_text, "LONGEST", 10)
    monkeypatch.setattr("twin_stats.importers.reading.bytes_in.BLOCK", 8)
    with pytest.raises(FileUnreadable, match="line 1"):
        trial.load(trial.file("y.json", '[{"id": "' + "x" * 100 + '"}]'))


def test_a_header_in_brackets_is_no_json(trial: Trial) -> None:
    report = trial.mapped(
        "[id],{day}\n1,2026-01-05\n",
        'subject="calls"\nzone="UTC"\n[columns]\nid="[id]"\nstarted_at="{day}"\n',
    )
    assert report.accepted == 1
