"""The number of pages, written when all are drawn: to know it while drawing, xhtml2pdf would draw twice."""

import hashlib
import io

from pypdf import PdfReader, PdfWriter
from pypdf.generic import EncodedStreamObject

from twin_stats.errors import DocumentNotMade


def placeholder(content: str) -> str:
    """What stands for the number of pages until they are counted: nobody can write its own digest."""
    return hashlib.sha256(content.encode()).hexdigest()[:12]


def counted(document: bytes, stands_in: str) -> bytes:
    """The document with the number of its pages wherever the placeholder stands: once on each page."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(document)))
    mark = stands_in.encode()
    number = str(len(writer.pages)).encode()
    for page in writer.pages:
        content = page["/Contents"].get_object()
        if not isinstance(content, EncodedStreamObject) or content.get_data().count(mark) != 1:
            raise DocumentNotMade(reason="a page without its number")
        content.set_data(content.get_data().replace(mark, number))
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()
