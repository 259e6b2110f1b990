"""The entry page on a small store: all messages and each of five channels, and the way to the other pages."""

from collections.abc import Iterator
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from streamlit.testing.v1 import AppTest

from tests.screen import counters
from tests.screen.conftest import living_in
from tests.screen.screen import opened, read
from tests.unit.source.making import call, new_stores, sending, write
from twin_stats.analytics import catalogue
from twin_stats.analytics.answer import answer
from twin_stats.analytics.filters import Filters
from twin_stats.source.stores import Stores
from twin_stats.ui.period.span import Span
from twin_stats.ui.wording.figures import figure

DAY, EARLIER = "2026-03-30 09:00", "2026-02-10 09:00"  # five weeks before: the previous period of 30 days
EUR, USD = {"price": "0.50", "currency": "EUR"}, {"price": "0.25", "currency": "USD"}
MESSAGES = [
    sending(DAY, "DELIVERED", "SMS", **EUR),
    sending(DAY, "READ", "sms", **EUR),  # SMS has no receipts: delivered
    sending(DAY, "UNDELIVERED", "SMS", sent_at="2026-03-30 09:01", **USD),
    sending(DAY, "READ", "Viber", **EUR),
    sending(DAY, "SENT", "Viber"),
    sending(DAY, "ERROR", "Email"),  # refused before it was sent
    sending(DAY, "READ", "Vkontakte", **EUR),
    sending(DAY, "DELIVERED", "Fax"),
    sending(EARLIER, "DELIVERED", "SMS", **EUR),
]
# sent, delivered, delivered ÷ sent, read ÷ delivered (without SMS), price in each currency
WORKED_OUT = {
    "All channels": [7, 5, "71.4%", "66.7%", "€2.00", "$0.25"],
    "SMS": [3, 2, "66.7%", "n/a", "€1.00", "$0.25"],
    "Viber": [2, 1, "50.0%", "100.0%", "€0.50"],
    "Email": [0, 0, "–", "–", "–"],
    "WhatsApp": [0, 0, "–", "–", "–"],
    "Push": [0, 0, "–", "–", "–"],
}


@pytest.fixture(scope="module", autouse=True)
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stores]:
    """Nine messages over five channels, two calls, no chat."""
    with living_in(tmp_path_factory.mktemp("analytics")) as home:
        stores = new_stores(home)
        write(stores, 1, MESSAGES, subject="notifications", zone="Europe/Berlin")
        write(stores, 1, [call(DAY), call(DAY)])
        yield stores
        stores.close()


def test_all_and_each_channel_as_worked_out_by_hand() -> None:
    screen = opened(page="analytics")
    assert not screen.exception and not screen.error
    assert strips(screen) == {name: [str(each) for each in found] for name, found in WORKED_OUT.items()}


def test_the_figures_are_those_of_the_command_line(sent: Stores) -> None:
    berlin, march = ZoneInfo("Europe/Berlin"), Span(date(2026, 3, 1), date(2026, 3, 31))
    names = ("sent", "delivered", "delivery_rate", "read_rate")
    metrics = [catalogue.metric(name) for name in names]
    told = answer(sent.frame, metrics, ("channel",), Filters(1, berlin, march.period(berlin)))
    shown = strips(opened(page="analytics", from_="2026-03-01", to="2026-03-31"))
    for line in told.set_index("channel").loc[["SMS", "Viber", "Email"]].itertuples():
        written = [figure(value, metric.unit, "en") for value, metric in zip(line[1:], metrics, strict=True)]
        assert [each.replace("n/a", "–") for each in shown[line.Index][:4]] == written


def test_the_period_before_is_compared_with() -> None:
    screen = opened(page="analytics")
    sms = counters.strips(screen)[1]
    assert sms[0].label == "Sent" and sms[0].change == "+200.0%"  # 3 after 1
    assert "Jan 26 – Feb 24, 2026: 1" in read(sms[0].about)


def test_the_first_line_leads_to_chats_and_calls_with_the_period() -> None:
    screen = opened(page="analytics", from_="2026-03-30", to="2026-03-30")
    links = {read(link.proto.label): link.proto for link in screen.get("page_link")}
    chats, calls, sms = (
        next(proto for label, proto in links.items() if name in label) for name in ("Chats ", "Calls ", "SMS")
    )
    assert chats.page == "chats" and calls.page == "telephony" and sms.page == "notifications"
    assert all("from=2026-03-30&to=2026-03-30" in proto.query_string for proto in (chats, calls, sms))
    assert "channel=SMS" in sms.query_string
    assert "2" in calls.label and "0" in chats.label


def test_a_trend_stands_on_the_rows_of_its_channel() -> None:
    screen = opened(page="analytics")
    drawn = screen.main.get("vega_lite_chart")
    assert len(drawn) == 3  # all, SMS, Viber; nothing was sent over the others
    assert "Highest: 7 on Mar 30, 2026" in read(drawn[0].proto.alt)
    assert "SMS sent and delivered by days" in read(drawn[1].proto.alt) and "Highest: 3" in drawn[1].proto.alt


def test_in_russian_too() -> None:
    screen = opened(locale="ru-RU", page="analytics")
    assert screen.title[0].value == "Аналитика"
    assert [card.label for card in counters.strips(screen)[0]][:2] == ["Отправлено", "Доставлено"]
    assert strips(screen)["SMS"][3] == "н/д"


def strips(screen: AppTest) -> dict[str, list[str]]:
    """The figures of each strip, by its name."""
    found = zip(WORKED_OUT, counters.strips(screen), strict=True)
    return {name: [card.figure for card in strip] for name, strip in found}
