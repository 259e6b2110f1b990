"""The one clock of the screen, so that a test can say which day it is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today(zone: ZoneInfo) -> date:
    """The day that it is in a zone."""
    return datetime.now(zone).date()


def now() -> datetime:
    """This instant (naive, UTC)."""
    return datetime.now(UTC).replace(tzinfo=None)
