"""Whatever goes wrong is one sentence on the screen, never a traceback."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.screen import figure, opened, read
from tests.unit.source.making import add_company, call, write
from twin_stats import errors, text
from twin_stats.errors import StoreBusy, TwinStatsError
from twin_stats.source.stores import Stores
from twin_stats.ui import data


def test_an_empty_store_says_how_to_fill_it(empty_home: Path) -> None:
    screen = opened()
    assert not screen.exception and not screen.error
    assert screen.subheader[0].value == "Nothing here yet"
    assert [code.value for code in screen.code] == [
        "python -m twin_stats demo",
        "python -m twin_stats import calls FILE --company 1",
    ]
    assert "Здесь пока пусто" in opened(locale="ru").subheader[0].value


def test_a_company_without_an_event_is_a_page_without_data(stores: Stores) -> None:
    add_company(stores, 1)
    screen = opened()
    assert not screen.exception and not screen.error
    assert figure(screen, "Calls") == "0"
    assert any("No data" in text.value for text in screen.markdown)


def test_a_new_import_is_seen_by_the_next_run(filled: Stores) -> None:
    screen = opened()
    write(filled, 1, [call("2026-03-31T08:00:00")])
    assert figure(screen.run(), "Calls") == "7"


def test_one_row_is_a_page(stores: Stores) -> None:
    write(stores, 1, [call("2026-03-31T12:00:00", None)])
    screen = opened()
    assert not screen.exception and not screen.error
    assert figure(screen, "Calls") == "1" and figure(screen, "ASR") == "–"


def test_a_damaged_store_is_told_in_the_users_language(filled: Stores, empty_home: Path) -> None:
    filled.close()
    for file in empty_home.glob("events.*.duckdb"):
        file.write_bytes(b"nothing")
    assert "rebuild" in said(opened())
    assert "не читается" in said(opened(locale="ru"))


def test_a_setting_that_cannot_be_used_is_told(empty_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWIN_STATS_SHORT_CALL_SECONDS", "soon")
    assert "The setting TWIN_STATS_SHORT_CALL_SECONDS is “soon”" in said(opened())


def test_what_nobody_foresaw_has_a_number_that_is_in_the_log_too(
    filled: Stores, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(data, "newest_day", lambda *_: 1 / 0)
    screen = opened()
    number = said(screen).split()[-1]
    logged = capsys.readouterr().err
    assert not screen.exception
    assert f"trouble {number}" in logged and "ZeroDivisionError" in logged
    assert "ZeroDivision" not in said(screen)


def test_a_store_that_fails_under_a_chart_leaves_the_others(
    filled: Stores, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = data.keep

    def failing(name: str, *rest: object) -> object:
        if name.startswith("chart:calls_by_bot:"):
            raise StoreBusy(seconds=9)
        return keep(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(data, "keep", failing)
    screen = opened()
    assert "9 seconds" in said(screen)
    assert len(screen.main.get("vega_lite_chart")) == 20


@pytest.mark.parametrize("language", text.LANGUAGES)
def test_every_error_of_the_tree_has_a_sentence(language: str) -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    leaves = [kind for kind in kinds if issubclass(kind, TwinStatsError) and not kind.__subclasses__()]
    assert [kind.__name__ for kind in leaves if f"error.{kind.__name__}" not in text.TEXTS] == []


def said(screen: AppTest) -> str:
    """The one sentence of a page in trouble."""
    assert not screen.exception and len(screen.error) == 1
    return read(screen.error[0].value)
