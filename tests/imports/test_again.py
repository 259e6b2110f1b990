"""The same file again, a changed one, several at once, and rows that come twice."""

import pytest

from tests.imports.trial import Trial
from twin_stats.errors import CompanyNeeded, CompanyNotNamed

HEAD = "id,started_at,status\n"
A, B = "a,2026-01-05 10:00:00,BUSY\n", "b,2026-01-05 11:00:00,BUSY\n"


def statuses(trial: Trial) -> list[tuple[object, ...]]:
    return trial.rows("calls", "id", "status")


def test_the_same_file_again_changes_nothing(trial: Trial) -> None:
    file = trial.file("calls.csv", HEAD + A)
    trial.load(file)
    again = trial.load(file)
    assert again.unchanged and (again.accepted, again.unchanged_files, again.generation) == (0, 1, 1)
    copied = trial.load(trial.file("copy.csv", HEAD + A))
    assert copied.unchanged and trial.stores().generation() == 1


def test_a_changed_file_updates_its_rows_and_adds_new_ones(trial: Trial) -> None:
    trial.load(trial.file("calls.csv", HEAD + A + B))
    report = trial.load(trial.file("calls.csv", HEAD + A.replace("BUSY", "ANSWERED") + "c,2026-01-05,\n"))
    assert (report.accepted, report.updated, report.generation) == (2, 1, 2)
    assert statuses(trial) == [("a", "ANSWERED"), ("b", "BUSY"), ("c", None)]


def test_a_file_changed_and_changed_back_is_loaded_each_time(trial: Trial) -> None:
    for status in ("BUSY", "ANSWERED", "BUSY", "ANSWERED"):
        assert trial.load(trial.file("calls.csv", HEAD + A.replace("BUSY", status))).accepted == 1
        assert statuses(trial) == [("a", status)]


def test_another_file_in_between_does_not_make_a_known_file_news(trial: Trial) -> None:
    january, february = trial.file("1.csv", HEAD + A), trial.file("2.csv", HEAD + B)
    trial.load(january)
    trial.load(february)
    assert trial.load(january).unchanged and trial.load(january, february).unchanged_files == 2


def test_several_files_are_one_import_and_the_known_ones_are_left_out(trial: Trial) -> None:
    first = trial.file("1.csv", HEAD + A)
    trial.load(first)
    report = trial.load(
        first, trial.file("2.csv", HEAD + B), trial.file("3.txt", "started_at\tid\n2026-01-05\tc\n")
    )
    assert (report.accepted, report.unchanged_files, report.generation) == (2, 1, 2)
    assert [row[0] for row in statuses(trial)] == ["a", "b", "c"]


def test_several_files_load_nothing_if_one_of_them_is_bad(trial: Trial) -> None:
    with pytest.raises(Exception, match="is empty"):
        trial.load(trial.file("1.csv", HEAD + A), trial.file("2.csv", ""))
    assert trial.stores().generation() == 0


def test_of_two_rows_with_one_key_the_later_one_wins_across_files_too(trial: Trial) -> None:
    first = trial.file("1.csv", HEAD + A + B + A)
    report = trial.load(first, trial.file("2.csv", HEAD + A.replace("BUSY", "ANSWERED")))
    assert (report.accepted, report.duplicates, report.updated) == (2, 2, 0)
    assert statuses(trial) == [("a", "ANSWERED"), ("b", "BUSY")]


def test_the_only_company_is_meant_and_several_must_be_named(trial: Trial) -> None:
    file, other = trial.file("1.csv", HEAD + A), trial.file("2.csv", HEAD + B)
    with pytest.raises(CompanyNotNamed, match="--company"):
        trial.load(file, company=None)
    trial.load(file, company=3)
    assert trial.load(other, company=None).company == 3
    trial.load(file, company=4)
    with pytest.raises(CompanyNeeded, match="3, 4"):
        trial.load(file, company=None)


def test_the_same_key_in_another_company_is_another_row(trial: Trial) -> None:
    file = trial.file("1.csv", HEAD + A)
    trial.load(file, company=3)
    assert trial.load(file, company=4).updated == 0
    assert trial.rows("calls", "company", "id") == [(3, "a"), (4, "a")]


SUBJECTS = {
    "chats": "id,started_at,rating,price,closed_at\nc1,2026-01-05,5,0.25,2026-01-06\nc2,2026-01-05,7,,\n",
    "messages": "id,chat,at,author\nm1,c1,2026-01-05T10:00:00Z,client\nm2,c1,,bot\n",
    "notifications": "id,created_at,parts,valid_minutes\nn1,2026-01-05,2,60\nn2,2026-01-05,1.5,\n",
    "operators": "operator,status,from,to\nAnna,online,2026-01-05,2026-01-05 17:00\nAnna,,2026-01-05,\n",
    "groups": "group,first_limit_s\nsales,60\nhelp,-1\n",
    "members": "operator,group\nAnna,sales\nAnna,\n",
}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_subject_loads_by_its_own_column_names(trial: Trial, subject: str) -> None:
    report = trial.load(trial.file("file.csv", SUBJECTS[subject]), subject=subject)
    assert (report.accepted, report.rejected) == (1, 1)
    assert len(trial.rows(subject)) == 1


def test_money_without_a_currency_is_in_the_company_s(trial: Trial) -> None:
    rows = "a,2026-01-05,1.234567,\nb,2026-01-05,2,USD\nc,2026-01-05,,\n"
    trial.load(trial.file("1.csv", "id,started_at,call_fee,currency\n" + rows), currency="RUB")
    found = [(str(fee), currency) for fee, currency in trial.rows("calls", "call_fee", "currency")]
    assert found == [("1.234567", "RUB"), ("2.000000", "USD"), ("None", None)]
