"""`query`: formats, dimensions, conditions, periods, companies, errors."""

import io
import json
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from tests.exports.reading import facts, sheets
from tests.unit.commands.conftest import Run
from tests.unit.source.making import new_stores


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_csv_has_dimensions_first_and_raw_numbers_and_nothing_else(run: Run) -> None:
    said = run("query calls asr talk_time --by day status --format csv")
    assert (said.code, said.err) == (0, "")
    assert lines(said.out) == [
        "day,status,calls,asr,talk_time",
        "2026-01-05,ANSWERED,1,1,60",
        "2026-01-06,ANSWERED,1,1,30.5",
        "2026-01-06,BUSY,1,0,0",
        "2026-01-07,NOANSWER,1,0,0",
    ]


def test_dimensions_can_be_given_at_once_or_one_by_one(run: Run) -> None:
    at_once = run("query calls --by day status --format csv")
    assert run("query calls --by day --by status --format csv") == at_once
    assert run("query calls --by day --by day status --format csv") == at_once


def test_json_of_one_thing_is_one_flat_object_and_of_several_a_list(run: Run) -> None:
    assert json.loads(run("query calls asr talk_median acd --format json").out) == {
        "calls": 4,
        "asr": 0.5,
        "talk_median": 45.25,
        "acd": 45.25,
    }
    assert json.loads(run("query calls asa --by bot --format json").out) == [
        {"bot": "A", "calls": 1, "asa": None},
        {"bot": "B", "calls": 2, "asa": None},
        {"bot": None, "calls": 1, "asa": None},
    ]


def test_money_is_a_decimal_text_with_a_row_for_each_currency(run: Run) -> None:
    assert lines(run("query call_fee --format csv").out) == ["currency,call_fee", "EUR,1.50", "RUB,7.00"]
    fees = json.loads(run("query call_fee --format json").out)
    assert fees == [{"currency": "EUR", "call_fee": "1.50"}, {"currency": "RUB", "call_fee": "7.00"}]


def test_a_table_shows_what_is_unknown_as_a_dash(run: Run) -> None:
    said = run("query calls asa talk_median --by bot")
    assert lines(said.out)[0].split() == ["bot", "calls", "asa", "talk_median"]
    assert [line.split() for line in lines(said.out)[1:]] == [
        ["A", "1", "–", "60"],
        ["B", "2", "–", "30.5"],
        ["–", "1", "–", "–"],
    ]


def test_whole_numbers_are_written_alike_whatever_stands_beside_them(run: Run) -> None:
    assert lines(run("query talk_median --by bot --format csv").out)[1:] == ["A,60", "B,30.5", ","]
    assert lines(run("query talk_median --by bot --where bot=A bot= --format csv").out)[1:] == ["A,60", ","]


def test_parquet_can_be_read_back(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Kept:
        """A stdout that holds bytes."""

        buffer = io.BytesIO()

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Kept)
        assert run("query calls call_fee --by day --format parquet").code == 0
    table = pq.read_table(io.BytesIO(Kept.buffer.getvalue()))
    assert table.column_names == ["day", "currency", "calls", "call_fee"]
    assert [str(fee) for fee in table["call_fee"].to_pylist()] == ["0.500000", "1.000000", "7.000000", "None"]


@pytest.mark.parametrize(
    ("conditions", "calls"),
    [
        (["bot=B"], 2),
        (["bot=A", "bot=B"], 3),
        (["bot=A", "status=BUSY"], 0),
        (["bot="], 1),
        (["bot=", "bot=A"], 2),
        (["group=O'Neil; 5 %"], 1),
        (["group=x' OR '1'='1"], 0),
        (["status=ANSWERED", "bot=B"], 1),
    ],
)
def test_conditions_of_one_name_are_alternatives_and_of_several_all_hold(
    run: Run, conditions: list[str], calls: int
) -> None:
    said = run(["query", "calls", "--format", "csv", "--where", *conditions])
    assert lines(said.out) == ["calls", str(calls)]


def test_a_period_is_local_and_half_open(run: Run) -> None:
    def counted(period: str) -> str:
        return lines(run(f"query calls --format csv {period}").out)[1]

    assert counted("--from 2026-01-06 --to 2026-01-07") == "2"
    assert counted("--from 2026-01-06 --to 2026-01-07 --zone UTC") == "1"
    assert counted("--from 2026-01-06T00:30 --to 2026-01-06T11:00") == "1"  # 00:30 is in, 11:00 is not
    assert counted("--from 2026-01-06T00:30:01 --to 2026-01-06T11:00:01") == "1"
    assert counted("--from 2026-01-07") == "1"
    assert counted("--to 2026-01-06") == "1"
    assert counted("--from 2030-01-01") == "0"
    assert counted("--to 1999-01-01") == "0"


def test_another_zone_cuts_other_days(run: Run) -> None:
    assert lines(run("query calls --by day --zone UTC --format csv").out)[1:] == [
        "2026-01-05,2",
        "2026-01-06,1",
        "2026-01-07,1",
    ]


def test_the_only_company_is_meant_and_of_several_one_must_be_named(run: Run) -> None:
    assert run("query calls").code == 0
    asked = run("query calls", home="two")
    assert (asked.code, asked.out) == (2, "")
    assert "--company" in asked.err and "1, 2" in asked.err
    assert json.loads(run("query calls --company 2 --format json", home="two").out) == {"calls": 3}
    assert json.loads(run("query calls --company 1 --format json", home="two").out) == {"calls": 4}


def test_an_unknown_company_is_refused_with_those_that_there_are(run: Run) -> None:
    said = run("query calls --company 9", home="two")
    assert (said.code, said.out) == (1, "")
    assert "9" in said.err and "1, 2" in said.err


def test_without_any_company_the_way_to_one_is_shown(run: Run) -> None:
    said = run("query calls", home="none")
    assert (said.code, said.out) == (1, "")
    assert "twin_stats import" in said.err


def test_a_company_without_calls_has_zero_of_them(run: Run) -> None:
    assert json.loads(run("query calls asr --format json", home="silent").out) == {"calls": 0, "asr": None}
    assert (
        run("query calls peak_calls --by day bot --format csv", home="silent").out
        == "day,bot,calls,peak_calls\n"
    )
    assert run("query fees --format csv", home="silent").out == "currency,fees\n"


@pytest.mark.parametrize(
    ("words", "code", "part"),
    [
        ("query asrr", 2, "Did you mean “asr”"),
        ("query calls --by dey", 2, "Did you mean “day”"),
        ("query calls --where bott=A", 2, "Did you mean “bot”"),
        ("query calls --where hour=9", 2, "filter “hour”"),
        ("query calls --where bot", 2, "NAME=VALUE"),
        ("query calls --zone Mars/Base", 2, "no time zone"),
        ("query calls --zone Berlin", 2, "Europe/Berlin"),
        ("query calls --from yesterday", 2, "not a date"),
        ("query calls --from 0001-01-01", 2, "0001-01-01"),
        ("query calls --to 9999-12-31T23:59", 2, "9999"),
        ("query calls --from 2026-01-02 --to 2026-01-01", 2, "2026-01-02 to 2026-01-01"),
        ("query calls --from 2026-01-01 --to 2026-01-01", 2, "impossible"),
        ("query calls --from 1960-01-01", 2, "1970"),
        ("query calls --company x", 2, "invalid int"),
        ("query calls --format xml", 2, "invalid choice"),
        ("query", 2, "METRIC"),
        ("nonsense", 2, "invalid choice"),
    ],
)
def test_wrong_usage_ends_with_2_and_one_clear_sentence(run: Run, words: str, code: int, part: str) -> None:
    said = run(words)
    assert (said.code, said.out) == (code, "")
    assert part in said.err
    assert "Traceback" not in said.err


def test_the_sql_that_is_printed_gives_the_same_figures_when_it_is_run(
    run: Run, homes: dict[str, Path]
) -> None:
    words = "query calls callers talk_median --by status --where bot=B bot= "
    sql = run(f"{words} --sql").out
    stores = new_stores(homes["one"])
    with stores.events().connect() as connection:
        found = connection.exec_driver_sql(sql.strip().rstrip(";")).mappings().all()
    stores.close()
    expected = pd.read_csv(io.StringIO(run(f"{words} --format csv").out)).to_dict("records")
    names = ("status", "calls", "callers")
    assert [[row[name] for name in names] for row in found] == [
        [row[name] for name in names] for row in expected
    ]


def test_the_sql_holds_hostile_text_as_text(run: Run, homes: dict[str, Path]) -> None:
    sql = run(["query", "calls", "--sql", "--where", "group=O'Neil; 5 %"]).out
    stores = new_stores(homes["one"])
    with stores.events().connect() as connection:
        assert connection.exec_driver_sql(sql.strip().rstrip(";")).scalar() == 1
    stores.close()


def test_limits_from_the_environment_change_the_figures(run: Run) -> None:
    assert run("query short_calls --format csv").out == "short_calls\n0\n"
    assert (
        run("query short_calls --format csv", TWIN_STATS_SHORT_CALL_SECONDS="31").out == "short_calls\n0.5\n"
    )
    said = run("query short_calls", TWIN_STATS_SHORT_CALL_SECONDS="six")
    assert said.code == 2 and "TWIN_STATS_SHORT_CALL_SECONDS" in said.err


def test_a_workbook_has_words_and_real_dates_and_says_what_it_is(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "calls.xlsx"
    said = run(f"query calls asr call_fee --by day status weekday --format xlsx -o {file}")
    assert said.code == 0 and str(file) in said.out
    titles, first, *rest = list(sheets(file.read_bytes()).values())[1]
    assert titles == ["Day", "Status", "Weekday", "Currency", "Calls", "ASR", "Call fees"]
    assert first == [date(2026, 1, 5), "Answered", "Mon", "EUR", 1, 1, 0.5] and len(rest) == 3
    about = facts(file.read_bytes())
    assert about["Company"] == "Company 1 (1)" and about["Lines in the table"] == 4
    assert "calls" in about["Calls"].lower()


def test_any_format_can_be_written_to_a_file(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "calls.csv"
    printed = run("query calls --by day --format csv").out
    assert run(f"query calls --by day --format csv -o {file}").code == 0
    assert file.read_text() == printed
    failed = run(f"query calls --format csv -o {tmp_path / 'nowhere' / 'calls.csv'}")
    assert failed.code != 0 and "nowhere" in failed.err
