"""Notification graphs: all messages sent to clients."""

from twin_stats.analytics import notifications as n
from twin_stats.ui.page import Page, Section, show

COUNTS = (n.notifications, n.sent, n.delivered, n.read, n.failed, n.unconfirmed)
RATES = (n.delivery_rate, n.delivery_rate_upper, n.read_rate, n.delivery_median)
AMOUNTS = (n.parts, n.notification_price, n.price_per_delivered)
STATUSES = (n.notifications_by_status_and_day, n.notifications_by_status_and_day_in_percent)
RATES_BY_DAY = (n.delivery_rates_by_day, n.notification_price_by_day)
TIMES = (n.delivery_times, n.notifications_by_hour)
GENERAL = Section(
    "notifications",
    counters=(*COUNTS, *RATES, *AMOUNTS),
    charts=(
        (*STATUSES, n.notifications_by_channel, n.notifications_by_status),
        (RATES_BY_DAY, n.delivery_cohorts, n.failure_reasons, TIMES),
    ),
)
CHANNELS = [
    Section(name, charts=(pair,), of=("channel", n.CHANNEL_OF.get(name)))
    for name, pair in n.BY_CHANNEL.items()
]

show(Page(name="notifications", filters=("channel", "status"), sections=(GENERAL, *CHANNELS)))
