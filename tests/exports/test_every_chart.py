"""Every chart of the catalogue in every form: what is in the file is what is on the screen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pandas as pd
import pytest

from tests.exports.reading import facts, sheets, table
from tests.unit.analytics.asking import Asked
from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import Chart
from twin_stats.exports.forms import FORMS, file_name
from twin_stats.exports.seen import Seen, seen

CHARTS = list(catalogue.charts().values())
of_each_chart = pytest.mark.parametrize("chart", CHARTS, ids=[chart.name for chart in CHARTS])


Look = Callable[..., Seen]


@pytest.fixture(scope="module")
def look(busy: Asked) -> Look:
    """A chart as it is seen; asked once for all tests of it."""
    filters = replace(busy.filters("2026-01-01", "2026-02-01"), as_of=datetime(2026, 1, 31, 12))
    known: dict[str, Seen] = {}

    def looked(chart: Chart, language: str = "en") -> Seen:
        if chart.name not in known:
            known[chart.name] = seen(chart, filters, busy.stores.frame)
        return replace(known[chart.name], language=language)

    return looked


def numbers(values: list[object]) -> list[float | None]:
    return [None if value in ("", None) else float(str(value).replace(",", ".")) for value in values]


def expected(shown: Seen) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in shown.data["value"]]


@of_each_chart
def test_csv_has_a_line_for_each_mark_with_its_value(chart: Chart, look: Look) -> None:
    shown = look(chart)
    lines = table(FORMS["csv"].make(shown))
    assert numbers([line["value"] for line in lines]) == pytest.approx(expected(shown), nan_ok=True)
    if "bucket" in shown.data:
        assert [line["day"] for line in lines] == list(shown.data["bucket"])


@of_each_chart
def test_csv_for_excel_has_the_words_and_decimal_commas_of_the_language(chart: Chart, look: Look) -> None:
    shown = look(chart, "ru")
    content = FORMS["csv_for_excel"].make(shown)
    lines = table(content, ";")
    assert content.startswith(b"\xef\xbb\xbf")
    values = [line[shown.say(f"tip.{chart.unit}")] for line in lines]
    assert numbers(list(values)) == pytest.approx(expected(shown), nan_ok=True)
    assert not any("." in value for value in values)


@of_each_chart
def test_a_workbook_has_the_values_as_numbers_and_says_what_they_are(chart: Chart, look: Look) -> None:
    shown = look(chart)
    content = FORMS["xlsx"].make(shown)
    titles, *lines = list(sheets(content).values())[1]
    place = titles.index(shown.say(f"tip.{chart.unit}"))
    assert numbers([line[place] for line in lines]) == pytest.approx(expected(shown), nan_ok=True)
    said = facts(content)
    assert said["Chart"] == shown.title and said["Rows behind the chart"] == shown.rows
    assert said["Lines in the table"] == len(lines) and said["Time zone"] == "UTC"
    totals = [value for name, value in said.items() if name.startswith("Control total")]
    assert sum(totals) == pytest.approx(sum(value for value in expected(shown) if value is not None))


# One of each kind: in the browser every chart is downloaded as both pictures.
ONCE = list({(chart.mark.__qualname__, chart.unit): chart for chart in CHARTS}.values())


@pytest.mark.parametrize("chart", ONCE, ids=[chart.name for chart in ONCE])
def test_a_picture_holds_the_title_and_where_it_comes_from(chart: Chart, look: Look) -> None:
    drawn = FORMS["svg"].make(look(chart, "ru")).decode()
    assert "данные на 31" in drawn and "UTC" in drawn
    assert drawn.count("<path") > 5 and "http" not in drawn.replace("http://www.w3.org", "")


def test_files_are_named_after_the_chart_and_its_days(look: Look) -> None:
    names = {form: file_name(look(catalogue.charts()["calls_by_bot"]), form) for form in FORMS}
    assert names["csv"] == "calls_by_bot_2026-01-01_2026-01-31.csv"
    assert len(set(names.values())) == len(FORMS)
