"""Figures of notifications, each worked out by hand."""

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import sending

DAY = "2026-01-05"


@pytest.fixture(scope="module")
def worked_example(table: Table) -> Asked:
    """The example of the definitions: 100 created, 10 refused before sending, 90 sent."""
    sent = {"sent_at": f"{DAY} 09:01"}
    return table(
        [
            *(sending(f"{DAY} 09:00", "ERROR", reason="Wrong recipient") for _ in range(10)),
            *(sending(f"{DAY} 09:00", "UNDELIVERED", reason="Absent", **sent) for _ in range(10)),
            *(sending(f"{DAY} 09:00", "DELIVERED", **sent) for _ in range(75)),
            *(sending(f"{DAY} 09:00", "SENT", **sent) for _ in range(5)),
        ],
        subject="notifications",
    )


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("notifications", 100),
        ("sent", 90),  # all but the 10 that were refused
        ("delivered", 75),
        ("read", 0),
        ("failed", 20),  # 10 refused + 10 undelivered
        ("unconfirmed", 5),
        ("delivery_rate", 75 / 90),
        ("delivery_rate_upper", 80 / 90),  # 1 − 10 ÷ 90: as if the 5 had arrived
        ("read_rate", 0),
    ],
)
def test_the_worked_example(worked_example: Asked, name: str, figure: float) -> None:
    assert worked_example.one(name) == pytest.approx(figure)


def test_a_status_filter_narrows_counts_and_never_rates(worked_example: Asked) -> None:
    sent = worked_example.filters(status=["SENT"])
    assert worked_example.rows("notifications sent delivered failed unconfirmed", "", sent) == [
        (5, 5, 0, 0, 5)
    ]
    rates = worked_example.rows("delivery_rate delivery_rate_upper", "", sent)
    assert rates == [pytest.approx((75 / 90, 80 / 90))]


@pytest.fixture(scope="module")
def histories(table: Table) -> Asked:
    """What the status and the times say may differ: the highest that was reached counts."""
    sent, arrived, opened = f"{DAY} 09:01", f"{DAY} 09:02", f"{DAY} 09:03"
    return table(
        [
            sending(f"{DAY} 10:00", "PENDING", sent_at=sent),  # PENDING as told, and sent
            sending(f"{DAY} 10:01", "SENT", delivered_at=arrived),  # DELIVERED
            sending(f"{DAY} 10:02", "DELIVERED", read_at=opened),  # READ, though nobody told of it
            sending(f"{DAY} 10:03", "READ", sent_at=sent),  # READ before any news of delivery
            sending(
                f"{DAY} 10:04", "ERROR", delivered_at=arrived, reason="late news"
            ),  # DELIVERED all the same
            sending(f"{DAY} 10:05", "UNDELIVERED", sent_at=sent, reason="Absent"),  # failed, and sent
            sending(f"{DAY} 10:06", "EXPIRED"),  # failed, never sent
            sending(f"{DAY} 10:07", "CANCELED"),  # neither sent nor a failure
            sending(f"{DAY} 10:08", "CREATED"),
            sending(f"{DAY} 10:09", None, sent_at=sent),  # SENT
            sending(f"{DAY} 10:10", None),  # nobody has told
            sending(f"{DAY} 10:11", "delivered"),  # DELIVERED, written otherwise
            sending(f"{DAY} 10:12", "Blocked by law", sent_at=sent),  # a status of its own, and sent
        ],
        subject="notifications",
    )


def test_each_message_has_the_highest_status_it_reached(histories: Asked) -> None:
    assert dict(histories.rows("notifications", "status")) == {
        "PENDING": 1,
        "SENT": 1,
        "DELIVERED": 3,
        "READ": 2,
        "UNDELIVERED": 1,
        "EXPIRED": 1,
        "CANCELED": 1,
        "CREATED": 1,
        "Blocked by law": 1,
        None: 1,
    }


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("notifications", 13),
        ("sent", 9),  # SENT, 3 DELIVERED, 2 READ; PENDING, UNDELIVERED and one unheard of with a send time
        ("delivered", 5),  # 3 DELIVERED + 2 READ
        ("read", 2),
        ("failed", 2),  # UNDELIVERED and EXPIRED; ERROR was delivered, CANCELED is no failure
        ("unconfirmed", 3),  # PENDING and SENT, and the unheard of one
        ("delivery_rate", 5 / 9),
        ("delivery_rate_upper", 8 / 9),  # of the 9 sent, 1 failed
        ("read_rate", 2 / 5),
    ],
)
def test_figures_of_histories(histories: Asked, name: str, figure: float) -> None:
    assert histories.one(name) == pytest.approx(figure)


def test_the_status_filter_goes_by_the_status_reached(histories: Asked) -> None:
    assert histories.one("notifications", histories.filters(status=["DELIVERED"])) == 3
    assert histories.one("notifications", histories.filters(status=["ERROR"])) == 0
    assert histories.one("notifications", histories.filters(status=[""])) == 1


def test_a_reason_goes_when_the_message_arrives_after_all(histories: Asked) -> None:
    assert histories.rows("notifications failed", "reason") == [("Absent", 1, 1), (None, 12, 1)]


@pytest.fixture(scope="module")
def channels(table: Table) -> Asked:
    """Names in capitals and lower case, an unknown one and none; an SMS that is marked read."""
    return table(
        [
            sending(f"{DAY} 11:00", "READ", "SMS", read_at=f"{DAY} 11:02"),
            sending(f"{DAY} 11:01", "DELIVERED", "sms"),
            sending(f"{DAY} 11:02", "READ", "VIBER"),
            sending(f"{DAY} 11:03", "DELIVERED", "viber"),
            sending(f"{DAY} 11:04", "DELIVERED", "Viber"),
            sending(f"{DAY} 11:05", "UNDELIVERED", "viber", sent_at=f"{DAY} 11:06"),
            sending(f"{DAY} 11:06", "READ", "Pigeon post"),
            sending(f"{DAY} 11:07", "READ", None),
        ],
        subject="notifications",
    )


def test_an_sms_marked_read_is_delivered_and_its_reads_are_not_known(channels: Asked) -> None:
    assert channels.rows("notifications delivered read read_rate", "channel") == [
        ("Pigeon post", 1, 1, 1, 1.0),
        ("SMS", 2, 2, None, None),  # no receipts: not known, which is not 0 %
        ("Viber", 4, 3, 1, pytest.approx(1 / 3)),
        (None, 1, 1, 1, 1.0),
    ]
    assert channels.rows("notifications", "status", channels.filters(channel=["SMS"])) == [("DELIVERED", 2)]
    assert channels.one("read", channels.filters(channel=["SMS"])) is None


def test_the_read_rate_leaves_out_channels_that_cannot_tell(channels: Asked) -> None:
    assert channels.one("read") == 3  # Viber, pigeon, unknown
    assert channels.one("delivered") == 7
    assert channels.one("read_rate") == pytest.approx(3 / 5)  # 3 Viber + pigeon + unknown were delivered


def test_reads_of_no_message_are_none_at_all(channels: Asked) -> None:
    empty = channels.filters("2025-01-01", "2025-02-01")
    assert channels.rows("notifications read parts", "", empty) == [(0, 0, 0)]
    rates = "delivery_rate delivery_rate_upper read_rate delivery_median"
    assert channels.rows(rates, "", empty) == [(None, None, None, None)]


def test_reads_beside_rates_of_another_cohort(channels: Asked) -> None:
    undelivered = channels.filters(status=["UNDELIVERED"])
    # The filter lets no SMS through: no message is 0 reads; rates go on as if there were no filter.
    assert channels.rows("read delivery_rate", "channel", undelivered) == [
        ("Pigeon post", 0, 1.0),
        ("SMS", 0, 1.0),
        ("Viber", 0, pytest.approx(3 / 4)),
        (None, 0, 1.0),
    ]


@pytest.fixture(scope="module")
def priced(table: Table) -> Asked:
    """Two currencies, a message without a price, and delivery after 4, 10, 60 seconds and unknown."""
    sent = {"sent_at": f"{DAY} 12:00:00"}
    return table(
        [
            sending(
                f"{DAY} 12:00", price="0.07", currency="EUR", parts=1, delivered_at=f"{DAY} 12:00:04", **sent
            ),
            sending(
                f"{DAY} 12:00", price="0.14", currency="EUR", parts=2, delivered_at=f"{DAY} 12:00:10", **sent
            ),
            sending(f"{DAY} 12:00", "UNDELIVERED", price="0.07", currency="EUR", parts=1, **sent),
            sending(f"{DAY} 12:00", "READ", price="5.1", currency="RUB", parts=3, **sent),
            sending(f"{DAY} 12:00", price="4.9", currency="RUB", delivered_at=f"{DAY} 12:01:00", **sent),
            sending(f"{DAY} 12:00", currency="RUB", **sent),
            sending(f"{DAY} 12:00", "SENT", price="9", currency="USD", parts=1, **sent),
            sending(f"{DAY} 12:00", "CREATED"),
        ],
        subject="notifications",
    )


def test_money_stands_apart_by_currency(priced: Asked) -> None:
    found = priced.rows("notification_price price_per_delivered")
    assert [tuple(map(str, row)) for row in found] == [
        ("EUR", "0.280000", "0.140000"),  # 0.28 ÷ 2 delivered
        ("RUB", "10.000000", "3.333333"),  # 10 ÷ 3 delivered, one of them free
        ("USD", "9.000000", "None"),  # nothing delivered yet: no price of one
    ]


def test_parts_are_added_up(priced: Asked) -> None:
    assert priced.one("parts") == 8  # 1 + 2 + 1 + 3 + 1


def test_the_median_delivery_time_is_over_messages_with_both_times(priced: Asked) -> None:
    assert priced.one("delivery_median") == 10  # of 4, 10 and 60 seconds


def test_the_price_of_one_delivered_is_a_rate_to_a_status_filter(priced: Asked) -> None:
    failed = priced.filters(status=["UNDELIVERED"])
    found = priced.rows("notification_price price_per_delivered", "", failed)
    assert [(row[0], str(row[1]), str(row[2])) for row in found] == [
        ("EUR", "0.070000", "0.140000"),
        ("RUB", "None", "3.333333"),
        ("USD", "None", "None"),
    ]


def test_days_and_hours_are_those_of_the_zone(table: Table) -> None:
    rows = [sending("2026-01-05 22:30"), sending("2026-01-05 23:30"), sending("2026-01-06 00:30")]
    berlin = table(rows, "Europe/Berlin", subject="notifications")
    assert berlin.rows("notifications", "day hour") == [
        ("2026-01-05", 23, 1),
        ("2026-01-06", 0, 1),
        ("2026-01-06", 1, 1),
    ]


def test_messages_by_week_month_and_weekday_and_a_day_of_25_hours(table: Table) -> None:
    # In Berlin the 25th of October goes from 22:00 UTC the day before to 23:00 UTC.
    night = [
        "2026-10-24 21:59",
        "2026-10-24 22:00",
        "2026-10-25 00:30",
        "2026-10-25 01:30",
        "2026-10-25 23:00",
    ]
    rows = [sending(at, "DELIVERED" if at.endswith("30") else "SENT") for at in night]
    berlin = table(rows, "Europe/Berlin", subject="notifications")
    names = "notifications delivered delivery_rate"
    assert berlin.rows(names, "day weekday") == [
        ("2026-10-24", 6, 1, 0, 0.0),
        ("2026-10-25", 7, 3, 2, pytest.approx(2 / 3)),
        ("2026-10-26", 1, 1, 0, 0.0),
    ]
    assert berlin.rows("notifications", "week") == [("2026-W43", 4), ("2026-W44", 1)]
    assert berlin.rows("notifications", "month") == [("2026-10", 5)]
    assert berlin.rows("notifications", "hour") == [(0, 2), (2, 2), (23, 1)]
