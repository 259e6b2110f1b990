"""A PDF read back by other people's programs: its text, its codes, whether it is sound."""

import subprocess
from pathlib import Path


def text(pdf: bytes, folder: Path, order: str = "-layout") -> str:
    """The text as pdftotext lays it out, or in the order in which it was drawn ("-raw")."""
    path = _written(pdf, folder)
    return _said("pdftotext", order, str(path), "-")


def flat(value: str) -> str:
    """A text without its spaces and line ends, which a page sets as it likes."""
    return "".join(value.split())


def codes(pdf: bytes, folder: Path) -> list[bytes]:
    """What the QR codes of a PDF say, byte by byte, as zbar reads them from its picture."""
    path = _written(pdf, folder)
    subprocess.run(["pdftoppm", "-r", "300", "-gray", "-png", path, folder / "page"], check=True)
    found = []
    for picture in sorted(folder.glob("page-*.png")):
        command = ["zbarimg", "--quiet", "--raw", "--oneshot", "--nodbus", "-Sbinary", picture]
        read = subprocess.run(command, capture_output=True)
        found += [read.stdout] if read.stdout else []
    return found


def complaints(pdf: bytes, folder: Path) -> str:
    """What qpdf has against the PDF."""
    done = subprocess.run(["qpdf", "--check", _written(pdf, folder)], capture_output=True, text=True)
    return "" if done.returncode == 0 and "WARNING" not in done.stderr else done.stdout + done.stderr


def facts(pdf: bytes, folder: Path) -> dict[str, str]:
    """Title, author, number of pages, as pdfinfo tells them."""
    lines = _said("pdfinfo", str(_written(pdf, folder))).splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _written(pdf: bytes, folder: Path) -> Path:
    path = folder / "document.pdf"
    path.write_bytes(pdf)
    return path


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout
