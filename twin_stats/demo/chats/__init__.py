"""The company's chats and their messages: a bot first, then mostly an operator."""

from twin_stats.demo.chats.rows import rows

__all__ = ["rows"]
