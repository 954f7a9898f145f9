"""Documents in the layouts that reports and responses come in, all of them fiction, read by the real readers."""

from __future__ import annotations

from answerable.extract.recommendations import find_asks
from answerable.extract.responses import find_responses
from answerable.model import Ask, Document, Medium, Response, Source
from answerable.read import read


def text(words: str, medium: Medium = Medium.UNKNOWN) -> Document:
    """A plain text as a document."""
    return read(words.encode(), Source("lamps.txt", medium=medium))


def page(body: str, medium: Medium = Medium.UNKNOWN) -> Document:
    """The body of an HTML page as a document."""
    html = f"<html><head><title>Lamps</title></head><body><article>{body}</article></body></html>"
    return read(html.encode(), Source("lamps.html", medium=medium))


def asks(document: Document) -> list[Ask]:
    """The asks of a document, each pin checked."""
    found = find_asks(document)
    for ask in found:
        assert ask.text == ask.span.of(document.text)
    return list(found)


def responses(document: Document) -> list[Response]:
    """The responses of a document, each pin checked."""
    found = find_responses(document, (), find_asks(document))
    for response in found:
        assert response.text == response.span.of(document.text)
        assert all(span.end <= len(document.text) for span in response.deciding)
    return list(found)


def numbers(found: list[Ask]) -> list[str | None]:
    return [ask.number for ask in found]


def said(found: list[Response]) -> list[tuple[str, str, str]]:
    """Number, disposition and responder of each response."""
    return [
        (r.ask.number or "" if r.ask else "", r.disposition.value, r.by.name if r.by else "") for r in found
    ]  # fmt: skip
