"""What a chart shows as CSV: raw for programs, or as the spreadsheets of a language open it."""

import csv as delimited
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from twin_stats import text
from twin_stats.exports import cells
from twin_stats.exports.columns import Batch, batch, columns
from twin_stats.exports.seen import Seen

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def csv(seen: Seen) -> bytes:
    """Names as in the catalogue, raw numbers, ISO dates: a line for each mark."""
    names = [column.name for column in columns(seen)]
    return lines(names, batch(seen, worded=False), FOR_PROGRAMS).encode()


def csv_for_excel(seen: Seen) -> bytes:
    """Words of the language, its decimal sign and separator, and the mark that Excel knows UTF-8 by."""
    titles = [column.title for column in columns(seen)]
    return (BOM + lines(titles, batch(seen, worded=True), excel(seen.language))).encode()


@dataclass(frozen=True)
class Manner:
    """How a CSV writes its values, and what it separates cells and lines by."""

    write: cells.Write
    between: str = ","
    after: str = "\n"


FOR_PROGRAMS = Manner(cells.raw)


def excel(language: str) -> Manner:
    """How the Excel of a language wants it."""
    yes, no = (text.say(f"export.{word}", language) for word in ("yes", "no"))
    is_russian = language == "ru"
    return Manner(cells.for_excel(is_russian, yes, no), ";" if is_russian else ",", "\r\n")


def lines(titles: Sequence[str], cells_of: Batch, manner: Manner) -> str:
    """Titles, if there are any, then a line for each row of the batch."""
    out = StringIO()
    writer = delimited.writer(out, delimiter=manner.between, lineterminator=manner.after)
    if titles:
        writer.writerow([cells.guarded(title) for title in titles])
    writer.writerows(zip(*([manner.write(value) for value in column] for column in cells_of), strict=True))
    return out.getvalue()
