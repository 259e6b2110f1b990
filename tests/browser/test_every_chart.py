"""Every chart and figure of every page in the browser: table, files, SQL, explanation, rows behind."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image

from tests.browser.conftest import DESK, run, served
from tests.browser.screen import Screen, number, plain
from tests.browser.walking import FAX, FIRST, LAST, Files, House
from tests.browser.window import Window
from tests.exports.reading import facts, sheets, table
from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.analytics.chart import Chart
from twin_stats.exports.forms import FORMS
from twin_stats.ui.wording.plain import plain as escaped

PAGES = {"calls": "telephony", "chats": "chats", "operators": "chats", "notifications": "notifications"}
# Charts of the catalogue that stand on no page.
ELSEWHERE = {"chats_by_group", "messages_by_author"}
CHARTS = [chart for name, chart in catalogue.charts().items() if name not in ELSEWHERE]
# How many figures each page has rows behind.
FIGURES = {"analytics": 7, "chats": 30, "notifications": 13, "telephony": 26}
METRICS = {
    (PAGES[metric.fact.subject], text.say(f"metric.{name}")): metric
    for name, metric in catalogue.metrics().items()
} | {
    ("analytics", text.say(f"metric.{name}")): catalogue.metric(name)
    for name in ("sent", "delivered", "delivery_rate", "read_rate", "notification_price", "chats", "calls")
}


def page_of(chart: Chart) -> str:
    return "analytics" if chart.name.endswith("sent_by_day") else PAGES[chart.subject]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A home with a demo company of a few days, and messages over a channel that nobody has heard of."""
    home = tmp_path_factory.mktemp("walk")
    run(home, "demo", "--days", "4", "--scale", "0.2", "--until", f"{LAST}")
    (home / "fax.csv").write_text(FAX)
    run(home, "import", "notifications", f"{home / 'fax.csv'}", "--company", "1001")
    house = House(home)
    yield house
    house.stores.close()


@pytest.fixture(scope="module")
def tab(house: House, browser: Any) -> Iterator[Screen]:
    """One tab for all pages: what lies behind another one is drawn slowly."""
    with served(house.home) as site:
        context = browser.new_context(locale="en-US", viewport=DESK)
        yield Screen.of(context, site)
        context.close()


@pytest.fixture(scope="module")
def page(tab: Screen, request: pytest.FixtureRequest) -> str:
    """A page, opened once for all tests that ask for it."""
    tab.open(f"/{request.param}?from={FIRST}&to={LAST}").page.set_default_timeout(15_000)
    return str(request.param)


@pytest.mark.parametrize("page", FIGURES, indirect=True, scope="module")
def test_every_chart_of_the_page_is_walked(page: str, tab: Screen) -> None:
    assert set(tab.charts()) == {chart.name for chart in CHARTS if page_of(chart) == page}


@pytest.mark.parametrize(
    ("page", "chart"),
    [(page_of(chart), chart) for chart in CHARTS],
    ids=[chart.name for chart in CHARTS],
    indirect=["page"],
    scope="module",
)
def test_table_files_statement_and_rows_are_one(page: str, chart: Chart, tab: Screen, house: House) -> None:
    tab.opener(chart.name).click()
    window = Window(tab)
    try:
        head, *rows = window.table()
        behind = number(window.source().split(" row")[0])
        contents = window.files({form: f"{stem(chart)}.{FORMS[form].ending}" for form in FORMS})
        files = Files.of(chart, contents)
        assert files.differences(head, rows) == []
        totals(files, contents["xlsx"], behind)
        pictures(chart, contents)
        drawn = house.shown(chart, window.sql())
        assert files.values == pytest.approx([none(value) for value in drawn["value"]], nan_ok=True)
        told = escaped(text.say(f"chart.{chart.name}.explain", **vars(house.filters.limits)))
        assert window.explained() == plain(told.replace("\\", ""))
        walk_rows(window, files, behind)
    finally:
        window.close()
    assert tab.complaints == []


def stem(chart: Chart) -> str:
    return f"{chart.name}_{FIRST}_{LAST}"


def none(value: Any) -> float | None:
    return None if pd.isna(value) else float(value)


def totals(files: Files, workbook: bytes, behind: int) -> None:
    """The workbook has the lines of the CSV, and says what they add up to and how many rows are behind."""
    said, (_, *lines) = facts(workbook), list(sheets(workbook).values())[1]
    values = [value for value in files.values if value is not None]
    assert len(lines) == len(files.raw) == said["Lines in the table"]
    assert said["Rows behind the chart"] == behind
    total = sum(value for name, value in said.items() if name.startswith("Control total"))
    assert total == pytest.approx(sum(values))
    if files.chart.counted:
        assert sum(values) == behind


def pictures(chart: Chart, contents: dict[str, bytes]) -> None:
    """Both pictures can be read, are the same size, and hold the chart's name."""
    drawn = ElementTree.fromstring(contents["svg"])
    dots = Image.open(BytesIO(contents["png"]))
    assert dots.width == pytest.approx(2 * float(drawn.attrib["width"]), abs=4)
    assert dots.height == pytest.approx(2 * float(drawn.attrib["height"]), abs=4)
    assert text.say(f"chart.{chart.name}") in plain(" ".join(drawn.itertext()))


def walk_rows(window: Window, files: Files, behind: int) -> None:
    """The rows of the whole chart, and those of one mark: as many as it says, on the screen and in files."""
    window.view("Rows", "[role=combobox]")
    name, is_counted = files.chart.name, bool(files.chart.counted)
    options = window.options()
    if is_counted:
        assert options.pop(0) == "everything"
        assert window.choose(0, f"{name}--1") == f"{behind:,} rows = {behind:,} on the chart"
        window.options()
    place = max(range(min(len(options), len(files.raw))), key=lambda place: files.values[place] or 0)
    *keys, written = options[place].split(" · ")
    named = {key for key in keys if not re.fullmatch(CLOCK, key)}
    assert written == files.written(place) and named <= files.key(place)
    heading = window.choose(place + is_counted, f"{name}-{place}")
    rows = check_rows(window, heading, written, name)
    check_files(window, name, rows)
    if " on the chart" in heading:
        assert rows == files.values[place]
    elif " of " in heading:
        assert rows == int(files.raw[place]["n"])


CLOCK = r"\d\d:\d\d(:\d\d)?"
HEADINGS = (
    r"(?P<rows>\S+) rows? = (?P<figure>.+) on the chart",
    r"(?P<rows>\S+) rows? with (?P<figure>.+) different values?",
    r"\S+ of (?P<rows>\S+) rows? = (?P<figure>.+)",
    r"(?P<rows>\S+) (rows?|intervals?) that make (?P<figure>.+)",
)


def check_rows(window: Window, heading: str, written: str, name: str) -> int:
    """As many rows on the page of them, and in the CSV, as the heading says, which repeats the figure."""
    said = next(filter(None, (re.fullmatch(pattern, heading) for pattern in HEADINGS)))
    rows = number(said["rows"])
    assert said["figure"] == written
    if rows:
        assert window.lines() == min(rows, 25)
        assert len(table(window.files({"csv": f"rows_{name}.csv"})["csv"])) == rows
    return rows


def check_files(window: Window, name: str, rows: int) -> None:
    """As many rows in the other files."""
    contents = window.files({form: f"rows_{name}.{FORMS[form].ending}" for form in ("csv_for_excel", "xlsx")})
    _, *cells = list(sheets(contents["xlsx"]).values())[1]
    assert len(cells) == facts(contents["xlsx"])["Lines in the table"] == rows
    assert len(table(contents["csv_for_excel"])) == rows


@pytest.mark.parametrize("page", FIGURES, indirect=True, scope="module")
def test_rows_behind_every_figure_of_the_page_make_it(page: str, tab: Screen) -> None:
    cards = tab.doors() | tab.strips()["All channels"] if page == "analytics" else tab.figures()
    shown = {label: written for label, written in cards.items() if written != "–"}
    tab.page.get_by_role("button", name="Rows behind figures", exact=True).click()
    window = Window(tab)
    try:
        window.dialog.get_by_role("combobox").wait_for()
        assert len(shown) == FIGURES[page]
        for label, written in shown.items():
            metric = METRICS[page, label]
            place = window.options(label).index(f"{label} · {written}")
            key = f"{metric.name}-EUR" if metric.unit == "money" else metric.name
            check_rows(window, window.choose(place, key), written, metric.name)
    finally:
        window.close()
    assert tab.complaints == []
