"""The day that it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today(zone: ZoneInfo) -> date:
    """Today in a zone."""
    return datetime.now(UTC).astimezone(zone).date()
