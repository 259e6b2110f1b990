"""Analytics: all messages that were sent, over every channel; a first line leads to the other pages."""

from twin_stats.analytics import calls, chats
from twin_stats.analytics import notifications as n
from twin_stats.ui.cards.doors import Doors, counted
from twin_stats.ui.cards.strips import Strips
from twin_stats.ui.money.balance import door
from twin_stats.ui.page import Page, show

COMPANY = Doors(
    counted(chats.chats, page="chats"),
    counted(calls.calls, page="telephony"),
    door(),
)
MESSAGES = Strips(
    counters=(n.sent, n.delivered, n.delivery_rate, n.read_rate, n.notification_price),
    trend=n.sent_by_day,
    by="channel",
    trends=n.SENT_BY_DAY,
    page="notifications",
)

show(Page(name="analytics", filters=(), sections=(COMPANY, MESSAGES)))
