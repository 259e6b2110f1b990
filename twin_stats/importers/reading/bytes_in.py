"""A text file's bytes as UTF-8 with plain line ends, block by block, whatever it is packed in."""

import codecs
import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, cast

from twin_stats.errors import FileEncoding, FileTruncated
from twin_stats.importers.reading.source import BLOCK, Task

START = 1 << 20
GZIP = b"\x1f\x8b"
MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
CYRILLIC_1251 = range(0xC0, 0x100)


@dataclass(frozen=True)
class Encoding:
    """What a text is written in, how many bytes mark it, and what its lines end with."""

    name: str
    mark: int
    newline: bytes

    @property
    def is_plain(self) -> bool:
        """Whether a reader of UTF-8 can take the file as it is."""
        return self.name == "utf-8" and not self.mark and self.newline != b"\r"


@contextmanager
def unpacked(task: Task) -> Iterator[BinaryIO]:
    """The file's bytes, out of gzip where it is gzip; raise FileTruncated where they end too soon."""
    with task.path.open("rb") as file:
        packed = file.read(2) == GZIP
        file.seek(0)
        try:
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file)) if packed else file
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise FileTruncated(file=task.path) from error


def is_packed(task: Task) -> bool:
    """Whether the file is gzip, whatever it is called."""
    with task.path.open("rb") as file:
        return file.read(2) == GZIP


def encoding_of(task: Task, start: bytes) -> Encoding:
    """The encoding by the mapping's word, by its mark, else UTF-8; raise FileEncoding for another."""
    mark = next((mark for mark in MARKS if start.startswith(mark)), b"")
    name = _named(task) or MARKS.get(mark, "utf-8")
    if name == "utf-8" and start[:1000].count(0) * 10 > len(start[:1000]):
        raise FileEncoding(file=task.path, line=1, found=_zeros(start))
    told = start.decode(name, "replace")
    newline = b"\r\n" if "\r\n" in told else b"\r" if "\r" in told and "\n" not in told else b"\n"
    return Encoding(name, len(mark) if name == MARKS.get(mark) else 0, newline)


def _named(task: Task) -> str | None:
    named = task.shape.encoding
    if not named:
        return None
    try:
        name = codecs.lookup(named).name
    except LookupError as error:
        raise FileEncoding(file=task.path, line=1, found=named) from error
    return "utf-8" if name in ("utf-8-sig", "ascii") else name


def _zeros(start: bytes) -> str:
    """Text with a zero in every other byte is UTF-16 without its mark; else it is no text."""
    for name, every in (("UTF-16-LE", start[1:200:2]), ("UTF-16-BE", start[0:200:2])):
        if every.count(0) > 0.8 * len(every):
            return name
    return "binary data"


def blocks(task: Task, file: BinaryIO, encoding: Encoding) -> Iterator[bytes]:
    """UTF-8 with `\\n` at every line's end; raise FileEncoding for bytes that are none, with their line."""
    file.read(encoding.mark)
    decoder = codecs.getincrementaldecoder(encoding.name)()
    line, done, held = 1, 0, b""
    while raw := file.read(BLOCK):
        done += len(raw)
        try:
            block = _utf8(raw, encoding, decoder)
        except UnicodeDecodeError as error:
            at = line + raw[: error.start].count(b"\n")
            raise FileEncoding(file=task.path, line=at, found=guess(raw[error.start :])) from error
        block, held = _plain_ends(held + block, encoding)
        line += block.count(b"\n")
        yield block
        task.said(done)
    if held or not decoder_is_done(decoder):
        yield held


def decoder_is_done(decoder: codecs.IncrementalDecoder) -> bool:
    """Whether no half letter is left."""
    return decoder.getstate()[0] == b""


def _utf8(raw: bytes, encoding: Encoding, decoder: codecs.IncrementalDecoder) -> bytes:
    if encoding.name == "utf-8" and decoder_is_done(decoder) and raw.isascii():
        return raw
    told = decoder.decode(raw)
    return told.encode("utf-8")


def _plain_ends(block: bytes, encoding: Encoding) -> tuple[bytes, bytes]:
    """The block with plain line ends, and a last `\\r` whose `\\n` may be in the next one."""
    if encoding.newline == b"\n":
        return block, b""
    if encoding.newline == b"\r":
        return block.replace(b"\r", b"\n"), b""
    held = b"\r" if block.endswith(b"\r") else b""
    return block[: len(block) - len(held)].replace(b"\r\n", b"\n"), held


def guess(raw: bytes) -> str:
    """What the bytes that are no UTF-8 most likely are."""
    high = [byte for byte in raw[:20_000] if byte > 0x7F]
    cyrillic = sum(byte in CYRILLIC_1251 for byte in high)
    if cyrillic < 0.9 * len(high) or len(high) < 4:
        return "windows-1252"
    lower = sum(byte >= 0xE0 for byte in high)
    return "windows-1251" if lower * 2 > len(high) else "KOI8-R"
