"""The figures of documents as Markdown."""

from benchmarks.documents.measured import LONG, MIDDLE, SHORT, Documents
from benchmarks.report import table


def told(found: Documents) -> str:
    """Ratios first, then memory, size and speed."""
    heads = [
        "lines",
        "pages",
        "ours, s of processor",
        "ours ÷ weasyprint",
        "aim",
        "ours ÷ ReportLab",
        "rounds",
    ]
    aims = {SHORT: "at most 0.75", MIDDLE: "", LONG: "at most 0.7"}
    times = [
        [f"{lines:,}", str(found.pages[lines]), f"{spent['ours']:.2f}",
         f"{spent['ours'] / spent['weasyprint']:.2f}",
         aims[lines], f"{spent['ours'] / spent['ReportLab']:.1f}", str(found.rounds[lines])]
        for lines, spent in found.seconds.items()
    ]  # fmt: skip
    peaks = {way: f"{peak / 2**20:,.0f} MiB" for way, peak in found.peaks.items()}
    growth = found.seconds[LONG]["ours"] / found.seconds[MIDDLE]["ours"]
    rest = [
        [f"memory at most, {LONG:,} lines", peaks["ours"], "at most 200 MB"],
        ["the same, weasyprint", peaks["weasyprint"], ""],
        ["the same, ReportLab", peaks["ReportLab"], ""],
        [f"time of {LONG:,} ÷ {MIDDLE} lines", f"{growth:.2f}", "at most 5"],
        ["bytes of a page, one page", f"{found.page_bytes[SHORT]:,}", "at most 40 KB"],
        [f"bytes of a page, {LONG:,} lines", f"{found.page_bytes[LONG]:,}", "at most 40 KB"],
        ["invoices a minute, two processes", f"{found.a_minute:,.0f}", ""],
    ]
    return f"{table(heads, times)}\n\n{table(['', 'figure', 'aim'], rest)}"
