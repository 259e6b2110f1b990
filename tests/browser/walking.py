"""What the walk over all charts goes by: its company, its days, and what a chart's table must say."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from tests.browser.screen import plain
from tests.exports.reading import table
from twin_stats.analytics.chart import Chart
from twin_stats.analytics.filters import Filters
from twin_stats.analytics.ink.dates import bucket
from twin_stats.settings import Settings
from twin_stats.source import companies
from twin_stats.source.stores import Stores
from twin_stats.source.time import Period, instant
from twin_stats.ui.wording.figures import figure

# Three days, on one of which the clock goes forward.
FIRST, LAST = date(2026, 3, 28), date(2026, 3, 30)
# A channel that no chart is named for.
FAX = "id,created_at,channel,status\n" + "".join(
    f"fax-{hour},2026-03-29T{hour:02d}:00:00Z,Fax,{'DELIVERED' if hour % 3 else 'ERROR'}\n"
    for hour in range(24)
)
FIGURES = ("value", "share", "n", "low", "high", "unfinished", "immature")
# What a table puts where the chart has no mark.
EMPTY = ("0", "0.00", "–")


@dataclass(frozen=True)
class House:
    """The stores that the walk's pages show, read apart from them."""

    home: Path

    @cached_property
    def stores(self) -> Stores:
        """Its stores."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("TWIN_STATS_HOME", str(self.home))
            return Stores(Settings.from_environment())

    @cached_property
    def filters(self) -> Filters:
        """What the pages show."""
        company = companies.one(self.stores, None)
        zone: ZoneInfo = company.zone
        first, after = (
            datetime.combine(day, datetime.min.time()) for day in (FIRST, LAST + timedelta(days=1))
        )
        period, as_of = Period(instant(first, zone), instant(after, zone)), companies.as_of(self.stores)
        return Filters(company.number, zone, period, limits=self.stores.settings.limits, as_of=as_of)

    def shown(self, chart: Chart, sql: str) -> pd.DataFrame:
        """What a chart makes of the rows that a statement gives."""
        with self.stores.events().connect() as connection:
            frame = connection.exec_driver_sql(sql).cursor.to_arrow_table().to_pandas(date_as_object=False)
        return chart.data(frame, self.filters, self.filters.as_of)


@dataclass(frozen=True)
class Files:
    """Both CSV files of a chart, line by line: names of the catalogue, and words."""

    chart: Chart
    raw: list[dict[str, str]]
    worded: list[dict[str, str]]

    @classmethod
    def of(cls, chart: Chart, contents: Mapping[str, bytes]) -> "Files":
        """What was downloaded of a chart."""
        return cls(chart, table(contents["csv"]), table(contents["csv_for_excel"]))

    @property
    def values(self) -> list[float | None]:
        """The value of each mark."""
        return [float(line["value"]) if line["value"] else None for line in self.raw]

    @property
    def names(self) -> list[str]:
        """The columns that name a mark."""
        return [name for name in self.raw[0] if name not in FIGURES]

    def key(self, place: int) -> frozenset[str]:
        """What a mark is named by, in words."""
        lines = zip(self.raw[place].items(), self.worded[place].values(), strict=True)
        return frozenset(_word(name, raw, word) for (name, raw), word in lines if name in self.names)

    def written(self, place: int) -> str:
        """The value of a mark as the screen writes it."""
        return plain(figure(self.values[place], self.chart.unit, "en"))

    def differences(self, head: list[str], rows: list[list[str]]) -> list[object]:
        """What the table on the screen has and the files have not, and the other way round."""
        of_files = Counter((self.key(place), self.written(place)) for place in range(len(self.raw)))
        keys = sum(name != "currency" for name in self.names) + ("Currency" in head)
        is_wide = keys - ("Currency" in head) == 2
        on_screen = Counter(_wide(head, rows, keys - 1) if is_wide else _long(rows, keys))
        more = [each for each in on_screen - of_files if each[1] not in EMPTY]
        return [*(of_files - on_screen), *more]


def _word(name: str, raw: str, word: str) -> str:
    if name in ("day", "week", "month"):
        return bucket(raw, "en")
    return raw[: len("2026-01-31T12:00")].replace("T", " ") if name in ("from", "to") else plain(word)


def _wide(head: list[str], rows: list[list[str]], keys: int) -> Iterator[tuple[frozenset[str], str]]:
    for row in rows:
        for name, cell in zip(head[keys:], row[keys:], strict=True):
            yield frozenset([*_begun(row[:keys]), plain(name)]), plain(cell)


def _long(rows: list[list[str]], keys: int) -> Iterator[tuple[frozenset[str], str]]:
    return ((frozenset(_begun(row[:keys])), plain(row[keys])) for row in rows)


def _begun(cells: list[str]) -> list[str]:
    """Names without until when a bucket goes that is not over."""
    return [re.sub(r" \(to .+\)$", "", plain(cell)) for cell in cells]
