"""Forty names and addresses that somebody could try, and a process that renders them under watch.

Run as a script with a folder, a port and a secret file: it writes a PDF and a page for each text, and prints
as JSON what became of it and what was opened or connected to meanwhile.
"""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.billing.document.invoices import english, russian
from twin_stats.billing.document import html, render
from twin_stats.billing.model import Invoice
from twin_stats.errors import DocumentProblem

ASSETS = Path(sys.modules[render.__module__].__file__ or "").parent / "assets"
WATCHED = {"open", "os.listdir", "os.scandir", "subprocess.Popen", "os.system", "ctypes.dlopen"}


def texts(port: int, secret: Path) -> list[str]:
    """The forty: markup, styles, addresses of files and servers, tricks with letters, sheer length."""
    web, file = f"http://127.0.0.1:{port}", secret.as_posix()
    return [
        "<b>Bold & Sons</b>",
        "<script>alert(1)</script> Ltd",
        f"<img src='file://{file}'>",
        f'<img src="{web}/pixel.png">',
        f'<link rel="stylesheet" href="{web}/a.css">',
        f"<style>@import url({web}/b.css);</style>",
        f"</style><style>@font-face{{font-family:x;src:url({web}/c.ttf)}}",
        f"@import url('file://{file}');",
        f'" style="background-image:url({web}/d.png)',
        f"' onerror='{web}/e'",
        f"<iframe src={web}/f></iframe>",
        f"<object data={web}/g></object>",
        f"<embed src=file://{file}>",
        f"<svg><image href='{web}/h.svg'/></svg>",
        f"<pdf:barcode value='{web}' type='qr'/>",
        "<pdf:nextpage/><pdf:nextpage/><pdf:nextpage/>",
        "<pdf:toc/><pdf:pagecount/>",
        f"<pdf:font name='x' src='{web}/i.ttf'/>",
        f"<pdf:frame name='y' box='0 0 1 1'/><pdf:template src='file://{file}'/>",
        "</td></tr></table></body></html>",
        "<!-- no end",
        "<![CDATA[ data ]]>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>&x;",
        "{{ 7 * 7 }}{% include '/etc/passwd' %}{{ config }}",
        "${7*7} #{7*7} %(name)s {0} {name}",
        "Tom &amp; Jerry &lt;b&gt; &#65;&#x42; &nbsp;x",
        "../../../../etc/passwd",
        f"file://{file}",
        f"{web}/admin?token=1",
        f"url({web}/j.png)",
        "http://169.254.169.254/latest/meta-data/",
        "javascript:alert(document.domain)",
        "=HYPERLINK(\"http://x\",\"y\")",
        "O'Neill \"and\" `sons`; DROP TABLE invoices; --",
        "W" * 300,
        "Очень длинное название " * 13,
        "Fox \N{FOX FACE} Ltd",
        "safe\N{RIGHT-TO-LEFT OVERRIDE}fdp.exe",
        "שלום בע״מ",
        "nul\x00l\x1b[31m\r\n",
    ]  # fmt: skip


def hostile(value: str, base: Invoice) -> Invoice:
    """The invoice with the text wherever somebody can write one."""
    address = replace(base.buyer.legal_address, street=value, city=value[:60])
    buyer = replace(base.buyer, name=value, legal_address=address, email=value[:60])
    seller = replace(base.seller, name=value, receiver_name=value, bank=value[:200])
    lines = (replace(base.lines[0], detail=value), *base.lines[1:])
    return replace(base, buyer=buyer, seller=seller, lines=lines)


def main(folder: Path, port: int, secret: Path) -> None:
    """Render each text while everything that is opened is noted."""
    for warm in (english(), russian()):
        render(warm), html(warm)
    "".encode("cp1251")  # Python's own module for it, read where a name is long
    seen: list[str] = []
    sys.addaudithook(lambda event, arguments: _note(seen, event, arguments))
    outcomes = []
    for number, value in enumerate(texts(port, secret)):
        invoice = hostile(value, russian() if number % 2 else english())
        seen.clear()
        try:
            made, page, refused = render(invoice), html(invoice), ""
        except DocumentProblem as error:
            made, page, refused = b"", "", error.say()
        noted = list(seen)
        (folder / f"{number}.pdf").write_bytes(made)
        (folder / f"{number}.html").write_text(page, encoding="utf-8")
        outcomes.append({"text": value, "refused": refused, "seen": noted})
    print(json.dumps(outcomes))


def _note(seen: list[str], event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(("socket.", "urllib.", "http.")):
        seen.append(f"{event} {arguments!r}")
    elif event in WATCHED and not _is_asset(arguments[0]):
        seen.append(f"{event} {arguments[0]!r}")


def _is_asset(path: object) -> bool:
    return isinstance(path, str | Path) and Path(path).resolve().is_relative_to(ASSETS)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
