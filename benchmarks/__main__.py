"""`python -m benchmarks`: measure, print, and rewrite the results in benchmarks/README.md."""

import argparse
import sys
from pathlib import Path

from benchmarks import report
from benchmarks.crowd import measured as crowd
from benchmarks.documents.measured import measured as documents_measured
from benchmarks.documents.told import told
from benchmarks.exports import measured as exports
from benchmarks.loading.measured import measured as import_measured
from benchmarks.machine import described
from benchmarks.pages import measured as pages
from benchmarks.pages.table import whole
from benchmarks.queries import known
from benchmarks.queries import measured as queries_measured
from benchmarks.screen import measured as screen
from benchmarks.screen.table import crowds, looks

PARTS = ("queries", "pages", "screen", "crowd", "import", "documents", "exports")
DOCUMENTS = ("xhtml2pdf", "reportlab", "weasyprint", "pypdf", "jinja2")
FILES = ("duckdb", "pyarrow", "xlsxwriter")
DATA = Path(__file__).parent / "data"


def main() -> None:
    """Measure what was asked for."""
    asked = _arguments()
    if asked.only in (None, "queries"):
        results = []
        for rows in asked.rows:
            for result in queries_measured(asked.data, rows, asked.rounds):
                results.append(result)
                print(report.summary(results), file=sys.stderr)
        _tell("queries", report.queries(results, known()[1]), asked.keep)
    if asked.only in (None, "pages"):
        _tell("pages", _pages(asked), asked.keep)
    if asked.only in (None, "screen"):
        place = pages.home(asked.data, asked.messages)
        _tell("screen", looks(screen.measured(place, asked.data, asked.rounds)), asked.keep)
    if asked.only in (None, "crowd"):
        crowd_home = crowd.home(asked.data)
        _tell("crowd", crowds(list(crowd.measured(crowd_home, asked.visitors, asked.seconds))), asked.keep)
    _files(asked)


def _files(asked: argparse.Namespace) -> None:
    """What is read from files, and written to them."""
    if asked.only in (None, "import"):
        found = import_measured(asked.data, max(asked.rows), asked.import_rounds)
        _tell("import", f"{described()}\n\n{report.loading(found)}", asked.keep)
    if asked.only in (None, "documents"):
        made = told(documents_measured(asked.rounds))
        _tell("documents", f"{described(DOCUMENTS)}\n\n{made}", asked.keep)
    if asked.only in (None, "exports"):
        files = exports.told(exports.measured(asked.data))
        _tell("exports", f"{described(FILES)}\n\n{files}", asked.keep)


def _pages(asked: argparse.Namespace) -> str:
    place = pages.home(asked.data, asked.messages)
    results = [
        (f"last {shown} days", result)
        for shown in (30, 400)
        for result in pages.measured(place, shown, asked.rounds)
    ]
    return whole(asked.messages, results)


def _tell(section: str, text: str, keep: bool) -> None:
    print(text)
    if not keep:
        report.rewrite(section, text)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[1_000_000, 10_000_000], metavar="N")
    parser.add_argument("--only", choices=PARTS)
    parser.add_argument("--messages", type=int, default=10_000_000, metavar="N", help="chat messages (pages)")
    parser.add_argument("--visitors", type=int, default=50, metavar="N", help="at once (crowd)")
    parser.add_argument("--seconds", type=float, default=120, metavar="N", help="that they stay (crowd)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="of the queries (default: 5)")
    parser.add_argument(
        "--import-rounds", type=int, default=1, metavar="N", help="of the import (default: 1)"
    )
    parser.add_argument("--data", type=Path, default=DATA, help="where stores lie between runs")
    parser.add_argument("--keep", action="store_true", help="leave the README as it is")
    return parser.parse_args()


if __name__ == "__main__":
    main()
