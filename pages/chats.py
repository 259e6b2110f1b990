"""Chat graphs: all client chats."""

from twin_stats.analytics import chats as c
from twin_stats.analytics import operators as o
from twin_stats.ui.page import Page, Section, show

COUNTS = (c.chats, c.active_chats, c.closed_chats, c.clients, c.handoffs, c.unanswered_chats)
OUTCOMES = (c.session_median, c.resolution_median, c.containment, c.rating, c.rating_rate, c.chat_price)
WRITTEN = (c.messages, c.client_messages, c.bot_messages, c.operator_messages)
WAITED = (c.first_response_median, c.first_response_p90, c.next_response_median, c.next_response_p90)
SERVED = (c.sl_first, c.sl_next, c.sl_first_left_out, c.sl_next_left_out)

CHATS = Section(
    "chats",
    counters=(*COUNTS, *OUTCOMES),
    charts=(
        (
            c.chats_by_channel_and_day,
            c.chats_by_channel,
            c.chats_by_hour_and_weekday,
            (c.chats_by_bot, c.chats_by_status),
        ),
    ),
)
AUTHORS = (c.messages_by_author_and_day, c.messages_by_author_and_day_in_percent)
MESSAGES = Section("messages", WRITTEN, ((*AUTHORS, c.messages_by_channel),), aside=0)
BY_DAY = (c.first_response_by_day, c.next_response_by_day, c.response_anatomy_by_day, c.containment_by_day)
BY_GROUP = (c.sl_first_by_group, c.sl_next_by_group)
RESPONSES = Section("responses", (*WAITED, *SERVED), ((*BY_DAY, BY_GROUP),))
OPERATORS = Section("operators", o.COUNTERS, o.ACTIVITY, aside=1)
COVERAGE = Section("coverage", charts=o.COVERAGE)

FILTERS = ("channel", "bot", "customer_messages", "group")
show(Page(name="chats", filters=FILTERS, sections=(CHATS, MESSAGES, RESPONSES, OPERATORS, COVERAGE)))
