"""Bytes to documents. What kind of file it is is told by the bytes first, then by the media type and the name."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from answerable.errors import NoTextError, UnreadableError, UnsupportedError
from answerable.model import Document, Source
from answerable.read.kinds import Kind, kind_of
from answerable.read.opening import headed


def read(data: bytes, source: Source, *, ocr: bool = False) -> Document:
    """The one document of a file.

    `source.url` names the file in errors and helps to tell its kind; what `source` says wins over what the file says
    of itself. `ocr` allows text to be recognised where a PDF holds pictures only.
    Raises UnreadableError, NoTextError or UnsupportedError naming the file; UnsupportedError for JSONL that holds
    several documents (see `read_many`).
    """
    kind = kind_of(data, source)
    if kind is Kind.JSONL:
        documents = list(read_many(data, source, ocr=ocr))
        if len(documents) != 1:
            raise UnsupportedError(source.url, f"holds {len(documents)} documents, not one")
        return documents[0]
    document = _READERS[kind](data, source, ocr)
    return headed(document) if kind in (Kind.PLAIN, Kind.HTML, Kind.DOCX) else document


def read_many(data: bytes, source: Source, *, ocr: bool = False) -> Iterator[Document]:
    """The documents of a file: one a line for JSONL, one for the rest. Raises as `read` does.

    JSONL yields every good line first; if there were bad ones, UnreadableError naming "file:line" is raised last.
    """
    if kind_of(data, source) is Kind.JSONL:
        from answerable.read.jsonl import read_jsonl

        yield from read_jsonl(data, source)
    else:
        yield read(data, source, ocr=ocr)


# ---------------------------------------------------------------- one reader a kind; its library is loaded when used


def _pdf(data: bytes, source: Source, ocr: bool) -> Document:
    from answerable.read.pdf import read_pdf

    return read_pdf(data, source, ocr=ocr)


def _html(data: bytes, source: Source, ocr: bool) -> Document:
    from answerable.read.html import read_html

    return read_html(data, source)


def _docx(data: bytes, source: Source, ocr: bool) -> Document:
    from answerable.read.docx import read_docx

    return read_docx(data, source)


def _hansard(data: bytes, source: Source, ocr: bool) -> Document:
    from answerable.read.hansard import read_hansard

    return read_hansard(data, source)


def _plain(data: bytes, source: Source, ocr: bool) -> Document:
    from answerable.read.plain import read_plain

    return read_plain(data, source)


_READERS: dict[Kind, Callable[[bytes, Source, bool], Document]] = {
    Kind.PDF: _pdf,
    Kind.HTML: _html,
    Kind.DOCX: _docx,
    Kind.HANSARD: _hansard,
    Kind.PLAIN: _plain,
}

__all__ = ["NoTextError", "UnreadableError", "UnsupportedError", "read", "read_many"]
