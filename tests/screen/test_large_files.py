"""Files of very many rows: made on the disk, and sent from there to whoever knows the name."""

import os
import time
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from tests.exports.reading import sheets, table
from tests.screen.screen import opened
from twin_stats.ui.drill import large
from twin_stats.ui.sending import KEPT_SECONDS, address, room, send

pytestmark = pytest.mark.usefixtures("shared")


def sent(token: str, name: str) -> Response:
    return send(Request({"type": "http", "path_params": {"token": token, "name": name}}))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_very_many_rows_are_made_when_asked_for_and_sent(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large, "MANY", 6)
    screen = opened()
    screen.session_state["figure-chosen"] = 0
    screen.button(key="rows-of-figures").click().run()
    assert not [key for key in ("rows-csv", "rows-xlsx") if key in screen.session_state]
    screen.button(key="rows-of-figures").click()
    screen.button(key=f"prepare-{form}").click().run()
    assert not screen.exception and not screen.error
    [link] = [each.proto for each in screen.get("link_button")]
    assert link.label == f"Download rows_calls.{form}"
    place, token, name = link.url.strip("/").split("/")
    answer = sent(token, name)
    assert place == "files" and isinstance(answer, FileResponse)
    assert f'filename="rows_calls.{form}"' in answer.headers["content-disposition"]
    content = Path(answer.path).read_bytes()
    lines = table(content) if form == "csv" else list(sheets(content).values())[1][1:]
    assert len(lines) == 6


def test_what_nobody_made_is_not_sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWIN_STATS_HOME", str(tmp_path))
    (tmp_path / "secret").write_text("secret")
    file = room(tmp_path) / "rows.csv"
    file.write_text("id\n")
    token = file.parent.name
    for asked in ((token, "other.csv"), ("0" * 32, "rows.csv"), (token, "../../secret"), ("..", "secret")):
        assert sent(*asked).status_code == 404, asked
    assert sent(*address(file).split("/")[2:]).status_code == 200


def test_a_file_is_kept_for_an_hour(tmp_path: Path) -> None:
    old, new = room(tmp_path), room(tmp_path)
    before = time.time() - KEPT_SECONDS - 1
    os.utime(old, (before, before))
    room(tmp_path)
    assert not old.exists() and new.exists()
