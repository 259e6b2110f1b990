"""Account transactions: what came in, every movement with its balance, and how long the money lasts."""

from twin_stats.ui.money.account.page import show

show()
