"""The forms that a chart can be had in as a file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from twin_stats.exports import picture, table, workbook
from twin_stats.exports.seen import Seen
from twin_stats.source.time import local


@dataclass(frozen=True)
class Form:
    """One form: how it is made, how its files' names end, and what the browser is told it is."""

    make: Callable[[Seen], bytes]
    ending: str
    mime: str


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "csv": Form(table.csv, "csv", "text/csv"),
        "csv_for_excel": Form(table.csv_for_excel, "excel.csv", "text/csv"),
        "xlsx": Form(workbook.xlsx, "xlsx", XLSX),
        "png": Form(picture.png, "png", "image/png"),
        "svg": Form(picture.svg, "svg", "image/svg+xml"),
    }
)


def file_name(seen: Seen, form: str) -> str:
    """The chart's name in the catalogue and its days: nothing that a path or a header could stumble over."""
    return f"{stem(seen.chart.name, seen)}.{FORMS[form].ending}"


def stem(name: str, seen: Seen) -> str:
    """A name of the catalogue with the first and the last local day of the period."""
    filters = seen.filters
    last = local(filters.period.end - timedelta(microseconds=1), filters.zone)
    return f"{name}_{local(filters.period.start, filters.zone):%Y-%m-%d}_{last:%Y-%m-%d}"
