"""`catalogue`, `check`, `rebuild`, help, and how the program behaves at the end of a pipe."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.unit.commands.conftest import Run
from twin_stats import __main__, __version__
from twin_stats.analytics import catalogue
from twin_stats.source.tables import SCHEMA_VERSION


def test_the_catalogue_names_every_metric_dimension_and_chart_with_its_definition(run: Run) -> None:
    rows = json.loads(run("catalogue --format json", home="none").out)
    named = {kind: {row["name"] for row in rows if row["kind"] == kind} for kind in ("metric", "chart")}
    assert named == {"metric": set(catalogue.metrics()), "chart": set(catalogue.charts())}
    assert {"day", "currency", "responder"} <= {row["name"] for row in rows if row["kind"] == "dimension"}
    assert all(row["title"] and row["definition"] and "{" not in row["definition"] for row in rows)


def test_the_catalogue_prints_the_limits_that_are_set(run: Run) -> None:
    rows = json.loads(run("catalogue --format json", TWIN_STATS_SERVICE_LEVEL_SECONDS="77").out)
    level = next(row for row in rows if row["name"] == "service_level")
    assert "77 s" in level["definition"]


def test_check_is_one_flat_object_of_versions_rows_and_zones(run: Run) -> None:
    said = run("check --format json")
    facts = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert facts["version"] == __version__
    assert facts["events_version"] == SCHEMA_VERSION
    assert (facts["generation"], facts["rows_calls"], facts["zone_of_company_1"]) == (1, 4, "Europe/Berlin")
    assert facts["as_of"].endswith("Z")


def test_check_of_nothing_is_fine(run: Run, tmp_path: Path) -> None:
    facts = json.loads(run("check --format json", home=tmp_path / "new").out)
    assert (facts["generation"], facts["as_of"], facts["rows_calls"]) == (0, None, 0)


def test_check_hides_passwords_and_says_who_does_not_answer(run: Run) -> None:
    url = "postgresql+psycopg://me:secret@127.0.0.1:9/x?connect_timeout=1"
    said = run("check", TWIN_STATS_EVENTS_URL=url)
    assert said.code == 1 and "events" in said.err and "secret" not in said.err + said.out


def test_a_rebuild_puts_an_equal_generation_in_force(
    run: Run, homes: dict[str, Path], tmp_path: Path
) -> None:
    home = shutil.copytree(homes["two"], tmp_path / "copy")
    words = "query calls talk_time callers --by day status --company 1 --format csv"
    before = run(words, home=home).out
    said = run("rebuild", home=home)
    assert (said.code, said.err) == (0, "") and "generation 3" in said.out
    assert run(words, home=home).out == before
    assert json.loads(run("check --format json", home=home).out)["generation"] == 3


def test_a_damaged_store_says_what_to_do_and_a_rebuild_mends_it(
    run: Run, homes: dict[str, Path], tmp_path: Path
) -> None:
    home = shutil.copytree(homes["one"], tmp_path / "copy")
    (home / "events.000001.duckdb").write_bytes(b"not a database" * 1000)
    said = run("query calls", home=home)
    assert said.code == 1 and "rebuild" in said.err and "Traceback" not in said.err
    assert run("rebuild", home=home).code == 0
    assert json.loads(run("query calls --format json", home=home).out) == {"calls": 4}


@pytest.mark.parametrize("command", ["query", "catalogue", "check", "rebuild", "demo", "import"])
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    said = run(f"{command} --help")
    assert said.code == 0
    assert f"python -m twin_stats {command}" in said.out


def test_a_reader_that_has_had_enough_is_no_error(
    run: Run, monkeypatch: pytest.MonkeyPatch, homes: dict[str, Path], tmp_path: Path
) -> None:
    class Closed:
        """What `head` leaves of a pipe."""

        def __init__(self) -> None:
            self.file = (tmp_path / "out").open("wb")
            self.buffer = self

        def write(self, _data: object) -> int:
            raise BrokenPipeError

        def flush(self) -> None:
            """Nothing was written."""

        def fileno(self) -> int:
            return self.file.fileno()

    monkeypatch.setenv("TWIN_STATS_HOME", str(homes["one"]))
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Closed())
        assert __main__.main(["query", "calls", "--format", "csv"]) == 0
