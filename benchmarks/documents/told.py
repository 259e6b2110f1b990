"""The figures of documents as Markdown."""

from benchmarks.documents.measured import LONG, MIDDLE, SHORT, Documents
from benchmarks.report import table

HEADS = ("lines", "pages", "ours, s of processor", "ours ÷ weasyprint", "aim", "ours ÷ ReportLab", "rounds")
AIMS = {SHORT: "at most 0.75", MIDDLE: "", LONG: "at most 0.7"}


def told(found: Documents) -> str:
    """Ratios first, then memory, size and speed."""
    times = [_times(found, lines) for lines in found.seconds]
    return f"{table(HEADS, times)}\n\n{table(['', 'figure', 'aim'], _rest(found))}"


def _times(found: Documents, lines: int) -> list[str]:
    spent, pages, rounds = found.seconds[lines], found.pages[lines], found.rounds[lines]
    weasyprint, bare = (spent["ours"] / spent[other] for other in ("weasyprint", "ReportLab"))
    ratios = [f"{weasyprint:.2f}", AIMS[lines], f"{bare:.1f}"]
    return [f"{lines:,}", str(pages), f"{spent['ours']:.2f}", *ratios, str(rounds)]


def _rest(found: Documents) -> list[list[str]]:
    peaks = {way: f"{peak / 2**20:,.0f} MiB" for way, peak in found.peaks.items()}
    growth = found.seconds[LONG]["ours"] / found.seconds[MIDDLE]["ours"]
    return [
        [f"memory at most, {LONG:,} lines", peaks["ours"], "at most 200 MB"],
        ["the same, weasyprint", peaks["weasyprint"], ""],
        ["the same, ReportLab", peaks["ReportLab"], ""],
        [f"time of {LONG:,} ÷ {MIDDLE} lines", f"{growth:.2f}", "at most 5"],
        ["bytes of a page, one page", f"{found.page_bytes[SHORT]:,}", "at most 40 KB"],
        [f"bytes of a page, {LONG:,} lines", f"{found.page_bytes[LONG]:,}", "at most 40 KB"],
        ["invoices a minute, two processes", f"{found.a_minute:,.0f}", ""],
    ]
