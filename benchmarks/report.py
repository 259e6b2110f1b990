"""The results as Markdown: ratios, as seconds of a shared machine say little."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.loading.measured import Import
from benchmarks.machine import described
from benchmarks.queries import Result

README = Path(__file__).parent / "README.md"
RATES, MEMORY = 700_000, 2**30
HEADS = {
    "engine, our SQL": ("ours ÷ engine", "ours ÷ engine, same SQL (aim: at most 1.1)"),
    "engine, SQL by hand": ("ours ÷ by hand", "ours ÷ engine, SQL by hand"),
    "SQLite": ("SQLite ÷ ours", "SQLite ÷ ours (aim: at least 10)"),
    "pandas": ("pandas ÷ ours", "pandas ÷ ours (aim: at least 3)"),
}


def summary(results: Sequence[Result]) -> str:
    """A line for each size and period: the page as a whole."""
    heads = ["calls", "period", "seconds of", *(long for _, long in HEADS.values())]
    lines = [
        [f"{each.rows:,}", each.period, kind, *_ratios(each.times.page(kind))]
        for each in results
        for kind in ("clock", "processor")
    ]
    return table(heads, lines)


def details(result: Result) -> str:
    """A line for each question in processor time, with its part of ours for the page."""
    questions = result.times.of("processor")
    whole = sum(times["ours"] for times in questions.values())
    lines = [[name, f"{times['ours'] / whole:.1%}", *_ratios(times)] for name, times in questions.items()]
    return table(["question", "of our time", *(short for short, _ in HEADS.values())], lines)


def loading(found: Import) -> str:
    """The import beside the bare engine."""
    ours, bare, busy = found.ours, found.bare, found.ours.processor / found.ours.seconds
    lines = [
        ["rows a second", f"{found.rows / ours.seconds:,.0f}", f"at least {RATES:,}"],
        ["cores that it had for itself", f"{busy:.1f} of {os.cpu_count()}", ""],
        ["rows a second of processor", f"{found.rows / ours.processor:,.0f}", ""],
        ["memory at most", f"{ours.peak / 2**20:,.0f} MiB", f"at most {MEMORY // 2**20:,} MiB"],
        ["time ÷ bare engine", f"{ours.seconds / bare.seconds:.2f}", ""],
        ["processor time ÷ bare engine", f"{ours.processor / bare.processor:.2f}", ""],
        ["memory ÷ bare engine", f"{ours.peak / bare.peak:.2f}", ""],
    ]
    return f"{found.rows:,} rows, {found.bad:,} of them bad.\n\n{table(['', 'figure', 'aim'], lines)}"


def _ratios(times: Mapping[str, float]) -> list[str]:
    return [_ratio(name, times["ours"], times[name]) for name in HEADS]


def _ratio(name: str, ours: float, other: float) -> str:
    if min(ours, other) < 1e-4:
        return "–"
    return f"{ours / other:.2f}" if name.startswith("engine") else f"{other / ours:.1f}"


def table(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """Markdown, its columns under each other."""
    rows = [heads, ["-" * len(head) for head in heads], *lines]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    shown = [" | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows]
    return "\n".join(f"| {row} |" for row in shown)


def queries(results: Sequence[Result], left_out: Sequence[str]) -> str:
    """All about the questions: the pages as a whole, then each question."""
    parts = [described(), summary(results)]
    if left_out:
        parts.append(f"Not asked, as there is nothing to compare with: {', '.join(left_out)}.")
    for each in results:
        rounds = ", ".join(f"{name} {each.times.rounds(name)}" for name in ("ours", *HEADS))
        parts += [
            f"### {each.rows:,} calls, {each.period}: processor time",
            details(each),
            f"Rounds: {rounds}.",
        ]
    return "\n\n".join(parts)


def rewrite(section: str, text: str) -> None:
    """Put a text between the marks of a section of the README."""
    begin, end = f"<!-- {section} -->", f"<!-- end of {section} -->"
    whole = README.read_text(encoding="utf-8")
    before, _, rest = whole.partition(begin)
    after = rest.partition(end)[2]
    README.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}", encoding="utf-8")
