"""`python -m twin_stats.billing.document.worker`: snapshots of invoices come in, PDFs go out.

A message is its length in eight bytes, then its bytes. An answer begins with a letter: P for a PDF, E for an
error as JSON with its class and facts. It ends where the input ends.
"""

import json
import sys
from typing import IO

from twin_stats import errors
from twin_stats.billing.document.making import render
from twin_stats.billing.model import Invoice

LENGTH = 8


def serve(source: IO[bytes], target: IO[bytes]) -> None:
    """Answer each message of the source."""
    while snapshot := received(source):
        send(target, answer(snapshot))


def answer(snapshot: bytes) -> bytes:
    """The PDF of a snapshot, or why there is none."""
    try:
        return b"P" + render(Invoice.from_json(snapshot.decode()))
    except errors.TwinStatsError as error:
        told = {
            "error": type(error).__name__,
            "facts": {name: str(value) for name, value in error.facts.items()},
        }
    except Exception as error:
        reason = f"{type(error).__name__}: {error}"
        told = {"error": errors.DocumentNotMade.__name__, "facts": {"reason": reason}}
    return b"E" + json.dumps(told).encode()


def received(source: IO[bytes]) -> bytes:
    """The next message; nothing where the source has ended."""
    length = source.read(LENGTH)
    return source.read(int.from_bytes(length)) if len(length) == LENGTH else b""


def send(target: IO[bytes], message: bytes) -> None:
    """Write a message whole."""
    target.write(len(message).to_bytes(LENGTH) + message)
    target.flush()


if __name__ == "__main__":
    output = sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints must not get between the answers
    serve(sys.stdin.buffer, output)
