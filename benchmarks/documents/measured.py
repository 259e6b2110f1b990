"""What documents take: interleaved rounds in processor time, memory, size, and invoices a minute."""

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

from pypdf import PdfReader

from benchmarks.answers import WrongAnswer
from benchmarks.documents.invoice import invoice
from benchmarks.documents.process import memory
from benchmarks.documents.ways import WAYS
from twin_stats.billing.document.content.view import view
from twin_stats.billing.document.pool import Pool
from twin_stats.billing.model import Invoice

SHORT, MIDDLE, LONG = 8, 500, 2000
MINUTE, BOTH = 60, 2


@dataclass(frozen=True)
class Documents:
    """Medians of processor seconds by number of lines and way; the rest of ours."""

    seconds: dict[int, dict[str, float]]
    peaks: dict[str, int]
    page_bytes: dict[int, int]
    pages: dict[int, int]
    a_minute: float
    rounds: dict[int, int]


def measured(rounds: int) -> Documents:
    """Compare what the ways say, then time them."""
    invoices = {lines: invoice(lines) for lines in (SHORT, MIDDLE, LONG)}
    documents = {lines: _checked(one) for lines, one in invoices.items()}
    pages = {lines: len(PdfReader(io.BytesIO(made)).pages) for lines, made in documents.items()}
    turns = {SHORT: 5 * rounds, MIDDLE: rounds, LONG: max(1, rounds // 2)}
    return Documents(
        seconds={lines: _timed(one, turns[lines]) for lines, one in invoices.items()},
        peaks={way: memory(way, LONG) for way in WAYS},
        page_bytes={lines: len(made) // pages[lines] for lines, made in documents.items()},
        pages=pages,
        a_minute=_a_minute(invoices[SHORT], 10 * rounds),
        rounds=turns,
    )


def _checked(one: Invoice) -> bytes:
    """Our document, where all ways say every line and sum of it; else WrongAnswer."""
    shown = view(one, is_whole=True)
    expected = {cell for line in shown.rows.lines for cell in line} | {shown.sums.words, shown.purpose}
    made = {way: render(one) for way, render in WAYS.items()}
    for way, document in made.items():
        said = _flat("".join(page.extract_text() for page in PdfReader(io.BytesIO(document)).pages))
        missing = [each for each in expected if _flat(each) not in said]
        if missing:
            raise WrongAnswer(f"{way} leaves out {missing[:3]}")
    return made["ours"]


def _flat(value: str) -> str:
    return "".join(value.split())


def _timed(one: Invoice, rounds: int) -> dict[str, float]:
    """The median of each way, asked in turn in an order that changes."""
    spent: dict[str, list[float]] = {way: [] for way in WAYS}
    names = list(WAYS)
    for number in range(rounds):
        turn = number % len(names)
        for way in (*names[turn:], *names[:turn]):
            begun = process_time()
            WAYS[way](one)
            spent[way].append(process_time() - begun)
    return {way: median(each) for way, each in spent.items()}


def _a_minute(one: Invoice, count: int) -> float:
    """Invoices a minute by the clock, with two processes as the app starts them."""
    pool = Pool()
    with ThreadPoolExecutor(BOTH) as both:
        list(both.map(pool.render, [one] * BOTH))  # both processes are up
        begun = perf_counter()
        list(both.map(pool.render, [one] * count))
        took = perf_counter() - begun
    pool.close()
    return count * MINUTE / took
