"""Charts whose rows are cut out of a wider question: each gets what it would have asked for itself."""

from dataclasses import replace

import pandas as pd
import pytest

from tests.charts.test_charts import busy
from tests.drill.looking import CHOSEN, looking
from tests.unit.analytics.asking import Asked as Store
from tests.unit.analytics.conftest import Table
from tests.unit.source.making import sending
from twin_stats.analytics import catalogue, notifications
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.figures.timeline import over_time
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.parts import part
from twin_stats.analytics.query import Asked, Values, ask

__all__ = ["busy"]

PARTS = {name: chart for name, chart in catalogue.charts().items() if chart.question is not chart.query}
FILTERS = {
    "everything": {},
    "statuses": CHOSEN["statuses"],
    "unknown": {"status": ["", "READ"], "channel": ["", "Viber", "SMS"]},
    "nothing": {"status": ["no such"], "channel": ["no such"]},
}


def test_many_charts_are_parts() -> None:
    assert len({id(chart.question) for chart in PARTS.values()}) <= 8 < 30 <= len(PARTS)


def same(store: Store, chart: Chart, filters: Filters) -> pd.DataFrame:
    """The chart's own rows, which are those that are cut out for it."""
    own = store.stores.frame(chart.query(filters))
    found = chart.part(store.stores.frame(chart.question(filters)), filters)
    pd.testing.assert_frame_equal(found, own, check_dtype=False, check_column_type=False)
    drawn = [chart.data(each, filters, filters.as_of) for each in (found, own)]
    pd.testing.assert_frame_equal(*drawn, check_dtype=False, check_column_type=False)
    return own


@pytest.mark.parametrize("chosen", FILTERS)
@pytest.mark.parametrize("name", PARTS)
def test_a_part_is_what_it_would_have_asked_for_itself(busy: Store, name: str, chosen: str) -> None:
    same(busy, PARTS[name], looking(busy, "everything").choosing(FILTERS[chosen]))


def test_messages_of_no_known_channel_or_status_are_in_their_parts(table: Table) -> None:
    store = table(
        [
            sending(f"2026-01-0{day} 10:00", status, channel)
            for day in (5, 6, 8)
            for status in ("READ", "NEW", None)
            for channel in ("SMS", "Fax", None)
        ],
        subject="notifications",
    )
    count = {"": 27, "status": 9, "channel": 9}
    for name, number in count.items():
        filters = store.filters("2026-01-05", "2026-01-10", **({name: [""]} if name else {}))
        for chart in (chart for chart in PARTS.values() if chart.subject == "notifications"):
            same(store, chart, filters)
        assert same(store, PARTS["notifications_by_channel"], filters)["notifications"].sum() == number
    others = same(store, PARTS["other_channels_by_statuses_and_days"], store.filters())
    assert others["notifications"].sum() == 18


WHOLE = over_time(notifications.delivered, by=("channel",))


@pytest.mark.parametrize(
    ("asked", "rows"),
    [
        (over_time(notifications.sent), None),
        (over_time(notifications.delivered, by=("status",)), None),
        (over_time(notifications.delivered), Values("status", ("READ",))),
        (ask(notifications.delivery_median), None),
        (replace(over_time(notifications.delivered), axis=lambda _: "hour"), None),
    ],
    ids=["another figure", "another dimension", "rows nobody told apart", "a quantile", "another time"],
)
def test_what_does_not_add_up_is_no_part(asked: Asked, rows: Values | None) -> None:
    with pytest.raises(ValueError, match="are no part of"):
        part(asked, WHOLE, rows)
