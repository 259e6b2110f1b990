"""Marks worked out by hand: the edges of a day, and who the others are."""

import pytest

from tests.unit.analytics.asking import Asked
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call
from twin_stats.analytics import calls
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.drill import find
from twin_stats.analytics.drill.mark import marked
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.wording import OTHERS


def behind(asked: Asked, chart: Chart, filters: Filters, column: str) -> dict[object, list[str]]:
    """The bots of the rows behind each mark, by what the mark has in a column."""
    read, found = asked.stores.frame, {}
    data = chart.data(read(chart.query(filters)), filters, None)
    for place, value in enumerate(data[column]):
        rows = read(find.of_mark(marked(chart, data, place, filters, read=read)).all())
        found[value] = rows["bot"].fillna("nobody").to_list()
        assert len(rows) == data["value"].iloc[place]
    return found


def test_a_day_begins_at_its_midnight_and_does_not_hold_the_next(table: Table) -> None:
    ends = {"first": "2026-03-28 23:00", "last": "2026-03-29 21:59:59.999999", "next": "2026-03-29 22:00"}
    asked = table([call(at, bot=name) for name, at in ends.items()], zone="Europe/Berlin")
    found = behind(asked, calls.calls_by_status_and_day, asked.filters("2026-03-29", "2026-03-31"), "bucket")
    assert found == {"2026-03-29": ["first", "last"], "2026-03-30": ["next"]}


@pytest.mark.parametrize("nobody", [1, 9])
def test_the_others_are_all_without_a_mark_of_their_own(nobody: int, table: Table) -> None:
    """Twenty bots have more calls than the last two; the unknown bot is among the others, or is not."""
    many = [call("2026-01-05 10:00", bot=f"bot {number:02d}") for number in range(20) for _ in range(3)]
    few = [call("2026-01-05 11:00", bot=f"few {number}") for number in range(2)]
    asked = table([*many, *few, *(call("2026-01-05 12:00") for _ in range(nobody))])
    found = behind(asked, calls.calls_by_bot, asked.filters(), "category")
    expected = ["few 0", "few 1", "nobody"] if nobody == 1 else ["bot 19"] * 3 + ["few 0", "few 1"]
    assert found[OTHERS] == expected
