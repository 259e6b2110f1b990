"""What stands in a cell: never a formula, always readable, numbers still numbers."""

from datetime import datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.exports.reading import facts, sheets
from tests.exports.reading import table as read_back
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call
from twin_stats.analytics import calls
from twin_stats.exports import cells
from twin_stats.exports.columns import Column
from twin_stats.exports.forms import FORMS
from twin_stats.exports.seen import Seen, seen
from twin_stats.exports.workbook import Book, sheet_name

FORMULAS = ("=1+1", "+49 30 1", "-1", "@SUM(A1)", "\tx", "\rx", '=HYPERLINK("http://x","y")', "＝1")


def by_bot(made: Table, bots: tuple[str, ...]) -> Seen:
    asked = made([call("2026-01-05 10:00", bot=bot) for bot in bots])
    return seen(calls.calls_by_bot, asked.filters(), asked.stores.frame)


@pytest.mark.parametrize("name", FORMULAS)
def test_a_name_that_looks_like_a_formula_has_an_apostrophe_before_it_in_csv(table: Table, name: str) -> None:
    written = FORMS["csv"].make(by_bot(table, (name,))).decode()
    assert f"'{name}".replace('"', '""') in written


def test_numbers_stay_numbers_in_csv_also_below_nothing() -> None:
    assert [cells.raw(value) for value in (-1, -0.5, Decimal("-2.50"), 3.0)] == ["-1", "-0.5", "-2.50", "3"]
    excel = cells.for_excel(True, "да", "нет")
    assert [excel(value) for value in (-0.5, Decimal("1234.5"), True, datetime(2026, 1, 31, 14, 30))] == [
        "-0,5",
        "1234,50",
        "да",
        "2026-01-31 14:30:00",
    ]


def test_a_workbook_holds_formulas_and_addresses_as_text(table: Table) -> None:
    content = FORMS["xlsx"].make(by_bot(table, (*FORMULAS, "https://example.org")))
    with ZipFile(BytesIO(content)) as parts:
        xml = "".join(parts.read(name).decode() for name in parts.namelist())
    assert "<f>" not in xml and "<hyperlink" not in xml
    found = {row[0] for row in list(sheets(content).values())[1]}
    assert {"=1+1", "+49 30 1", "@SUM(A1)", "https://example.org"} <= found


def test_letters_that_files_cannot_hold_are_replaced(table: Table) -> None:
    shown = by_bot(table, ("a\x00b\x1bc\ufffe",))
    assert "a\ufffdb\ufffdc\ufffd" in FORMS["csv"].make(shown).decode()
    assert list(sheets(FORMS["xlsx"].make(shown)).values())[1][1][0] == "a\ufffdb\ufffdc\ufffd"


def test_csv_survives_separators_quotes_and_line_breaks_in_names(table: Table) -> None:
    names = ('a,"b";c', "two\nlines", "Бот 🤖")
    found = {line["bot"] for line in read_back(FORMS["csv"].make(by_bot(table, names)))}
    assert found == set(names)


@pytest.mark.parametrize(
    ("name", "taken", "made"),
    [
        ("Calls [a/b]: *?", (), "Calls  a b"),
        ("'quoted'", (), "quoted"),
        ("History", (), "_History"),
        ("x" * 40, (), "x" * 31),
        ("Rows", ("rows",), "Rows (2)"),
        ("x" * 40, ("x" * 31,), "x" * 27 + " (2)"),
        ("***", (), "1"),
    ],
)
def test_names_of_sheets_are_such_as_excel_takes(name: str, taken: tuple[str, ...], made: str) -> None:
    assert sheet_name(name, taken) == made


def test_rows_that_do_not_fit_on_a_sheet_go_on_on_the_next() -> None:
    target = BytesIO()
    book = Book(target, "en", "About", most=4)
    assert book.table("Rows", [Column("n", "Number", "count")], [[[1, 2]], [[3, 4, 5, 6, 7]]]) == 7
    book.close([("Rows", 7)])
    found = sheets(target.getvalue())
    assert list(found) == ["About", "Rows", "Rows (2)", "Rows (3)"]
    assert [row[0] for rows in list(found.values())[1:] for row in rows[1:]] == [1, 2, 3, 4, 5, 6, 7]
    assert all(rows[0] == ["Number"] for rows in list(found.values())[1:])


def test_what_is_chosen_stands_on_the_first_sheet(table: Table) -> None:
    asked = table([call("2026-01-05 10:00", "BUSY", bot="Anna")], zone="Europe/Berlin")
    filters = asked.filters("2026-01-01", "2026-02-01", bot=["Anna", ""], status=["BUSY"])
    said = facts(FORMS["xlsx"].make(seen(calls.calls_by_bot, filters, asked.stores.frame, company="Ours")))
    assert said["Company"] == f"Ours ({asked.company})" and said["Time zone"] == "Europe/Berlin"
    assert said["Bot"] == "Anna, Unknown" and said["Status"] == "Busy"
    assert str(said["Period from"]) == "2026-01-01" and str(said["Period to (not included)"]) == "2026-02-01"


def test_money_stands_apart_for_each_currency(table: Table) -> None:
    fees = [("0.1", "EUR"), ("0.2", "EUR"), ("5", "RUB")]
    asked = table([call("2026-01-05 10:00", call_fee=fee, currency=currency) for fee, currency in fees])
    shown = seen(calls.fees_by_day, asked.filters("2026-01-05", "2026-01-06"), asked.stores.frame)
    said = facts(FORMS["xlsx"].make(shown))
    assert said["Control total of the figures, EUR"] == 0.3
    assert said["Control total of the figures, RUB"] == 5
    lines = [
        (line["currency"], line["metric"], line["value"]) for line in read_back(FORMS["csv"].make(shown))
    ]
    assert ("EUR", "call_fee", "0.30") in lines and ("RUB", "call_fee", "5.00") in lines
