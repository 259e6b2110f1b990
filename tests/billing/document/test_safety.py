"""Whatever somebody calls himself: it stands in the document as it is, or is refused; nothing is fetched."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.billing.document import hostile
from tests.billing.document.invoices import english, russian
from tests.billing.document.reading import flat, text
from twin_stats.billing.document import html, render
from twin_stats.billing.document.drawing.pdf import pdf
from twin_stats.errors import DocumentNotMade, TextTooLong, TextUnprintable

HOUSE = Path(__file__).parents[3]
SECRET = "the secret of the house"


@pytest.fixture(scope="module")
def server() -> Iterator[socket.socket]:
    """A server on the loopback that nobody may call."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.setblocking(False)
        yield listening


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("hostile")


@pytest.fixture(scope="module")
def outcomes(folder: Path, server: socket.socket) -> list[dict[str, Any]]:
    """What became of each text, rendered in a process that is watched."""
    secret = folder / "secret.txt"
    secret.write_text(SECRET)
    command = [sys.executable, hostile.__file__, folder, str(server.getsockname()[1]), secret]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=HOUSE, env=os.environ | {"PYTHONPATH": str(HOUSE)}
    )
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def test_there_are_forty(outcomes: list[dict[str, Any]]) -> None:
    assert len({one["text"] for one in outcomes}) == 40


def test_nothing_is_opened_but_our_fonts_and_pages(
    outcomes: list[dict[str, Any]], server: socket.socket
) -> None:
    assert [one for one in outcomes if one["seen"]] == []
    with pytest.raises(BlockingIOError):
        server.accept()


@pytest.mark.needs("poppler")
def test_each_stands_in_the_text_as_it_is_or_is_refused(outcomes: list[dict[str, Any]], folder: Path) -> None:
    for number, one in enumerate(outcomes):
        if one["refused"]:
            assert one["refused"].startswith("A document cannot be made: the seller’s detail")
        else:
            said = flat(text((folder / f"{number}.pdf").read_bytes(), folder, "-raw"))
            # Seller, buyer, its street and the line's detail.
            assert said.count(flat(one["text"])) >= 4, one["text"]
            assert SECRET not in said


def test_refused_are_letters_that_we_lack_and_tricks_only(outcomes: list[dict[str, Any]]) -> None:
    refused = [one["text"] for one in outcomes if one["refused"]]
    assert [value[:4] for value in refused] == ["Fox ", "safe", "שלום", "nul\x00"]


def test_a_page_of_html_holds_no_tag_of_theirs(outcomes: list[dict[str, Any]], folder: Path) -> None:
    plain = {language: tags(html(one)) for language, one in (("en", english()), ("ru", russian()))}
    for number, one in enumerate(outcomes):
        if not one["refused"]:
            page = (folder / f"{number}.html").read_text(encoding="utf-8")
            assert tags(page) <= plain["ru" if number % 2 else "en"]


def tags(page: str) -> set[tuple[str, ...]]:
    """Every tag with its attributes' names."""
    found: set[tuple[str, ...]] = set()
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.add((tag, *(name for name, _ in attributes)))  # type: ignore[method-assign]
    parser.feed(page)
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_sentence_names_the_field_and_the_characters(language: str) -> None:
    with pytest.raises(TextUnprintable) as raised:
        render(hostile.hostile("A\N{RIGHT-TO-LEFT OVERRIDE}\N{PILE OF POO}", english(language=language)))
    said = raised.value.say(language)
    assert "U+202E, \N{PILE OF POO} (U+1F4A9)" in said
    assert ("the seller’s detail “company name”" if language == "en" else "«название компании»") in said


def test_a_text_without_end_is_refused() -> None:
    with pytest.raises(TextTooLong, match="the seller’s detail “company name” is longer than 500 characters"):
        render(hostile.hostile("W" * 501, english()))


@pytest.mark.parametrize(
    "html_text",
    [
        "<p style='font-family: Nowhere'>x</p>",
        "<p>ж</p>",
        "<img src='http://127.0.0.1:9/x.png'>",
        "<img src='file:///etc/passwd'>",
        "<img src='../../pdf.py'>",
    ],
)
def test_whatever_the_library_warns_of_is_an_error(html_text: str) -> None:
    with pytest.raises(DocumentNotMade):
        pdf(f"<html><body>{html_text}</body></html>")
