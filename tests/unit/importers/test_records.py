"""Splitting text into records: the quick way, the careful way and a plain reader agree."""

import csv
from io import StringIO

from hypothesis import given
from hypothesis import strategies as st

from twin_stats.importers.reading.records import Splitter

CELLS = st.text(alphabet='ab",\n |', max_size=5)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=8)


def written(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


@given(ROWS)
def test_what_a_writer_of_csv_wrote_is_split_as_it_meant(rows: list[list[str]]) -> None:
    found = Splitter(b",", 3).split(written(rows).encode()) if rows else None
    if found:
        assert list(csv.reader(StringIO(found.clean.decode()))) == rows and not found.rejects
        lines = found.lines if found.lines is not None else range(len(rows))
        before = [written(rows[:n]).count("\n") for n in range(len(rows))]
        assert (found.count, [int(line) for line in lines]) == (len(rows), before)


@given(ROWS, st.text(alphabet='ab",', max_size=9), ROWS)
def test_a_line_of_any_kind_spoils_no_other_row(
    before: list[list[str]], line: str, after: list[list[str]]
) -> None:
    plain = [[cell.replace('"', "").replace("\n", "") for cell in row] for row in before + after]
    text = written(plain[: len(before)]) + line + "\n" + written(plain[len(before) :])
    found = Splitter(b",", 3).split(text.encode())
    read = list(csv.reader(StringIO(found.clean.decode())))
    assert [row for row in plain if row not in read] == [] or line.count('"') > 0
    assert found.all_lines == text.count("\n")
    assert all(reject.line == len(before) for reject in found.rejects)


@given(ROWS)
def test_the_careful_way_finds_what_the_quick_way_finds(rows: list[list[str]]) -> None:
    text = (written(rows) + 'x,"y"z,\n').encode()
    found = Splitter(b",", 3).split(text)
    assert [reject.reason for reject in found.rejects] == ["reject.quote"]
    assert list(csv.reader(StringIO(found.clean.decode()))) == rows
