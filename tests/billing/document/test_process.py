"""Rendering elsewhere: the same bytes from every process, and nothing that hangs for ever."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from tests.billing.document.invoices import RUSSIAN_BUYER, english, russian
from twin_stats.billing.document import render
from twin_stats.billing.document.pool import Pool
from twin_stats.billing.model import Invoice, Party
from twin_stats.errors import DocumentNotMade, DocumentTooSlow, TextUnprintable

HANG = (sys.executable, "-c", "import time; time.sleep(60)")
FALL = (sys.executable, "-c", "import sys; sys.stdin.buffer.read(8); sys.exit(3)")
ONCE = """
import sys
from twin_stats.billing.document import render
from twin_stats.billing.model import Invoice

sys.stdout.buffer.write(render(Invoice.from_json(sys.stdin.read())))
"""


SHOWING = """
import sys
import twin_stats.commands.money.invoice, twin_stats.ui.money.documents.invoices, twin_stats.ui.server
from twin_stats.billing.document import html
from twin_stats.billing.model import Invoice

html(Invoice.from_json(sys.stdin.read()))
print(*{"xhtml2pdf", "pypdf"} & set(sys.modules))
"""


@pytest.fixture
def pool() -> Iterator[Pool]:
    made = Pool()
    yield made
    made.close()


@pytest.mark.parametrize("invoice", [english(), russian()], ids=["en", "ru"])
def test_equal_snapshots_have_equal_bytes_in_two_processes(invoice: Invoice) -> None:
    snapshot = invoice.to_json()
    made = {
        subprocess.run(
            [sys.executable, "-c", ONCE], input=snapshot.encode(), capture_output=True, check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PATH": "", "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }  # fmt: skip
    assert made == {render(invoice)}


def test_what_shows_invoices_does_not_load_what_draws_them() -> None:
    said = subprocess.run(
        [sys.executable, "-c", SHOWING], input=english().to_json().encode(), capture_output=True
    )
    assert (said.stdout, said.returncode) == (b"\n", 0), said.stderr


def test_a_process_renders_one_invoice_after_another(pool: Pool) -> None:
    assert pool.render(english()) == render(english())
    (process,) = pool.idle
    assert pool.render(russian()) == render(russian())
    assert pool.idle == [process]


def test_three_at_once_take_two_processes(pool: Pool) -> None:
    made: list[bytes] = []
    threads = [threading.Thread(target=lambda: made.append(pool.render(english()))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [render(english())] * 3
    assert len(pool.idle) == 2


def test_an_error_comes_back_as_what_it_is(pool: Pool) -> None:
    bad = Party(**{**vars(RUSSIAN_BUYER), "name": "ООО 🦊"})
    with pytest.raises(TextUnprintable) as raised:
        pool.render(russian(buyer=bad))
    assert raised.value.say("ru") == (
        "Документ нельзя сформировать: реквизит покупателя «название компании» содержит символы, которые "
        "нельзя напечатать: 🦊 (U+1F98A). Запишите латиницей, кириллицей или греческими буквами."
    )
    assert pool.render(russian()) == render(russian())


def test_a_render_that_hangs_is_ended_and_said() -> None:
    begun = time.monotonic()
    with pytest.raises(DocumentTooSlow, match="after 1 seconds"):
        Pool(seconds=1, command=HANG).render(english())
    assert time.monotonic() - begun < 10


def test_a_process_that_falls_is_said_and_replaced(pool: Pool) -> None:
    with pytest.raises(DocumentNotMade, match="exit code 3"):
        Pool(command=FALL).render(english())
    pool.render(english())
    pool.idle[0].kill()
    pool.idle[0].wait()
    assert pool.render(english()) == render(english())
