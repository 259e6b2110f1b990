"""Rows that cannot be: each is named with its line, and the others are loaded."""

import pytest

from tests.imports.trial import Trial, rejected
from twin_stats.errors import NothingAccepted, RowsRejected

HEAD = "id,started_at,talk_seconds,ended_at,status\n"
GOOD = "a,2026-01-05 10:00:00,5,2026-01-05 10:01:00,ANSWERED\n"


def lines(trial: Trial, content: str, **asked: object) -> list[tuple[str, ...]]:
    """(line, column, value, reason) of each reject of a CSV."""
    report = trial.load(trial.file("calls.csv", content), **asked)
    found = [(r["line"], r["column"], r["value"], r["reason"]) for r in rejected(report)]
    assert len(found) == report.rejected
    return found


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        (",2026-01-05 10:00,1,,X", "id", "", "missing"),
        ("b,,1,,X", "started_at", "", "missing"),
        (
            "b,soon,1,,X",
            "started_at",
            "soon",
            "not a date and time from 1970 to 2199, like 2026-01-31 14:30:00",
        ),
        ("b,1969-12-31 23:59:59Z,1,,", "started_at", "1969-12-31 23:59:59Z", "not a date and time from 1970"),
        ("b,2200-01-01T00:00:00Z,1,,", "started_at", "2200-01-01T00:00:00Z", "not a date and time from 1970"),
        ("b,infinity,1,,", "started_at", "infinity", "not a date and time from 1970"),
        ("b,2026-02-30 10:00:00,1,,", "started_at", "2026-02-30 10:00:00", "not a date and time from 1970"),
        ("b,2026-01-05 10:00,-1,,X", "talk_seconds", "-1", "negative"),
        ("b,2026-01-05 10:00,five,,X", "talk_seconds", "five", "not a number"),
        ("b,2026-01-05 10:00,nan,,X", "talk_seconds", "nan", "not a number"),
        ("b,2026-01-05 10:00,inf,,X", "talk_seconds", "inf", "not a number"),
        ("b,2026-01-05 10:00,1,2026-01-05 09:59,X", "ended_at", "2026-01-05 09:59", "before the start"),
        ("b,2026-01-05 10:00,1,X", "", "b,2026-01-05 10:00,1,X", "4 fields instead of 5"),
        ("b,2026-01-05 10:00,1,,X,Y", "", "b,2026-01-05 10:00,1,,X,Y", "6 fields instead of 5"),
        ('b,"2026-01-05 10:00,1,,X', "", 'b,"2026-01-05 10:00,1,,X', "a quote that is not closed"),
        ('b,"2026-01-05"x,1,,X', "", 'b,"2026-01-05"x,1,,X', "a quote that is not closed"),
        ("b,2026-01-05 10:00,1,,\0", "", "b,2026-01-05 10:00,1,,\0", "a zero byte"),
    ],
)
def test_a_row_that_cannot_be_is_named_and_the_others_are_loaded(
    trial: Trial, row: str, column: str, value: str, reason: str
) -> None:
    last = GOOD.replace("a,", "z,", 1)
    [found] = lines(trial, f"{HEAD}{GOOD}{row}\n{last}")
    assert found[:3] == ("3", column, value) and found[3].startswith(reason)
    assert trial.rows() == [("a",), ("z",)]


def test_lines_are_right_after_blank_lines_and_line_ends_inside_quotes(trial: Trial) -> None:
    content = (
        HEAD  # 1
        + "\n"  # 2
        + '"a\nb",2026-01-05 10:00,1,,"two\n\nmore"\n'  # 3 to 6
        + "x,never,1,,\n"  # 7
        + ",,,,\n"  # 8: a spreadsheet's blank row
        + "only,three,fields\n"  # 9
        + 'y,2026-01-05 10:00,1,,"said ""hi"", left"\n'  # 10
        + 'z,"never",1,,\n'  # 11
    )
    assert [(line, value) for line, _, value, _ in lines(trial, content)] == [
        ("9", "only,three,fields"),
        ("7", "never"),
        ("11", "never"),
    ]
    assert trial.rows("calls", "id", "status") == [("a\nb", "two\n\nmore"), ("y", 'said "hi", left')]


def test_an_unclosed_quote_costs_one_line_and_not_the_rest_of_the_file(trial: Trial) -> None:
    rows = "".join(f"{n},2026-01-05 10:00,1,,X\n" for n in range(100))
    report = trial.load(trial.file("calls.csv", f'{HEAD}a,"b,1,,X\n{rows}c,2026-01-05,1,,"X\n'))
    assert (report.accepted, report.rejected) == (100, 2)
    assert [r["line"] for r in rejected(report)] == ["2", "103"]


def test_all_that_is_wrong_with_a_row_stands_in_its_reason(trial: Trial) -> None:
    [(_, column, value, reason)] = lines(trial, f"{HEAD}{GOOD}b,never,-5,,X\n")
    assert (column, value) == ("started_at", "never")
    assert reason.endswith("; talk_seconds: negative")


def test_a_rejected_value_is_no_formula_in_a_spreadsheet(trial: Trial) -> None:
    found = lines(trial, f"{HEAD}{GOOD}b,=1+1,1,,\nc,@SUM(A1),1,,\nd,-2+3|x,1,,\ne,2026-01-05,-5.5,,\n")
    assert [value for _, _, value, _ in found] == ["'=1+1", "'@SUM(A1)", "'-2+3|x", "-5.5"]


def test_strict_loads_nothing_if_any_row_is_rejected(trial: Trial) -> None:
    with pytest.raises(RowsRejected, match=r"1 rows were rejected, most often for: started_at: missing"):
        trial.load(trial.file("calls.csv", f"{HEAD}{GOOD}b,,1,,\n"), strict=True)
    assert trial.rows() == [] and trial.stores().generation() == 0


def test_a_file_of_which_no_row_can_be_taken_is_an_error_with_the_commonest_reason(trial: Trial) -> None:
    with pytest.raises(
        NothingAccepted, match=r"3 were rejected, most often for: talk_seconds: negative"
    ) as e:
        trial.load(trial.file("calls.csv", f"{HEAD}a,2026-01-05,-1,,\nb,2026-01-05,-1,,\nc,,1,,\n"))
    assert str(e.value.facts["rejects"]) in str(e.value)


def test_unknown_statuses_are_kept_as_they_came_and_unknown_values_stay_unknown(trial: Trial) -> None:
    report = trial.load(trial.file("calls.csv", f"{HEAD}a,2026-01-05, ,,TELEPATHY\nb,2026-01-05,,,\n"))
    assert report.rejected == 0
    assert trial.rows("calls", "talk_seconds", "status") == [(None, "TELEPATHY"), (None, None)]
