"""Mappings: what they can say, and what is said of wrong ones."""

from datetime import datetime

import pytest
import xlsxwriter

from tests.imports.trial import Trial, rejected
from twin_stats.errors import BadMapping, MappingProblem, NoSuchMapping, TwinStatsError, UnknownColumn

TOP = 'subject = "calls"\nzone = "Europe/Berlin"\n'
HEAD = "Call ID;Day;Clock;Secs;Result;Agent\n"
CSV = HEAD + "1;05.01.2026;23:59:50;0:01:30;OK;Anna\n2;06.01.2026;8:00:00;12;NO;-\n"
GOOD = """
[columns]
id = "Call ID"
started_at = "clock(strptime(Day, '%d.%m.%Y'), Clock)"
talk_seconds = "duration(Secs)"
status = "result"
operator = "agent"
[values.status]
OK = "ANSWERED"
[constants]
direction = "inbound"
[file]
missing = ["-"]
"""


def test_columns_values_constants_and_what_is_missing(trial: Trial) -> None:
    trial.mapped(CSV, TOP + GOOD)
    found = trial.rows("calls", "id", "started_at", "talk_seconds", "status", "operator", "direction")
    assert found == [
        ("1", "2026-01-05 22:59:50", 90.0, "ANSWERED", "Anna", "inbound"),
        ("2", "2026-01-06 07:00:00", 12.0, "NO", None, "inbound"),
    ]


def test_an_expression_that_fails_rejects_its_row_with_the_cells_it_used(trial: Trial) -> None:
    report = trial.mapped(CSV + "3;31.02.2026;9:00;1;;\n4;07.01.2026;9:00;long;;\n", TOP + GOOD)
    assert [(r["line"], r["column"], r["value"], r["reason"]) for r in rejected(report)] == [
        ("4", "started_at", "Day=31.02.2026; Clock=9:00", "the mapping's expression fails on it"),
        ("5", "talk_seconds", "long", "the mapping's expression fails on it"),
    ]


EVENTS = """time,call,what,agent
2026-01-05 10:00:00,a,ENTER,
2026-01-05 10:00:20,a,CONNECT,Anna
2026-01-05 10:00:05,b,ENTER,
2026-01-05 10:01:00,a,END,Anna
2026-01-05 10:00:40,b,ABANDON,
noise,,PING,
2026-01-05 10:00:40,c,ABANDON,
"""
PER = """
per = ["call"]
where = "what <> 'PING'"
[columns]
id = "call"
started_at = { min = "time", where = "what = 'ENTER'" }
answered_at = { first = "time", where = "what = 'CONNECT'" }
ended_at = { max = "time" }
status = { last = "what" }
operator = { any = "agent" }
wait_seconds = { value = "0" }
[values.status]
END = "ANSWERED"
ABANDON = "NOANSWER"
[report]
events = "count(*)"
agents = "count(DISTINCT agent)"
broken = "sum(CAST(what AS INTEGER))"
first = "min(try_cast(time AS TIMESTAMP))"
"""


def test_several_of_their_rows_make_one_of_ours(trial: Trial) -> None:
    report = trial.mapped(EVENTS, TOP + PER)
    assert trial.rows("calls", "id", "started_at", "answered_at", "ended_at", "status", "operator") == [
        ("a", "2026-01-05 09:00:00", "2026-01-05 09:00:20", "2026-01-05 09:01:00", "ANSWERED", "Anna"),
        ("b", "2026-01-05 09:00:05", None, "2026-01-05 09:00:40", "NOANSWER", None),
    ]
    assert [(r["line"], r["column"], r["reason"]) for r in rejected(report)] == [
        ("8", "started_at", "missing")
    ]
    assert report.own == {"events": 7, "agents": 1, "broken": None, "first": "2026-01-05T10:00:00"}


def test_order_says_which_row_is_the_first_where_the_file_does_not(trial: Trial) -> None:
    toml = (
        TOP
        + 'per = "id"\norder = "CAST(n AS INTEGER)"\n[columns]\nid = "id"\nstarted_at = { first = "at" }\n'
    )
    trial.mapped("id,n,at\na,10,2026-01-06\na,9,2026-01-05\n", toml)
    assert trial.rows("calls", "started_at") == [("2026-01-04 23:00:00",)]


def test_rows_that_a_mapping_leaves_out_are_counted_and_lines_stay_right(trial: Trial) -> None:
    toml = TOP + "where = \"kind = 'call'\"\n[columns]\nid = 'id'\nstarted_at = 'at'\n"
    report = trial.mapped("id,kind,at\n1,sms,\n2,call,2026-01-05\n3,sms,\n4,call,never\n", toml)
    assert (report.accepted, report.skipped, report.rejected) == (1, 2, 1)
    assert rejected(report)[0]["line"] == "5"


def test_let_names_a_step_and_alternatives_take_what_the_file_has(trial: Trial) -> None:
    toml = (
        TOP
        + """
[let]
day = "substr(stamp, 1, 10)"
noon = "day || ' 12:00:00'"
[columns]
id = ["Call no", "number", "no"]
started_at = "noon"
bot = { value = "Robot", optional = true }
transferred = 'yes'
"""
    )
    trial.mapped("no,stamp,Yes\n7,2026-01-05T10:00,Y\n", toml)
    assert trial.rows("calls", "id", "started_at", "transferred") == [("7", "2026-01-05 11:00:00", True)]


def test_a_file_without_a_header_gets_it_from_the_mapping(trial: Trial) -> None:
    toml = (
        TOP
        + """
[columns]
id = "call"
started_at = "epoch_time(at)"
[file]
header = ["at", "call", "what"]
delimiter = "|"
skip = 1
"""
    )
    report = trial.mapped("# log\n1767607200|a|x\n1767607260000|b|y\nsoon|c|z\n", toml)
    assert trial.rows("calls", "started_at") == [("2026-01-05 10:00:00",), ("2026-01-05 10:01:00",)]
    assert rejected(report)[0]["line"] == "4"


def test_instant_and_plus_keep_a_duration_across_the_missing_hour(trial: Trial) -> None:
    toml = (
        TOP + '[columns]\nid = "id"\nstarted_at = "at"\nended_at = "plus(instant(moment(\\"at\\")), secs)"\n'
    )
    trial.mapped("id,at,secs\na,2026-03-29 01:59:00,120\n", toml)
    assert trial.rows("calls", "started_at", "ended_at") == [("2026-03-29 00:59:00", "2026-03-29 01:01:00")]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("subject = calls", "it is not TOML"),
        ("", "it says no subject. Known: calls, chats"),
        ('subject = "call"', "there is no subject “call”. Did you mean “calls”?"),
        (TOP + "colums = {}", "there is no key “colums”. Did you mean “columns”?"),
        (
            TOP.replace("Berlin", "Berlim"),
            "There is no time zone “Europe/Berlim”. Did you mean “Europe/Berlin”?",
        ),
        (
            TOP + "[columns]\nstart_at = 'Day'",
            "there is no column of ours “start_at”. Did you mean “started_at”?",
        ),
        (TOP + "[columns]\nid = 'Call ID'", "Nothing gives the started_at that calls need"),
        (TOP + "[columns]\nid = 'Cal ID'", "has no column “Cal ID”. Did you mean “Call ID”?"),
        (
            TOP + "[columns]\nid = 'CallID'",
            "columns.id: the file has no column “CallID”. Did you mean “Call ID”?",
        ),
        (TOP + "[columns]\nid = 'Day || Agnt'", "the file has no column “Agnt”. Did you mean “Agent”?"),
        (
            TOP + "[columns]\nid = 'nonsense(Day)'\nstarted_at = 'Day'",
            "columns.id = nonsense\\(Day\\) is not understood",
        ),
        (TOP + "[columns]\nid = 'Day'\nstarted_at = 'CAST(Secs AS INTEGER)'", "started_at must give a time"),
        (TOP + "[columns]\nid = { min = 'Day' }\nstarted_at = 'Day'", "columns.id: first, last, min, max"),
        (TOP + "[columns]\nid = { best = 'Day' }", "there is no columns.id “best”"),
        (TOP + "[columns]\nid = { min = 'Day', max = 'Day' }", "must have exactly one of"),
        (TOP + "[columns]\nid = 5.5\nstarted_at = []", "must be a text"),
        (TOP + "[values]\nstatus = 'x'", "status must be a table"),
        (TOP + "[report]\naccepted = 'count(*)'", "every report has this name already"),
        (TOP + "[file]\ndelimiter = 'ab'", "the delimiter must be one character"),
        (TOP + "[file]\nseparator = 'a'", "there is no file “separator”"),
        (TOP + "[file]\nencoding = 'utf-9'", "looks like utf-9"),
        (
            TOP + "[let]\nday = 'Day'\n[columns]\nid = 'day'\nstarted_at = 'day'",
            "the file has a column of this name",
        ),
    ],
)
def test_a_wrong_mapping_is_told_what_is_wrong_and_what_was_meant(trial: Trial, toml: str, said: str) -> None:
    with pytest.raises(TwinStatsError, match=said.replace("?", r"\?")) as raised:
        trial.mapped(CSV, toml)
    assert raised.value.exit_code == 1 and "\n" not in str(raised.value)
    assert trial.stores().generation() == 0


@pytest.mark.parametrize(
    "expression",
    [
        "(SELECT content FROM read_text('/etc/hostname'))",
        "1) FROM range(3); SELECT (1",
        "1; DROP TABLE x",
        "row_number() OVER ()",
        "*",
        "(SELECT count(*) FROM glob('/*'))::VARCHAR",
        "getenv('HOME')",
    ],
)
def test_an_expression_cannot_read_what_is_not_in_its_row(trial: Trial, expression: str) -> None:
    toml = f"{TOP}[columns]\nstarted_at = 'Day'\nid = '''{expression}'''"
    with pytest.raises((BadMapping, UnknownColumn)):
        trial.mapped(CSV, toml)


def test_an_unknown_mapping_is_told_the_nearest_or_all(trial: Trial) -> None:
    file = trial.file("x.csv", CSV)
    with pytest.raises(NoSuchMapping, match="Did you mean “bank_calls”"):
        trial.load(file, mapping="bank_call")
    with pytest.raises(NoSuchMapping, match="Known: bank_calls, platform_calls"):
        trial.load(file, mapping="/nowhere/x.toml")
    assert issubclass(BadMapping, MappingProblem)


def test_the_platform_s_own_report_is_read(trial: Trial) -> None:
    path = trial.home.parent / "report.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, date = book.add_worksheet(), book.add_format({"num_format": "dd.mm.yyyy hh:mm"})
        heads = [
            "id",
            "Phone",
            "Call date",
            "Call status",
            "Call duration (call, s)",
            "Total call fee",
            "Hang up by",
        ]
        sheet.write_row(0, 0, heads)
        sheet.write_row(1, 0, ["c1", "+49 30 1", "05.01.2026 10:00:00", "ANSWERED", 65, "1,25", "Client"])
        sheet.write_row(2, 0, ["c2", "+49 30 2", None, "No answer", 0, None, None])
        sheet.write_datetime(2, 2, datetime(2026, 1, 5, 11), date)
    report = trial.load(path, mapping="platform_calls", zone="Europe/Berlin", currency="EUR")
    assert (report.accepted, report.rejected) == (2, 0)
    found = trial.rows(
        "calls", "id", "started_at", "ended_at", "status", "talk_seconds", "call_fee", "currency"
    )
    assert [tuple(map(str, row)) for row in found] == [
        ("c1", "2026-01-05 09:00:00", "2026-01-05 09:01:05", "ANSWERED", "65.0", "1.250000", "EUR"),
        ("c2", "2026-01-05 10:00:00", "2026-01-05 10:00:00", "NOANSWER", "0.0", "None", "None"),
    ]


def test_a_shared_step_that_fails_on_one_row_rejects_only_that_row(trial: Trial) -> None:
    toml = (
        TOP
        + """
[columns]
id = "CAST(no AS INTEGER) + 1"
started_at = "TIMESTAMP '2026-01-05' + to_seconds(CAST(no AS INTEGER))"
bot = "CASE WHEN CAST(no AS INTEGER) > 1 THEN 'two' ELSE 'one' END"
"""
    )
    report = trial.mapped("no\n1\nx\n2\n", toml)
    assert (report.accepted, [r["line"] for r in rejected(report)]) == (2, ["3"])
    assert trial.rows("calls", "id", "bot") == [("2", "one"), ("3", "two")]


def test_a_column_may_use_our_columns_before_it(trial: Trial) -> None:
    toml = (
        TOP
        + """
[columns]
id = "no"
started_at = "strptime(day, '%d.%m.%Y')"
talk_seconds = "CAST(secs AS INTEGER)"
ended_at = "started_at + to_seconds(talk_seconds)"
"""
    )
    report = trial.mapped("no,day,secs\n1,05.01.2026,30\n2,never,30\n3,05.01.2026,x\n", toml)
    assert trial.rows("calls", "started_at", "ended_at") == [("2026-01-04 23:00:00", "2026-01-04 23:00:30")]
    assert [(r["line"], r["column"], r["value"]) for r in rejected(report)] == [
        ("3", "started_at", "never"),
        ("4", "talk_seconds", "x"),
    ]


def test_headers_may_hold_any_letters(trial: Trial) -> None:
    toml = (
        TOP + """[columns]\nid = "Call #"\nstarted_at = '''"#when" || ' 10:00' '''\nbot = "a \\"b\\" 'c'"\n"""
    )
    trial.mapped('Call #,#when,"a ""b"" \'c\'"\n1,2026-01-05,x\n', toml)
    assert trial.rows("calls", "id", "started_at", "bot") == [("1", "2026-01-05 09:00:00", "x")]
