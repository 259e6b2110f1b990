"""Pictures: their letters are drawn on any machine, and their colours are those of the theme."""

from io import BytesIO

import pytest
import vl_convert
from PIL import Image

from tests.unit.analytics.conftest import Table
from tests.unit.source.making import call
from twin_stats.analytics import calls
from twin_stats.exports import picture
from twin_stats.exports.seen import Seen, seen

LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯёЁ№–«»·"


def shown(table: Table, **more: str) -> Seen:
    asked = table([call("2026-01-05 10:00", bot=f"Бот {number}") for number in range(3)])
    return seen(calls.calls_by_bot, asked.filters(), asked.stores.frame, **more)


def test_every_russian_letter_looks_different_from_every_other() -> None:
    drawn = {
        bytes(
            vl_convert.svg_to_png(
                f'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><text x="5" y="30" '
                f'font-family="{picture.FONT}" font-size="24">{letter}</text></svg>'
            )
        )
        for letter in LETTERS
    }
    assert len(drawn) == len(LETTERS)


@pytest.mark.parametrize(("theme", "ground"), [("light", (255, 255, 255)), ("dark", (23, 28, 40))])
def test_the_picture_has_the_ground_of_the_theme_and_is_as_fine_as_two_screens(
    table: Table, theme: str, ground: tuple[int, int, int]
) -> None:
    image = Image.open(BytesIO(picture.png(shown(table, theme=theme)))).convert("RGB")
    assert image.getpixel((2, 2)) == ground
    assert image.width > picture.SCALE * picture.WIDTH and len(image.getcolors(1 << 20) or ()) > 20


def test_numbers_are_written_as_the_language_writes_them(table: Table) -> None:
    asked = table([call("2026-01-05 10:00", bot="Anna") for _ in range(1234)])
    drawn = {
        language: picture.svg(
            seen(calls.calls_by_bot, asked.filters(), asked.stores.frame, language=language)
        )
        for language in ("en", "ru")
    }
    assert ">1,234<" in drawn["en"].decode() and ">1\N{NO-BREAK SPACE}234<" in drawn["ru"].decode()


def test_a_name_in_the_data_is_drawn_and_not_read_as_markup(table: Table) -> None:
    asked = table([call("2026-01-05 10:00", bot="<image href='http://x/y.png'/>")])
    drawn = picture.svg(seen(calls.calls_by_bot, asked.filters(), asked.stores.frame)).decode()
    assert "&lt;image href" in drawn and "<image" not in drawn
