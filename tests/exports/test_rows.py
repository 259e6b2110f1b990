"""Rows behind a figure as a file: all of them, in order, on the company's clock."""

import errno
import io
from datetime import timedelta
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.exports.reading import facts, sheets
from tests.exports.reading import table as read_back
from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call
from twin_stats.analytics import calls
from twin_stats.analytics.drill import find
from twin_stats.errors import DiskFull, NotWritable
from twin_stats.exports import listing as listings
from twin_stats.exports import rows
from twin_stats.exports.listing import Listing
from twin_stats.source.time import FIRST

NIGHT = ("2026-10-25 00:30", "2026-10-25 01:30", "2026-10-25 02:30")


class Full(io.BufferedWriter):
    """A file on a disk without room."""

    def write(self, _content: Any) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


def of_answered(asked: Asked, language: str = "en") -> Listing:
    behind = find.of_metric(calls.answered, asked.filters(), asked.stores.frame)
    return Listing(behind, asked.filters(), "Answered", language, "Ours")


def test_csv_has_the_catalogue_s_names_and_times_with_their_offset(table: Table, tmp_path: Path) -> None:
    asked = table([call(at, talk_seconds=12.0, bot="=1+1") for at in NIGHT], zone="Europe/Berlin")
    told: list[int] = []
    path = tmp_path / "rows.csv"
    assert rows.write(of_answered(asked), "csv", path, asked.stores.batches, progress=told.append) == 3
    lines = read_back(path.read_bytes())
    assert [line["started_at"] for line in lines] == [
        "2026-10-25T02:30:00+02:00",
        "2026-10-25T02:30:00+01:00",
        "2026-10-25T03:30:00+01:00",
    ]
    assert {(line["status"], line["talk_seconds"], line["bot"], line["group"]) for line in lines} == {
        ("ANSWERED", "12", "'=1+1", "")
    }
    assert next(iter(lines[0])) == "id" and told == [3]


def test_a_workbook_has_words_and_dates_and_says_what_it_is(table: Table, tmp_path: Path) -> None:
    asked = table([call(at, talk_seconds=12.5) for at in NIGHT], zone="Europe/Berlin")
    path = tmp_path / "rows.xlsx"
    assert rows.write(of_answered(asked, "ru"), "xlsx", path, asked.stores.batches) == 3
    titles, first, *_ = list(sheets(path.read_bytes()).values())[1]
    line = dict(zip(titles, first, strict=True))
    assert line["Статус"] == "Отвечен" and line["Разговор, с"] == 12.5
    assert str(line["Начало"]) == "2026-10-25 02:30:00"
    said = facts(path.read_bytes())
    assert said["Строки за значением"] == "Answered" and said["Строк в таблице"] == 3


@pytest.mark.parametrize("form", rows.FORMS)
def test_rows_asked_in_stretches_are_all_there_in_order(
    form: str, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = FIRST.replace(year=2026)
    asked = table([call(f"{at + timedelta(hours=hour // 5)}") for hour in range(43)])
    whole, parts = tmp_path / "whole", tmp_path / "parts"
    rows.write(of_answered(asked), form, whole, asked.stores.batches)
    monkeypatch.setattr(listings, "AT_ONCE", 4)
    told: list[int] = []
    assert rows.write(of_answered(asked), form, parts, asked.stores.batches, progress=told.append) == 43
    assert len(told) > 5 and told == sorted(told)
    if form == "xlsx":
        assert sheets(parts.read_bytes()) == sheets(whole.read_bytes())
    else:
        assert parts.read_bytes() == whole.read_bytes()


@pytest.mark.parametrize("form", rows.FORMS)
def test_nothing_to_list_is_a_file_with_titles_alone(form: str, table: Table, tmp_path: Path) -> None:
    asked = table([call("2026-01-05 10:00", "BUSY")])
    assert rows.write(of_answered(asked), form, tmp_path / "rows", asked.stores.batches) == 0
    assert (tmp_path / "rows").stat().st_size > 50


@pytest.mark.parametrize("form", rows.FORMS)
def test_a_full_disk_is_named_and_leaves_no_half_of_a_file(
    form: str, table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = table([call("2026-01-05 10:00")])

    opened = Path.open

    def full(path: Path, mode: str = "r") -> Any:
        file = opened(path, mode)
        return Full(file.detach()) if path.name == "rows" else file

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(DiskFull):
        rows.write(of_answered(asked), form, tmp_path / "rows", asked.stores.batches)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_named(table: Table, tmp_path: Path) -> None:
    asked = table([call("2026-01-05 10:00")])
    with pytest.raises(NotWritable):
        rows.write(of_answered(asked), "csv", tmp_path / "nowhere" / "rows.csv", asked.stores.batches)


def test_memory_does_not_grow_with_the_number_of_rows(busy: Asked, tmp_path: Path) -> None:
    behind = find.of_metric(calls.calls, busy.filters(), busy.stores.frame)
    made = Listing(behind, busy.filters(), "Calls")
    process, seen = psutil.Process(), []
    rows.write(made, "csv", tmp_path / "first", busy.stores.batches)
    before = process.memory_info().rss
    many = (cells for _ in range(30) for cells in made.batches(busy.stores.batches))
    with (tmp_path / "many").open("wb") as file:
        rows.FORMS["csv"](file, made, rows._told(many, lambda _: seen.append(process.memory_info().rss)))
    assert max(seen) - before < 100_000_000
