"""Notifications: metrics on top, charts below. One row is one message, counted by its creation."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from sqlalchemy import BigInteger, Numeric, and_, case, cast, func, or_

from twin_stats.analytics import marks, shapes
from twin_stats.analytics.chart import Chart, Mark
from twin_stats.analytics.figures import hours, money
from twin_stats.analytics.figures.bins import Binned, binned
from twin_stats.analytics.figures.maturity import maturing, maturing_over_time
from twin_stats.analytics.figures.metric import Metric, Rows, count
from twin_stats.analytics.figures.subject import Subject
from twin_stats.analytics.figures.timeline import over_time
from twin_stats.analytics.ink.trends import trend
from twin_stats.analytics.parts import part
from twin_stats.analytics.query import Values, ask
from twin_stats.source import dialect
from twin_stats.source.facts import notifications as fact
from twin_stats.source.literals import constant, one_of
from twin_stats.source.notifications import CHANNELS, UNSENT, WITHOUT_READ_RECEIPTS

FAILED = ("UNDELIVERED", "EXPIRED", "ERROR")
ARRIVED = ("DELIVERED", "READ")

_row: Any = fact.rows.c
_sent = or_(_row.sent_at.is_not(None), one_of(_row.status, ("SENT", *ARRIVED)))
_delivered = one_of(_row.status, ARRIVED)
_failed = one_of(func.coalesce(_row.status, constant("")), FAILED)
_unconfirmed = and_(_sent, ~one_of(func.coalesce(_row.status, constant("")), (*ARRIVED, *FAILED)))
_tells = ~one_of(func.coalesce(_row.channel, constant("")), WITHOUT_READ_RECEIPTS)
_seconds = dialect.seconds_between(_row.sent_at, _row.delivered_at)
_arrival = _delivered & _seconds.is_not(None)

_of = Subject(fact)
_read = _row.status == constant("READ")

notifications = _of.every("notifications")
sent = _of.count("sent", _sent)
delivered = _of.count("delivered", _delivered, more_is_better=True)
read = _of.figure(
    "read",
    case((or_(count(_tells) > constant(0), func.count() == constant(0)), count(_read))),
    more_is_better=True,
    of=count(_tells),
    rows=Rows(_read),
)
failed = _of.count("failed", _failed, more_is_better=False)
unconfirmed = _of.count("unconfirmed", _unconfirmed, more_is_better=False)
delivery_rate = _of.share("delivery_rate", _delivered, _sent, True)
delivery_rate_upper = _of.share("delivery_rate_upper", _sent & ~_failed, _sent, True)
read_rate = replace(
    _of.share("read_rate", _read, _delivered & _tells, True), untold=(("channel", WITHOUT_READ_RECEIPTS),)
)
parts = _of.figure(
    "parts",
    cast(func.coalesce(func.sum(_row.parts), constant(0)), BigInteger),
    rows=Rows(_row.parts.is_not(None), value=_row.parts),
)
notification_price = _of.money("notification_price", _row.price)
price_per_delivered = _of.figure(
    "price_per_delivered",
    cast(dialect.ratio(func.sum(_row.price), count(_delivered)), Numeric(18, 6)),
    "money",
    more_is_better=False,
    ignores=_of.cohort,
    rows=Rows(_row.price.is_not(None) | _delivered, _delivered, _row.price),
)
delivery_median = _of.quantile("delivery_median", _seconds, 0.5, _arrival, more_is_better=False)


ARRIVALS = (1, 5, 10, 60, 300, 1800, 3600, 21600, 86400)
WITHIN = {"within_minute": 60, "within_10_minutes": 600, "within_hour": 3600, "within_day": 86400}

# What most of the charts are parts of.
_every = maturing_over_time(replace(notifications, ignores=_of.cohort), by=("channel", "status"))
_status_by_time = maturing_over_time(notifications, by=("status",))
_every_status_by_time = replace(_every, by=("status",))
# From what was reached by most to what failed: the same in every chart, whatever is the largest.
_ORDER = ("READ", "DELIVERED", "SENT", *reversed(UNSENT), *FAILED, "CANCELED")
_stacked = maturing(shapes.stacked("status", "notifications", _ORDER))
_shares = maturing(shapes.shares_of_all("status", "notifications", _ORDER))


def _by_status_and_day(name: str, rows: Values | None = None) -> tuple[Chart, Chart]:
    """Of some messages: by statuses and by days, and the same in percentages."""
    counts, shares = part(_status_by_time, _every, rows), part(_every_status_by_time, _every, rows)
    bars, parts_of_whole = marks.maturing(marks.stacked_bars), marks.maturing(marks.shares)
    return (
        _of.chart(name, counts, _stacked, bars, series_of="status"),
        _of.chart(f"{name}_in_percent", shares, _shares, parts_of_whole, series_of="status"),
    )


def _within(name: str) -> Metric:
    in_time = _arrival & (_seconds <= constant(WITHIN[name]))
    return _of.share(name, in_time, _sent, True)


_in_time = tuple(_within(name) for name in WITHIN)
_rates = maturing_over_time(*_in_time, delivery_rate, delivery_rate_upper, read_rate)


def _cohort_lines(name: str, mark: Mark, *rates: Metric) -> Chart:
    """Rates of each day's messages, with the days marked that may still change."""
    shape = maturing(shapes.over_time(*(rate.name for rate in rates)))
    return _of.chart(name, _rates, shape, marks.maturing(mark), series_of="metric", unit="rate")


CHANNEL_OF = MappingProxyType({channel.lower(): channel for channel in CHANNELS})
BY_CHANNEL: Mapping[str, tuple[Chart, Chart]] = MappingProxyType(
    {
        channel.lower(): _by_status_and_day(
            f"{channel.lower()}_by_statuses_and_days", Values("channel", (channel,))
        )
        for channel in CHANNELS
    }
    | {
        "other_channels": _by_status_and_day(
            "other_channels_by_statuses_and_days", Values("channel", CHANNELS, others=True)
        )
    }
)
sms_by_statuses_and_days, sms_by_statuses_and_days_in_percent = BY_CHANNEL["sms"]
viber_by_statuses_and_days, viber_by_statuses_and_days_in_percent = BY_CHANNEL["viber"]
email_by_statuses_and_days, email_by_statuses_and_days_in_percent = BY_CHANNEL["email"]
whatsapp_by_statuses_and_days, whatsapp_by_statuses_and_days_in_percent = BY_CHANNEL["whatsapp"]
push_by_statuses_and_days, push_by_statuses_and_days_in_percent = BY_CHANNEL["push"]
vkontakte_by_statuses_and_days, vkontakte_by_statuses_and_days_in_percent = BY_CHANNEL["vkontakte"]
odnoklassniki_by_statuses_and_days, odnoklassniki_by_statuses_and_days_in_percent = BY_CHANNEL[
    "odnoklassniki"
]
other_channels_by_statuses_and_days, other_channels_by_statuses_and_days_in_percent = BY_CHANNEL[
    "other_channels"
]

notifications_by_status_and_day, notifications_by_status_and_day_in_percent = _by_status_and_day(
    "notifications_by_status_and_day"
)
notifications_by_channel = _of.ranking("notifications_by_channel", "channel", notifications, _every)
notifications_by_status = _of.ranking("notifications_by_status", "status", notifications, _every)
failure_reasons = _of.ranking("failure_reasons", "reason", failed)
notifications_by_hour = _of.chart(
    "notifications_by_hour",
    ask(notifications, by=("hour",)),
    hours.by_hour("notifications"),
    marks.columns,
    category_of="hour",
)
notification_price_by_day = _of.chart(
    "notification_price_by_day",
    over_time(notification_price, by=("currency",)),
    money.money_by_currency("notification_price"),
    marks.money,
    series_of="currency",
    unit="money",
)
delivery_times = _of.chart(
    "delivery_times",
    Binned(fact, _seconds, ARRIVALS, {"delivered": _arrival}),
    binned([str(number) for number in range(len(ARRIVALS) + 1)], ["delivered"]),
    marks.columns,
    series_of="metric",
    category_of="delivery_time",
)


# The channels of the overview; all the others are in its sums over all messages.
MAIN = ("SMS", "Viber", "Email", "WhatsApp", "Push")
DELIVERED_AND_NOT = (
    delivered,
    _of.count("sent_undelivered", _sent & ~one_of(func.coalesce(_row.status, constant("")), ARRIVED)),
)
_sent_by_time = over_time(*DELIVERED_AND_NOT, by=("channel",))


def _sent_by_day(name: str, rows: Values | None = None) -> Chart:
    """A small trend: what was sent of some messages, in the parts that were delivered and that were not."""
    shape = shapes.parts_over_time(*_sent_by_time.names, empty=0.0)
    query = part(over_time(*DELIVERED_AND_NOT), _sent_by_time, rows)
    return _of.chart(name, query, shape, trend, series_of="metric")


sent_by_day = _sent_by_day("sent_by_day")
SENT_BY_DAY: Mapping[str, Chart] = MappingProxyType(
    {each: _sent_by_day(f"{each.lower()}_sent_by_day", Values("channel", (each,))) for each in MAIN}
)
sms_sent_by_day, viber_sent_by_day = SENT_BY_DAY["SMS"], SENT_BY_DAY["Viber"]
email_sent_by_day, whatsapp_sent_by_day = SENT_BY_DAY["Email"], SENT_BY_DAY["WhatsApp"]
push_sent_by_day = SENT_BY_DAY["Push"]

delivery_rates_by_day = _cohort_lines(
    "delivery_rates_by_day", marks.lines, delivery_rate, delivery_rate_upper, read_rate
)
delivery_cohorts = _cohort_lines("delivery_cohorts", marks.close_lines, *_in_time, delivery_rate)
