"""The telephony page on a small store: figures, controls, languages."""

import re

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.testing.v1 import AppTest

from tests.screen.counters import counters
from tests.screen.screen import address, figure, head, opened, read
from twin_stats.source.stores import Stores
from twin_stats.ui.drill import presses

pytestmark = pytest.mark.usefixtures("shared")


def test_it_opens_on_the_last_30_days_in_the_companys_zone() -> None:
    screen = opened()
    assert not screen.exception and not screen.error
    assert "Company 1" in head(screen) and "Mar 2 – 31, 2026" in head(screen)
    assert "Europe/Berlin (UTC+1, UTC+2)" in head(screen)
    assert figure(screen, "Calls") == "6"  # all but those of January and December
    assert figure(screen, "Answered") == "3"
    assert figure(screen, "ASR") == "50.0%"
    assert figure(screen, "ACD") == "2 min"  # (100 + 200 + 60) / 3


def test_a_day_ends_at_the_companys_midnight() -> None:
    screen = opened(from_="2026-03-30", to="2026-03-30")
    assert figure(screen, "Calls") == "4"  # 21:59 UTC is 23:59 of the 30th: summer time began on the 29th
    assert figure(opened(from_="2026-03-31", to="2026-03-31"), "Calls") == "1"


def test_times_narrow_and_the_end_may_be_within_a_day() -> None:
    screen = opened(from_="2026-03-30", from_time="10:30", to="2026-03-30", to_time="11:00")
    assert "Mar 30, 2026, 10:30–11:00" in head(screen)
    assert figure(screen, "Calls") == "0"
    later = opened(from_="2026-03-30", from_time="11:00", to="2026-03-30", to_time="12:00")
    assert figure(later, "Calls") == "1"


def test_a_filter_narrows_counts_and_never_a_rate() -> None:
    screen = opened()
    screen.multiselect(key="status").select("BUSY").run()
    assert address(screen) == {"status": "BUSY"}
    assert figure(screen, "Calls") == "1"
    assert figure(screen, "ASR") == "50.0%"


def test_names_stand_in_the_address_and_words_on_the_screen() -> None:
    screen = opened(locale="ru-RU", status="ANSWERED", direction=["inbound", "outbound"])
    assert screen.multiselect(key="status").value == ["ANSWERED"]
    assert "Отвечен" in screen.multiselect(key="status").options
    assert figure(screen, "Звонки") == "3"


def test_a_value_that_nobody_knows_and_an_unknown_one_can_be_chosen() -> None:
    assert figure(opened(from_="2026-01-01", status="WHATEVER"), "Calls") == "1"
    assert figure(opened(from_="2026-01-01", bot=""), "Calls") == "2"


def test_clear_puts_everything_back_and_keeps_company_and_language() -> None:
    screen = opened(company="1", lang="ru", from_="2026-03-30", from_time="10:00", bot="Anna")
    assert figure(screen, "Звонки") == "2"
    screen.button(key="clear").click().run()
    assert address(screen) == {"company": "1", "lang": "ru"}
    assert figure(screen, "Звонки") == "6"
    assert screen.multiselect(key="bot").value == []


def test_a_preset_writes_its_days_and_the_usual_one_leaves_the_address() -> None:
    screen = opened()
    assert screen.get("pills")[0].value == "30_days"
    screen.get("pills")[0].set_value("last_month").run()
    assert address(screen) == {"from": "2026-02-01", "to": "2026-02-28"}
    assert "Feb 1 – 28, 2026" in head(screen)
    screen.get("pills")[0].set_value("30_days").run()
    assert address(screen) == {}


def test_a_day_that_is_chosen_stands_in_the_address_with_the_other() -> None:
    screen = opened()
    screen.date_input(key="from").set_value(screen.date_input(key="to").value).run()
    assert address(screen) == {"from": "2026-03-31", "to": "2026-03-31"}
    assert screen.get("pills")[0].value == "today"


def test_the_language_is_the_browsers_until_another_is_chosen() -> None:
    screen = opened(locale="ru-RU")
    assert screen.title[0].value == "Графики телефонии"
    assert "2–31 мар. 2026 г." in head(screen)
    screen.get("segmented_control")[0].set_value("en").run()
    assert address(screen) == {"lang": "en"}
    assert screen.title[0].value == "Telephony graphs"
    assert opened(locale="de-DE").title[0].value == "Telephony graphs"


def test_a_company_without_newer_data_opens_on_its_last_30_days() -> None:
    screen = opened(company="2")
    assert "Company 2" in head(screen) and "Asia/Tokyo (UTC+9)" in head(screen)
    assert "Jan 2 – 31, 1999" in head(screen)
    assert figure(screen, "Calls") == "1"


def test_another_company_is_chosen_by_its_number() -> None:
    screen = opened(bot="Anna")
    screen.selectbox(key="company").set_value(2).run()
    assert address(screen) == {"company": "2"}
    assert figure(screen, "Calls") == "1"


def test_a_rate_of_few_is_grey_and_says_how_sure_it_is() -> None:
    asr = next(card for card in counters(opened()) if card.label == "ASR")
    assert asr.figure == "50.0%" and asr.is_shaky
    assert {"Exactly: 50.0000%", "Of 6; 95 % interval: 18.8% to 81.2%"} <= {*asr.about.splitlines()}
    assert not next(card for card in counters(opened()) if card.label == "Calls").is_shaky


def test_money_of_two_currencies_stands_apart() -> None:
    fees = [card.figure for card in counters(opened()) if card.label == "Fees"]
    assert fees == ["€0.10", "$0.20"]


def test_every_chart_of_the_page_is_drawn_with_its_rows_and_a_sentence() -> None:
    screen = opened()
    charts = screen.main.get("vega_lite_chart")
    assert len(charts) == 21
    assert charts[0].proto.alt == "Calls by statuses and by days"
    heads = [element.proto.body for element in screen.get("html") if "data-opens" in element.proto.body]
    assert len(heads) == 21 and heads[0].startswith('<button type="button" class="title" data-opens="')
    below = re.search("<p>(.+)<br>(.+)</p>", read(heads[0]))
    assert below
    line, sentence = below.groups()
    assert line.startswith("6 rows · ")
    assert sentence == (
        "Calls by statuses and by days, Mar 2 – 31, 2026. Highest: 4 on Mar 30, 2026; "
        "lowest: 0 on Mar 2, 2026; last: 1 on Mar 31, 2026; from Mar 2, 2026 to Mar 31, 2026: +1."
    )


def opening(view: str, chart: str = "calls_by_bot") -> AppTest:
    """The page with one of its charts opened, as a table or another view."""
    screen = opened()
    screen.session_state[f"view-{chart}"] = view
    return pressed(screen, chart)


def pressed(screen: AppTest, chart: str, **mark: object) -> AppTest:
    """The page once the title of a chart, or a mark, is pressed, as the browser tells it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(presses, "heard", lambda: {"chart": chart, **mark})
        return screen.run()


def test_a_press_on_a_mark_opens_its_rows_and_nonsense_opens_nothing() -> None:
    rows = pressed(opened(), "calls_by_bot", mark=0)
    assert rows.selectbox(key="rows-of-calls_by_bot").value == 0
    assert any("2 rows = 2 on the chart" in read(each.value) for each in rows.markdown)
    for mark in (99, -7, "0", None, 1.5):
        strange = pressed(opened(), "calls_by_bot", mark=mark)
        assert not strange.exception and not strange.error
        assert not any(" on the chart" in each.value for each in strange.markdown)
    unknown = pressed(opened(), "calls_by_no_one")
    assert not unknown.exception and len(unknown.get("vega_lite_chart")) == 21


def test_a_chart_opens_as_its_table() -> None:
    rows = opening("table").table[0].value
    assert list(rows.columns) == ["Bot", "Count", "Share"]
    assert rows.iloc[0].tolist() == ["Anna", "2", "33\\.3%"]
    assert r"\<b\>\*Ann\*\</b\> \$x\$ \:red\[y\]" in rows["Bot"].tolist()  # as it came, letter by letter


def test_a_chart_opens_large_with_its_sentence() -> None:
    screen = opening("drawing")
    assert len(screen.get("vega_lite_chart")) == 22
    assert "Calls by bot, Mar 2 – 31, 2026. Highest: Anna, 2" in read(screen.markdown[-1].value)


def test_lines_are_laid_over_those_of_the_period_before() -> None:
    screen = opened(from_="2026-03-24", to="2026-03-30")
    screen.session_state["compare-answer_rates_by_day"] = True
    pressed(screen, "answer_rates_by_day")
    spec, shown = compared(screen)
    assert "before" in spec
    answered = shown[shown["series"] == "ASR"].set_index("bucket")
    assert answered["before"].dropna().to_dict() == {"2026-03-27": 1.0}  # the call of March 20
    assert answered["value"].dropna().to_dict() == {"2026-03-30": 0.5}
    assert "Mar 17 – 23, 2026" in read(screen.caption[-2].value)


def compared(screen: AppTest) -> tuple[str, pd.DataFrame]:
    """The spec and the rows of the chart that is opened."""
    drawn = screen.get("vega_lite_chart")[-1].proto
    return drawn.spec, pa.ipc.open_stream(drawn.data.data).read_pandas()


def test_a_chart_opens_as_the_sql_that_gives_it(shared: Stores) -> None:
    said = opening("sql").code[0].value
    with shared.events().connect() as store:
        rows = dict(tuple(row[:2]) for row in store.exec_driver_sql(said))
    assert rows["Anna"] == 2 and sum(rows.values()) == 6


def test_a_chart_opens_as_its_explanation() -> None:
    assert "The 20 bots with the most calls" in read(opening("about").markdown[-1].value)


def test_no_data_says_so_and_offers_to_clear() -> None:
    screen = opened(from_="2020-01-01", to="2020-01-02")
    assert any("No data for these filters" in text.value for text in screen.markdown)
    assert figure(screen, "Calls") == "0" and figure(screen, "ASR") == "–"
    screen.button(key="clear-here").click().run()
    assert address(screen) == {} and figure(screen, "Calls") == "6"


def test_the_change_against_the_period_before_has_a_sign_and_no_percentage_of_nothing() -> None:
    screen = opened(from_="2026-03-24", to="2026-03-30")  # the week before: one call, and it was answered
    changes = {card.label: card.change for card in counters(screen)}
    assert changes["Calls"] == "+300.0%" and changes["Answered"] == "+100.0%"
    assert changes["ASR"] == "-50.0\N{NO-BREAK SPACE}pp"
    assert changes["Busy"] == "+1"
    calls, asr = (next(card for card in counters(screen) if card.label == each) for each in ("Calls", "ASR"))
    assert (calls.mood, asr.mood) == ("up", "down worse")
    about = {read(line) for line in calls.about.splitlines()}
    assert {"Mar 24 – 30, 2026: 4", "Mar 17 – 23, 2026: 1"} <= about


def test_a_period_before_without_a_call_is_no_measure() -> None:
    screen = opened(from_="2026-03-30", to="2026-03-30")
    assert {card.change for card in counters(screen)} == {""}
