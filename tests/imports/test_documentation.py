"""docs/importing.md: its table of columns is the tables', and its examples work."""

import re
from pathlib import Path

import pytest

from tests.imports.trial import Trial
from twin_stats.importers.sql.types import kind_of
from twin_stats.source.tables import SUBJECTS, given

PAGE = Path(__file__).resolve().parents[2] / "docs" / "importing.md"
TOML = re.compile(r"```toml\n(subject.*?)```", re.DOTALL)


def table() -> str:
    """The columns of all subjects, as the page has them."""
    lines = ["| subject | columns |", "| --- | --- |"]
    for subject, described in SUBJECTS.items():
        key, time = described.info["key"], described.info["time"]
        told = []
        for column in described.columns:
            if column.name in given(described):
                mark = "*" if column.name in key else ""
                name = f"`{column.name}`{mark} ({kind_of(column)})"
                told.append(f"**{name}**" if mark or column.name == time else name)
        lines.append(f"| {subject} | {', '.join(told)} |")
    return "\n".join(lines)


def test_the_page_has_every_column_of_every_subject() -> None:
    written = re.search(r"<!-- columns -->\n(.*?)\n<!-- end of columns -->", PAGE.read_text(), re.DOTALL)
    assert written and written[1] == table()


def test_the_first_example_is_one(trial: Trial) -> None:
    trial.mapped("Call ID,Started\n1,05.01.2026 10:00:00\n", TOML.findall(PAGE.read_text())[0])
    assert trial.rows("calls", "id", "started_at") == [("1", "2026-01-05 09:00:00")]


def test_the_example_of_events_works_on_the_lines_it_shows(trial: Trial) -> None:
    lines = re.findall(r"^    (\d{10}\|.*)$", PAGE.read_text(), re.MULTILINE)
    trial.mapped("\n".join(lines) + "\n", TOML.findall(PAGE.read_text())[2])
    columns = (
        "started_at",
        "answered_at",
        "ended_at",
        "status",
        "wait_seconds",
        "talk_seconds",
        "operator",
        "client",
    )
    assert trial.rows("calls", *columns) == [
        (
            "2026-01-05 10:00:00",
            "2026-01-05 10:00:21",
            "2026-01-05 10:01:30",
            "ANSWERED",
            21.0,
            69.0,
            "SIP/anna",
            "79005550101",
        )
    ]


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    """Empty stores."""
    return Trial(tmp_path / "home")
