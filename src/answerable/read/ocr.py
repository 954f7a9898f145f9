"""Text recognised from pictures, where tesseract is on the machine (extra `ocr`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from answerable.errors import NoTextError, UnreadableError
from answerable.model import Document, PartKind, Source
from answerable.read.draft import Draft
from answerable.read.labels import cited, label
from answerable.read.metadata import filled

_DPI = 300
_BROKEN = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")


def recognised(pictures: Callable[[int], Iterator[Any]], source: Source) -> Document:
    """The text in `pictures`, a function that gives the pages at so many dots per inch; marked as read by OCR.

    PAGE, ITEM and PARAGRAPH parts. Raises NoTextError if there is no tesseract or if it finds no text,
    UnreadableError if it fails.
    """
    try:
        import pytesseract
    except ImportError:
        raise NoTextError(source.url, "has no text layer; OCR needs the extra: answerable[ocr]") from None
    draft = Draft()
    try:
        for number, picture in enumerate(pictures(_DPI), 1):
            _page(pytesseract.image_to_string(picture, lang="eng"), number, draft)
    except pytesseract.TesseractNotFoundError:
        raise NoTextError(source.url, "has no text layer, and tesseract is not on this machine") from None
    except pytesseract.TesseractError as error:
        raise UnreadableError(source.url, f"OCR failed ({error.message.strip().splitlines()[0]})") from None
    if not draft.text:
        raise NoTextError(source.url, "has no text layer, and OCR found no text")
    return draft.document(filled(source, media_type="application/pdf"), ocr=True)


def _page(text: str, number: int, draft: Draft) -> None:
    draft.gap()
    start = draft.at
    for block in re.split(r"\n\s*\n", text):
        words = " ".join(_BROKEN.sub("", block).split())
        if words:
            found = label(words)
            draft.block(PartKind.ITEM if found else PartKind.PARAGRAPH, words, label=cited(found))
    draft.mark(PartKind.PAGE, start, label=str(number))
