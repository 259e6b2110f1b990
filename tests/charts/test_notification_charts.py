"""Charts of notifications: cohorts, maturity, channels, bins."""

from datetime import datetime
from typing import Any

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import sending
from twin_stats import text
from twin_stats.analytics import notifications
from twin_stats.analytics.catalogue import charts
from twin_stats.analytics.chart import Chart
from twin_stats.source.notifications import CHANNELS


@pytest.fixture(scope="module")
def days(table: Table) -> Asked:
    """On the 5th: 2 delivered, 1 read, 1 undelivered; on the 6th 1 delivered; on the 7th nothing."""
    nine, ten, eleven, noon = (f"2026-01-05 {hour}:00" for hour in ("09", "10", "11", "12"))
    return table(
        [
            sending(nine, "DELIVERED", "Viber", sent_at=nine, delivered_at="2026-01-05 09:01"),
            sending(ten, "DELIVERED", "SMS", sent_at=ten, delivered_at="2026-01-05 15:00"),
            sending(eleven, "READ", "viber", sent_at=eleven, valid_minutes=60),
            sending(noon, "UNDELIVERED", "Fax", sent_at=noon, reason="Engaged"),
            sending("2026-01-06 09:00", "DELIVERED", "Email", sent_at="2026-01-06 09:00", valid_minutes=60),
            sending("2026-01-08 09:00", "SENT", None, sent_at="2026-01-08 09:00", valid_minutes=1440),
        ],
        subject="notifications",
    )


def drawn(asked: Asked, chart: Chart, as_of: str | None = None, **chosen: list[str]) -> list[dict[Any, Any]]:
    filters = asked.filters("2026-01-05", "2026-01-09", **chosen)
    moment = datetime.fromisoformat(as_of) if as_of else None
    data = chart.data(asked.stores.frame(chart.query(filters)), filters, moment)
    return data.to_dict("records")


def test_shares_are_of_the_whole_day_whatever_status_is_chosen(days: Asked) -> None:
    chart = notifications.notifications_by_status_and_day_in_percent
    rows = drawn(days, chart, status=["UNDELIVERED", "READ"])
    shares = {(row["bucket"], row["series"]): row["share"] for row in rows if row["value"]}
    assert shares == {("2026-01-05", "UNDELIVERED"): 1 / 4, ("2026-01-05", "READ"): 1 / 4}
    assert {row["bucket"] for row in rows} == {f"2026-01-0{day}" for day in (5, 6, 7, 8)}
    assert all(row["value"] == 0 for row in rows if row["bucket"] > "2026-01-05")


def test_counts_by_status_are_narrowed_by_a_status(days: Asked) -> None:
    rows = drawn(days, notifications.notifications_by_status_and_day, status=["READ"])
    assert [(row["bucket"], row["value"]) for row in rows] == [
        ("2026-01-05", 1),
        ("2026-01-06", 0),
        ("2026-01-07", 0),
        ("2026-01-08", 0),
    ]


@pytest.mark.parametrize(
    ("as_of", "immature"),
    [
        ("2026-01-06 12:00", {"2026-01-05", "2026-01-06", "2026-01-08"}),
        ("2026-01-07 00:59", {"2026-01-05", "2026-01-06", "2026-01-08"}),  # the 6th is valid for an hour more
        ("2026-01-07 01:00", {"2026-01-05", "2026-01-08"}),
        (
            "2026-01-07 23:59",
            {"2026-01-05", "2026-01-08"},
        ),  # the 5th has messages of unknown validity: 2880 min
        ("2026-01-08 00:00", {"2026-01-08"}),
        ("2026-01-09 23:59", {"2026-01-08"}),
        ("2026-01-10 00:00", set()),
        (None, set()),
    ],
)
@pytest.mark.parametrize(
    "name", ["notifications_by_status_and_day", "delivery_rates_by_day", "delivery_cohorts"]
)
def test_a_day_younger_than_its_longest_validity_is_marked(
    days: Asked, name: str, as_of: str | None, immature: set[str]
) -> None:
    rows = drawn(days, charts()[name], as_of)
    assert {
        row["bucket"] for row in rows if row["immature"]
    } == immature  # never the 7th, which has no message


def test_every_channel_has_its_charts_named_as_documented() -> None:
    titles = {text.say(f"chart.{name}") for name in charts()}
    for channel in (*CHANNELS, "Other channels"):
        assert f"{channel} by statuses and by days" in titles
        assert f"{channel} by statuses and by days in percentages" in titles
    headings = [text.say(f"section.{name}") for name in notifications.BY_CHANNEL]
    assert headings[1] == "General information about messages sent using Viber"
    assert len(headings) == 8


@pytest.mark.parametrize(
    ("section", "counts"),
    [("viber", 2), ("sms", 1), ("email", 1), ("push", 0), ("other_channels", 2)],  # Fax, and none at all
)
def test_each_message_is_in_the_charts_of_its_channel_alone(days: Asked, section: str, counts: int) -> None:
    for chart in notifications.BY_CHANNEL[section]:
        assert sum(row["value"] for row in drawn(days, chart)) == counts


def test_a_channel_filter_and_a_channel_chart_meet(days: Asked) -> None:
    bars, _ = notifications.BY_CHANNEL["viber"]
    assert drawn(days, bars, channel=["SMS"]) == []
    assert sum(row["value"] for row in drawn(days, bars, channel=["SMS", "Viber"])) == 2


def test_reasons_are_those_of_failures(days: Asked) -> None:
    assert [(row["category"], row["value"]) for row in drawn(days, notifications.failure_reasons)] == [
        ("Engaged", 1)
    ]


def test_delivery_times_fall_into_bins(days: Asked) -> None:
    rows = drawn(days, notifications.delivery_times)
    words = {text.say(f"value.delivery_time.{row['category']}"): row["value"] for row in rows}
    assert {name: value for name, value in words.items() if value} == {"1–5 min": 1, "1–6 h": 1}
    assert len(words) == 10


def test_cohorts_say_how_much_arrived_within_what_time(days: Asked) -> None:
    rows = [row for row in drawn(days, notifications.delivery_cohorts) if row["bucket"] == "2026-01-05"]
    assert {row["series"]: row["value"] for row in rows} == {
        "within_minute": 1 / 4,  # of the 4 sent: exactly 60 seconds
        "within_10_minutes": 1 / 4,
        "within_hour": 1 / 4,
        "within_day": 2 / 4,
        "delivery_rate": 3 / 4,  # the third is read, nobody told when it arrived
    }


def test_money_of_a_day_is_a_bar_for_each_currency(table: Table) -> None:
    rows = [
        sending("2026-01-05 09:00", price="0.1", currency="EUR"),
        sending("2026-01-06 09:00", price="7", currency="RUB"),
    ]
    asked = table(rows, subject="notifications")
    found = drawn(asked, notifications.notification_price_by_day)
    amounts = {(row["bucket"], row["series"]): row["value"] for row in found if row["value"]}
    assert amounts == {("2026-01-05", "EUR"): 0.1, ("2026-01-06", "RUB"): 7.0}
