"""A chart as somebody sees it: its data under some filters, in a language and a theme."""

from dataclasses import dataclass

import pandas as pd

from twin_stats import text
from twin_stats.analytics.answer import Read
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.dates import moment


@dataclass(frozen=True, eq=False)
class Seen:
    """What stands on the screen: `data` is that of the chart, `rows` how many rows are behind it."""

    chart: Chart
    filters: Filters
    data: pd.DataFrame
    rows: int
    language: str = "en"
    theme: str = "light"
    company: str = ""

    @property
    def title(self) -> str:
        """The chart's name."""
        return self.say(f"chart.{self.chart.name}")

    @property
    def as_of(self) -> str:
        """The moment that the data are right for, on the company's clock."""
        at = self.filters.as_of
        return moment(at, self.filters.zone, self.language) if at else "–"

    def say(self, key: str, **facts: object) -> str:
        """Words in the reader's language."""
        return text.say(key, self.language, **facts)


def seen(
    chart: Chart,
    filters: Filters,
    read: Read,
    *,
    language: str = "en",
    theme: str = "light",
    company: str = "",
) -> Seen:
    """The chart asked from the store, as the screen does it."""
    frame = read(chart.query(filters))
    data = chart.data(frame, filters, filters.as_of)
    return Seen(chart, filters, data, chart.rows(frame), language, theme, company)
