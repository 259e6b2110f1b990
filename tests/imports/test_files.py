"""Files are read by what they hold, whatever they are called; a bad one gets one clear sentence."""

import gzip
import re
from datetime import datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from tests.imports.trial import Trial, rejected
from twin_stats.errors import (
    ColumnsMissing,
    FileEmpty,
    FileEncoding,
    FileForeign,
    FileMissing,
    FileProblem,
    FileTruncated,
    FileUnreadable,
    UnknownHeader,
)

CSV = "id,started_at,status\na,2026-01-05 10:00:00,ANSWERED\nb,2026-01-05 11:00:00,BUSY\n"
TWO = [("a", "2026-01-05 09:00:00", "ANSWERED"), ("b", "2026-01-05 10:00:00", "BUSY")]


def rows(trial: Trial) -> list[tuple[object, ...]]:
    return trial.rows("calls", "id", "started_at", "status")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("calls.csv", CSV.encode()),
        ("calls.txt", CSV.replace(",", "\t").encode()),
        ("calls.xls", CSV.replace(",", ";").encode()),
        ("pipes", CSV.replace(",", "|").encode()),
        ("calls.csv.gz", gzip.compress(CSV.encode(), mtime=0)),
        ("no_suffix", gzip.compress(CSV.replace(",", "\t").encode(), mtime=0)),
        ("windows.csv", CSV.replace("\n", "\r\n").encode()),
        ("old_mac.csv", CSV.replace("\n", "\r").encode()),
        ("bom.csv", b"\xef\xbb\xbf" + CSV.encode()),
        ("utf16.csv", CSV.encode("utf-16")),
        ("utf16be.csv", b"\xfe\xff" + CSV.encode("utf-16-be")),
        ("no_last_newline.csv", CSV.rstrip().encode()),
        ("blank_lines.csv", ("\n\n" + CSV + "\n\n").encode()),
        ("sep.csv", ("sep=;\n" + CSV.replace(",", ";")).encode()),
        ("quoted.csv", re.sub(r"([^,\n]+)", r'"\1"', CSV).encode()),
        ("headers.csv", CSV.replace("id,started_at", ' ID ,"Started_At"').encode()),
    ],
)  # fmt: skip
def test_a_text_is_read_whatever_it_is_called_and_packed_in(trial: Trial, name: str, content: bytes) -> None:
    report = trial.load(trial.file(name, content))
    assert (report.accepted, report.rejected) == (2, 0)
    assert rows(trial) == TWO


def test_a_spreadsheet_is_read_with_its_dates_numbers_and_sheet_rows(trial: Trial) -> None:
    path = trial.home.parent / "calls.csv"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("empty")
        sheet, date = book.add_worksheet("calls"), book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        sheet.write_row(2, 1, ["id", "started_at", "talk_seconds", "transferred"])
        sheet.write_number(3, 1, 4711)
        sheet.write_datetime(3, 2, datetime(2026, 1, 5, 10), date)
        sheet.write_row(3, 3, [12.5, True])
        sheet.write_row(5, 1, ["b", "2026-01-05 11:00", -3])
    report = trial.load(path)
    assert [(r["line"], r["column"]) for r in rejected(report)] == [("6", "talk_seconds")]
    found = trial.rows("calls", "id", "started_at", "talk_seconds", "transferred")
    assert found == [("4711", "2026-01-05 09:00:00", 12.5, True)]


def test_a_parquet_file_is_read_by_its_types_and_rejects_name_its_row(trial: Trial) -> None:
    at = pa.array([datetime(2026, 1, 5, 10)] * 3, pa.timestamp("us", tz="Asia/Tokyo"))
    table = pa.table({"id": [1, 2, 3], "started_at": at, "talk_seconds": [1.5, -1.0, None]})
    path = trial.home.parent / "calls.txt"
    pq.write_table(table, path)
    report = trial.load(path)
    assert [(r["line"], r["value"]) for r in rejected(report)] == [("2", "-1.0")]
    assert trial.rows("calls", "id", "started_at") == [
        ("1", "2026-01-05 10:00:00"),
        ("3", "2026-01-05 10:00:00"),
    ]


def cut(content: bytes) -> bytes:
    return content[: len(content) // 2]


def parquet() -> bytes:
    out = pa.BufferOutputStream()
    pq.write_table(pa.table({"id": ["a"] * 1000}), out)
    return out.getvalue().to_pybytes()


MANY = ("id,started_at\n" + "".join(f"{n},2026-01-05 10:00:{n % 60:02}\n" for n in range(5000))).encode()


@pytest.mark.parametrize(
    ("content", "error", "said"),
    [
        (b"", FileEmpty, "is empty"),
        (gzip.compress(b"", mtime=0), FileEmpty, "is empty"),
        (cut(gzip.compress(MANY, mtime=0)), FileTruncated, "is truncated"),
        (cut(parquet()), FileTruncated, "is truncated"),
        (b"PAR1 but not really PAR1", FileUnreadable, "cannot be read"),
        (b"PK\x03\x04 a zip that is no workbook", FileUnreadable, "cannot be read"),
        (b"\xd0\xcf\x11\xe0 an old office file", FileUnreadable, "cannot be read"),
        (b"\x28\xb5\x2f\xfd zstd", FileForeign, "is zstd: give a CSV"),
        (b"%PDF-1.7", FileForeign, "is PDF"),
        (
            CSV.replace("BUSY", "Занято в очереди").encode("cp1251"),
            FileEncoding,
            "line 3 looks like windows-1251",
        ),
        (CSV.replace("BUSY", "занято в очереди").encode("koi8-r"), FileEncoding, "line 3 looks like KOI8-R"),
        (CSV.replace("BUSY", "Gespräch").encode("cp1252"), FileEncoding, "line 3 looks like windows-1252"),
        (CSV.encode("utf-16-le"), FileEncoding, "line 1 looks like UTF-16-LE"),
        (bytes(range(256)) * 9, FileProblem, "cannot be read|is not UTF-8"),
        (b"id,status\na,b\n", ColumnsMissing, "Nothing gives the started_at that calls need"),
        (b'{"no": 1, "day": "2026-01-05"}\n', ColumnsMissing, "Nothing gives the id, started_at"),
        (b'[{"id": 1, "started_at": "2026-01-05"},', FileTruncated, "is truncated"),
        (b'[{"id": 1},\n{"id": 2]', FileUnreadable, "line 2: "),
        (b'{"items": [], "count": 0}', FileEmpty, "is empty"),
        (b"id,startd_at\na,b\n", UnknownHeader, "Did you mean “started_at”"),
    ],
)
def test_a_bad_file_gets_one_clear_sentence_and_nothing_changes(
    trial: Trial, content: bytes, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said) as raised:
        trial.load(trial.file("calls.csv", content))
    assert "\n" not in str(raised.value)
    assert trial.stores().generation() == 0 and not list((trial.home / "imports").glob("*"))


def test_a_file_that_is_missing_or_a_folder_is_said_to_be(trial: Trial, tmp_path: Path) -> None:
    with pytest.raises(FileMissing, match="There is no file"):
        trial.load(tmp_path / "nowhere.csv")
    with pytest.raises(FileUnreadable, match="it is a folder"):
        trial.load(tmp_path)


def test_a_header_without_rows_is_fine_and_changes_nothing(trial: Trial) -> None:
    report = trial.load(trial.file("calls.csv", "id,started_at\n"))
    assert (report.accepted, report.rejected, report.generation) == (0, 0, 0)


def test_an_encoding_that_a_mapping_names_is_read(trial: Trial) -> None:
    toml = '[columns]\nid="id"\nstarted_at="started_at"\nstatus="status"\n[file]\nencoding="windows-1251"\n'
    file = trial.file("calls.csv", CSV.replace("BUSY", "Занято").encode("cp1251"))
    trial.load(file, mapping=str(trial.file("m.toml", f'subject="calls"\nzone="Europe/Berlin"\n{toml}')))
    assert trial.rows("calls", "status") == [("ANSWERED",), ("Занято",)]


def test_columns_that_are_not_ours_are_left_out_and_said(trial: Trial) -> None:
    report = trial.load(trial.file("calls.csv", "id,started_at,colour of hair\na,2026-01-05,red\n"))
    assert report.accepted == 1 and report.flat()["ignored_columns"] == "colour of hair"


def test_quotes_across_the_ends_of_blocks_keep_their_lines(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin_stats.importers.reading.bytes_in.BLOCK", 64)
    content = "id,started_at,status\n" + "".join(
        f'{n},2026-01-05 10:00,"line {n}\nmore, of ""{n}"""\n' if n % 3 else f"{n},never,\n"
        for n in range(60)
    )
    report = trial.load(trial.file("calls.csv", content))
    assert (report.accepted, report.rejected) == (40, 20)
    lines = content.split("\n")
    assert [lines[int(r["line"]) - 1] for r in rejected(report)] == [f"{n},never," for n in range(0, 60, 3)]
    assert ("1", 'line 1\nmore, of "1"') in trial.rows("calls", "id", "status")


def test_lines_without_end_are_no_table_and_cost_no_memory(
    trial: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("twin_stats.importers.reading.text_file.ENDLESS", 1 << 20)
    monkeypatch.setattr("twin_stats.importers.reading.bytes_in.BLOCK", 1 << 16)
    with pytest.raises(FileUnreadable, match="a line of more than 1 MB"):
        trial.load(trial.file("calls.csv", "id,started_at\n" + "x" * (2 << 20)))


def test_a_line_of_more_than_a_megabyte_is_a_reject(trial: Trial) -> None:
    long = f"a,2026-01-05,{'x' * (1 << 20)}\n"
    report = trial.load(trial.file("calls.csv", f"id,started_at,status\n{long}b,2026-01-05,BUSY\n"))
    assert (report.accepted, [r["line"] for r in rejected(report)]) == (1, ["2"])
