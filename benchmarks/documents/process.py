"""`python -m benchmarks.documents.process WAY LINES`: one render in a process of its own, for its memory."""

import os
import sys

from benchmarks.documents.invoice import invoice
from benchmarks.documents.ways import WAYS
from benchmarks.loading.process import run


def memory(way: str, lines: int) -> int:
    """Bytes at most of a process that renders one invoice so."""
    return run(["benchmarks.documents.process", way, str(lines)], os.environ).peak


if __name__ == "__main__":
    WAYS[sys.argv[1]](invoice(int(sys.argv[2])))
