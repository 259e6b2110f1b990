"""The company's notifications: single messages, mailings, the campaign, and what became of each."""

from twin_stats.demo.notifications.rows import rows

__all__ = ["rows"]
