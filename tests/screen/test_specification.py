"""The pages hold what was specified, name by name: controls, counters and charts, in both languages."""

import re
import runpy
from pathlib import Path

import pytest

from twin_stats import text
from twin_stats.analytics import catalogue
from twin_stats.ui import page as pages
from twin_stats.ui.cards.sections import drawn
from twin_stats.ui.page import Page

PAGES = Path(__file__).parents[2] / "pages"
# Names that are written the same in every language.
SAME = {"ASR", "NER", "ACD", "ASA", "Viber", "SMS"}


def listed(lines: str) -> dict[str, str]:
    """Lines of `name: label`."""
    return dict(line.strip().split(": ", 1) for line in lines.strip().splitlines())


TITLES = {
    "analytics": ("Analytics", "Аналитика"),
    "chats": ("Chat graphs", "Графики чатов"),
    "notifications": ("Notification graphs", "Графики уведомлений"),
    "telephony": ("Telephony graphs", "Графики телефонии"),
}
CONTROLS = {
    "analytics": {},
    "chats": listed(
        """
        channel: Channel
        bot: Bot
        customer_messages: There are customer messages
        group: Group
        """
    ),
    "notifications": listed(
        """
        channel: Channel
        status: Status
        """
    ),
    "telephony": listed(
        """
        bot: Bot
        direction: Direction
        status: Status
        task: Task
        """
    ),
}
# What stands in a control in which nothing is chosen, and the button below all of them.
PLACEHOLDERS = {"control.all.bot": "All bot", "control.all.group": "All group", "control.clear": "Clear"}
CHANNELS = [
    "Web",
    "Telegram",
    "Whatsapp",
    "Viber",
    "Facebook",
    "Alice",
    "Yandex",
    "Vkontakte",
    "Skype",
    "Slack",
    "Wechat",
    "Snapchat",
    "Line",
]
COUNTERS = {
    "analytics": listed(
        """
        chats: Chats
        calls: Calls
        sent: Sent
        delivered: Delivered
        notification_price: Price
        delivery_rate: Delivery rate
        read_rate: Read rate
        """
    ),
    "chats": listed(
        """
        chats: Chats
        active_chats: Active
        closed_chats: Closed
        clients: Unique clients
        client_messages: Client messages
        bot_messages: Bot messages
        operator_messages: Operator messages
        handoffs: Transferred to an operator
        unanswered_chats: No operator response
        first_response_median: First response, median
        first_response_p90: First response, p90
        sl_first: Service level, first response
        sl_next: Service level, next responses
        session_median: Session duration, median
        rating: Rating (CSI)
        chat_price: Price
        occupancy: Occupancy
        concurrency: Sessions at once
        """
    ),
    "notifications": listed(
        """
        notifications: Notifications
        sent: Sent
        delivered: Delivered
        read: Read
        failed: Failed
        unconfirmed: Unconfirmed
        delivery_rate: Delivery rate
        read_rate: Read rate
        parts: Parts
        notification_price: Price
        price_per_delivered: Price per delivered
        """
    ),
    "telephony": listed(
        """
        calls: Calls
        answered: Answered
        not_answered: Not answered
        busy: Busy
        failed_calls: Failed
        asr: ASR
        ner: NER
        acd: ACD
        talk_time: Total talk time
        transferred: Transferred to an operator
        answering_machines: Answering machines
        human_answer_rate: Answered by a human
        fees: Fees
        """
    ),
}
CHARTS = {
    "analytics": listed(
        """
        sent_by_day: Messages sent and delivered by days
        sms_sent_by_day: SMS sent and delivered by days
        viber_sent_by_day: Viber sent and delivered by days
        email_sent_by_day: Email sent and delivered by days
        whatsapp_sent_by_day: WhatsApp sent and delivered by days
        push_sent_by_day: Push sent and delivered by days
        """
    ),
    "chats": listed(
        """
        operator_activity_online: Operator activity (online)
        operator_activity_paused: Operator activity (paused)
        operator_timeline: Timeline of the last two days
        operator_hours_a_day: Operators by hours per day
        concurrency_by_day: Sessions at once by day
        occupancy_by_day: Occupancy by day
        chats_by_channel_and_day: Chats by channels and by days
        chats_by_channel: Chats by channel
        chats_by_bot: Chats by bot
        chats_by_status: Chats by status
        chats_by_hour_and_weekday: Chats by hour and weekday
        messages_by_author_and_day: Messages by authors and by days
        messages_by_author_and_day_in_percent: Messages by authors and by days in percentages
        messages_by_channel: Messages by channel
        first_response_by_day: First response by day
        next_response_by_day: Next response by day
        sl_first_by_group: Service level, first response, by group
        sl_next_by_group: Service level, next responses, by group
        containment_by_day: Bot containment by day
        response_anatomy_by_day: Bot, queue, operator by day
        coverage_by_half_hour: Coverage by half hour
        uncovered_by_half_hour: Uncovered time by half hour
        uncovered_by_day: Uncovered time by day
        first_response_by_coverage: First response, with and without anybody online
        """
    ),
    "notifications": listed(
        """
        notifications_by_channel: Notifications by channel
        notifications_by_status: Notifications by status
        notifications_by_status_and_day: Notifications by statuses and by days
        notifications_by_status_and_day_in_percent: Notifications by statuses and by days in percentages
        notifications_by_hour: Notifications by hour
        notification_price_by_day: Price by day
        failure_reasons: Reasons of failure
        delivery_times: Delivery time
        delivery_cohorts: Delivery cohorts
        viber_by_statuses_and_days: Viber by statuses and by days
        viber_by_statuses_and_days_in_percent: Viber by statuses and by days in percentages
        sms_by_statuses_and_days: SMS by statuses and by days
        sms_by_statuses_and_days_in_percent: SMS by statuses and by days in percentages
        email_by_statuses_and_days: Email by statuses and by days
        email_by_statuses_and_days_in_percent: Email by statuses and by days in percentages
        whatsapp_by_statuses_and_days: WhatsApp by statuses and by days
        whatsapp_by_statuses_and_days_in_percent: WhatsApp by statuses and by days in percentages
        push_by_statuses_and_days: Push by statuses and by days
        push_by_statuses_and_days_in_percent: Push by statuses and by days in percentages
        vkontakte_by_statuses_and_days: Vkontakte by statuses and by days
        vkontakte_by_statuses_and_days_in_percent: Vkontakte by statuses and by days in percentages
        odnoklassniki_by_statuses_and_days: Odnoklassniki by statuses and by days
        odnoklassniki_by_statuses_and_days_in_percent: Odnoklassniki by statuses and by days in percentages
        """
    ),
    "telephony": listed(
        """
        calls_by_status_and_day: Calls by statuses and by days
        calls_by_status_and_day_in_percent: Calls by statuses and by days in percentages
        calls_by_hour_and_weekday: Calls by hour and weekday
        talk_by_day: Talk time by day
        talk_distribution: Distribution of talk
        calls_by_bot: Calls by bot
        calls_by_task: Calls by task
        calls_by_responder: Calls by responder
        calls_by_hangup: Hang-up side
        simultaneous_calls: Simultaneous calls
        fees_by_day: Fees by day
        queue_waits: Wait in the queue
        abandonment_by_day: Abandonment by day
        service_level_by_day: Service level by day
        """
    ),
}
GROUPS = {
    "analytics": {},
    "telephony": {},
    "chats": {"operators": "General information about the activity of operators"},
    "notifications": {
        channel.lower(): f"General information about messages sent using {channel}"
        for channel in ("SMS", "Viber", "Email", "WhatsApp", "Push", "Vkontakte", "Odnoklassniki")
    },
}


@pytest.fixture(params=list(TITLES))
def page(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Page:
    """A page as its file describes it."""
    shown: list[Page] = []
    monkeypatch.setattr(pages, "show", shown.append)
    runpy.run_path(str(PAGES / f"{request.param}.py"))
    return shown[0]


def test_it_has_its_title_and_is_in_the_menu(page: Page) -> None:
    assert text.TEXTS[f"page.{page.name}"] == TITLES[page.name]


def test_its_controls_are_those_of_the_specification(page: Page) -> None:
    assert page.filters == tuple(CONTROLS[page.name])
    assert said("dimension", CONTROLS[page.name]) == CONTROLS[page.name]


def test_its_counters_are_in_the_catalogue_and_on_the_page(page: Page) -> None:
    wanted = COUNTERS[page.name]
    assert wanted.keys() <= catalogue.metrics().keys()
    assert wanted.keys() - {metric.name for metric in page.counters} == set()
    assert said("metric", wanted) == wanted


def test_its_charts_are_in_the_catalogue_and_on_the_page(page: Page) -> None:
    wanted = CHARTS[page.name]
    drawn = [chart.name for chart in page.charts]
    assert wanted.keys() <= catalogue.charts().keys()
    assert wanted.keys() - set(drawn) == set()
    assert len(drawn) == len(set(drawn))
    assert said("chart", wanted) == wanted


def test_its_groups_have_the_documented_headings_and_can_be_linked_to(page: Page) -> None:
    wanted = GROUPS[page.name]
    assert wanted.keys() <= {section.name for section in page.sections}
    assert said("section", wanted) == wanted


def test_viber_has_exactly_the_documented_pair_under_its_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Page] = []
    monkeypatch.setattr(pages, "show", shown.append)
    runpy.run_path(str(PAGES / "notifications.py"))
    viber = next(section for section in shown[0].sections if section.name == "viber")
    assert [text.say(f"chart.{chart.name}") for chart in drawn(viber)] == [
        "Viber by statuses and by days",
        "Viber by statuses and by days in percentages",
    ]


def test_what_stands_in_empty_controls_is_documented_too() -> None:
    assert {key: text.say(key) for key in PLACEHOLDERS} == PLACEHOLDERS


def test_the_13_channels_of_chats_can_be_chosen_by_everybody() -> None:
    assert list(catalogue.SUBJECTS["chats"].KNOWN["channel"]) == CHANNELS  # type: ignore[attr-defined]


def said(kind: str, wanted: dict[str, str]) -> dict[str, str]:
    """The English labels of these names; each has a Russian one, with an explanation, too."""
    for name, label in wanted.items():
        russian = text.say(f"{kind}.{name}", "ru")
        assert re.search("[а-яё]", russian) or SAME & {*label.split()}, name
    return {name: text.say(f"{kind}.{name}") for name in wanted}
