"""Journeys on the pages of messages: the figures are those of `query`, wherever the user comes from."""

from datetime import date, timedelta

import pytest

from tests.browser.conftest import PHONE, Ask, Open
from tests.browser.screen import Screen, number
from tests.browser.test_look import GROUND, GROUNDS, OVERFLOW
from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.ui.wording.figures import figure

# Whole days of which no more news comes, by the address and by the command line (whose end is not included).
LAST = date.today() - timedelta(days=2)
FIRST = LAST - timedelta(days=19)
PERIOD = f"from={FIRST}&to={LAST}"
SPAN = ("--from", f"{FIRST}", "--to", f"{LAST + timedelta(days=1)}")
CHATS = (
    "chats closed_chats clients handoffs messages client_messages first_response_median sl_first containment"
)
SENDINGS = (
    "notifications sent delivered read failed unconfirmed delivery_rate read_rate delivery_median parts"
)
DRAWN = {"analytics": 6, "chats": 26, "notifications": 24}


@pytest.mark.parametrize("page", DRAWN)
def test_on_a_phone_in_the_dark_every_chart_is_drawn_and_nothing_sticks_out(visitor: Open, page: str) -> None:
    screen = visitor(locale="ru-RU", theme="dark", size=PHONE).open(f"/{page}")
    all_drawn(screen, page)
    assert text.say(f"page.{page}", "ru") in screen.head()
    assert screen.page.evaluate(GROUND) == GROUNDS["dark"]


def all_drawn(screen: Screen, page: str) -> None:
    """Every chart is there, but those of channels that the demo does not have; and nothing to scroll to."""
    charts = screen.charts()
    assert [name for name, drawn in charts.items() if not drawn and "other_channels" not in name] == []
    assert sum(charts.values()) == DRAWN[page]
    assert screen.page.locator("html").evaluate(OVERFLOW) <= 0


def test_analytics_shows_what_query_says_of_all_and_of_each_channel(visitor: Open, query: Ask) -> None:
    screen = visitor().open(f"/?{PERIOD}")
    all_drawn(screen, "analytics")
    strips = screen.strips()
    assert list(strips) == ["All channels", "SMS", "Viber", "Email", "WhatsApp", "Push"]
    names = "sent delivered delivery_rate read_rate"
    [whole] = query(names, *SPAN)
    prices = query("notification_price", *SPAN, "--by", "channel")
    told = {"All channels": whole} | {row["channel"]: row for row in query(names, *SPAN, "--by", "channel")}
    for name, cards in strips.items():
        expected = written(names, told[name]) | ({"Read rate": "n/a"} if name == "SMS" else {})
        assert {label: cards[label] for label in expected} == expected, name
        price = sum(
            float(row["notification_price"]) for row in prices if name in ("All channels", row["channel"])
        )
        assert cards["Price"] == f"€{price:,.2f}"
    screen.press("Viber", "link")
    assert screen.address() == f"/notifications?{PERIOD}&channel=Viber"
    assert screen.figures()["Sent"] == strips["Viber"]["Sent"]


def test_chats_are_narrowed_shared_and_their_filters_stay_on_the_way(visitor: Open, query: Ask) -> None:
    screen = visitor().open(f"/chats?{PERIOD}")
    all_drawn(screen, "chats")
    assert shown(screen, CHATS) == written(CHATS, query(CHATS, *SPAN)[0])
    screen.choose("Channel", "Viber")
    chosen = query(CHATS, *SPAN, "--where", "channel=Viber")[0]
    assert shown(screen, CHATS) == written(CHATS, chosen)
    assert screen.counts("chats_by_channel") == {"Viber": chosen["chats"]}
    assert sum(screen.counts("chats_by_bot").values()) == chosen["chats"]
    reader = visitor(locale="ru-RU").open(screen.address()).figures()
    assert [number(reader[name]) for name in ("Чаты", "Сообщения")] == [chosen["chats"], chosen["messages"]]
    screen.press("Notification graphs", "link")
    assert screen.address() == f"/notifications?{PERIOD}&channel=Viber"
    assert number(screen.figures()["Notifications"]) == sent_over(query, "Viber")


def test_notifications_are_narrowed_reloaded_and_cleared(visitor: Open, query: Ask) -> None:
    screen = visitor().open(f"/notifications?{PERIOD}")
    all_drawn(screen, "notifications")
    assert shown(screen, SENDINGS) == written(SENDINGS, query(SENDINGS, *SPAN)[0])
    screen.choose("Status", "Delivered")
    chosen = query(SENDINGS, *SPAN, "--where", "status=DELIVERED")[0]
    assert shown(screen, SENDINGS) == written(SENDINGS, chosen)
    assert screen.counts("notifications_by_status") == {"Delivered": chosen["notifications"]}
    before = screen.figures()
    screen.page.reload()
    assert screen.settled().differences(before) == []
    screen.press("Clear")
    assert screen.address() == "/notifications"
    assert number(screen.figures()["Notifications"]) > chosen["notifications"]


def sent_over(query: Ask, channel: str) -> int:
    return int(query("notifications", *SPAN, "--where", f"channel={channel}")[0]["notifications"])


def shown(screen: Screen, names: str) -> dict[str, str]:
    """The cards of these metrics."""
    figures = screen.figures()
    return {label: figures[label] for label in (text.say(f"metric.{name}") for name in names.split())}


def written(names: str, told: dict[str, object]) -> dict[str, str]:
    """What cards of these metrics say, from what the command line says."""
    metrics = [catalogue.metric(name) for name in names.split()]
    return {text.say(f"metric.{one.name}"): figure(told[one.name], one.unit, "en") for one in metrics}
