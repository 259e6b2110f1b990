"""The company's calls: people who ring in, and tasks that ring out."""

from twin_stats.demo.calls.rows import rows

__all__ = ["rows"]
