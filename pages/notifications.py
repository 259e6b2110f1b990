"""Notification graphs: all messages sent to clients."""

from twin_stats.analytics import notifications as n
from twin_stats.ui.page import Page, Section, show

COUNTS = (n.notifications, n.sent, n.delivered, n.read, n.failed, n.unconfirmed)
RATES = (n.delivery_rate, n.delivery_rate_upper, n.read_rate, n.delivery_median)
AMOUNTS = (n.parts, n.notification_price, n.price_per_delivered)
GENERAL = Section(
    "notifications",
    counters=(*COUNTS, *RATES, *AMOUNTS),
    charts=(
        (n.notifications_by_status_and_day, n.notifications_by_status_and_day_in_percent),
        (n.notifications_by_channel, n.notifications_by_status, n.failure_reasons),
        (n.delivery_rates_by_day, n.delivery_cohorts),
        (n.delivery_times, n.notifications_by_hour, n.notification_price_by_day),
    ),
)
CHANNELS = [Section(name, charts=(pair,)) for name, pair in n.BY_CHANNEL.items()]

show(Page(name="notifications", filters=("channel", "status"), sections=(GENERAL, *CHANNELS)))
