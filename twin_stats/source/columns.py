"""Columns as the event store has them, by what they hold."""

from typing import Any

from sqlalchemy import TIMESTAMP, Boolean, Column, Double, Integer, Numeric, String


def company() -> Column[int]:
    """Whose row it is."""
    return Column("company", Integer, nullable=False)


def needed(name: str) -> Column[str]:
    """A text without which there is no row."""
    return Column(name, String, nullable=False)


def moment(name: str) -> Column[Any]:
    """An instant without which there is no row."""
    return Column(name, TIMESTAMP, nullable=False)


def text(*names: str) -> list[Column[Any]]:
    """Texts."""
    return [Column(name, String) for name in names]


def times(*names: str) -> list[Column[Any]]:
    """Instants in UTC."""
    return [Column(name, TIMESTAMP) for name in names]


def durations(*names: str) -> list[Column[Any]]:
    """Seconds; a log may have fractions."""
    return [Column(name, Double) for name in names]


def counts(*names: str) -> list[Column[Any]]:
    """Whole numbers."""
    return [Column(name, Integer) for name in names]


def flags(*names: str) -> list[Column[Any]]:
    """Yes or no."""
    return [Column(name, Boolean) for name in names]


def money(*names: str) -> list[Column[Any]]:
    """Amounts, and their currency."""
    return [*(Column(name, Numeric(18, 6)) for name in names), Column("currency", String)]


def computed(*columns: Column[Any]) -> list[Column[Any]]:
    """Columns that no import fills: they are worked out as rows are written."""
    for column in columns:
        column.info["computed"] = True
    return list(columns)


def of_session() -> list[Column[Any]]:
    """What rows of other grains carry of their session, so that no query has to join it."""
    return [*text("channel", "bot", "group", "chat_status"), *flags("has_client_messages")]
