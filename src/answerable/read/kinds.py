"""What kind of file some bytes are."""

from __future__ import annotations

import json
import re
import zipfile
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath

from answerable.errors import NoTextError, UnreadableError, UnsupportedError
from answerable.model import Source


class Kind(StrEnum):
    """The kinds of file that can be read."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    HANSARD = "hansard"
    JSONL = "jsonl"
    PLAIN = "plain"


_MEDIA_TYPES = {
    "application/pdf": Kind.PDF,
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Kind.DOCX,
    "application/jsonl": Kind.JSONL,
    "application/x-ndjson": Kind.JSONL,
    "text/plain": Kind.PLAIN,
    "text/markdown": Kind.PLAIN,
}
_SUFFIXES = {
    ".pdf": Kind.PDF, ".html": Kind.HTML, ".htm": Kind.HTML, ".xhtml": Kind.HTML, ".docx": Kind.DOCX,
    ".jsonl": Kind.JSONL, ".ndjson": Kind.JSONL,
    ".txt": Kind.PLAIN, ".text": Kind.PLAIN, ".md": Kind.PLAIN, ".markdown": Kind.PLAIN, ".rst": Kind.PLAIN,
}  # fmt: skip

_STRANGERS = (
    (b"\x89PNG", "a picture (PNG); put it into a PDF and try --ocr"),
    (b"\xff\xd8\xff", "a picture (JPEG); put it into a PDF and try --ocr"),
    (b"GIF8", "a picture (GIF)"),
    (b"II*\x00", "a picture (TIFF); put it into a PDF and try --ocr"),
    (b"MM\x00*", "a picture (TIFF); put it into a PDF and try --ocr"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"Rar!", "a RAR archive; unpack it first"),
    (b"SQLite format 3", "a SQLite database"),
    (b"{\\rtf", "Rich Text (RTF); save it as DOCX"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # old Office files, and encrypted new ones
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?>(?:(?><!--.*?-->)\s*)*)<(?:!doctype\s+html|html|head|body|article|main|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_HANSARD = re.compile(rb"<publicwhip\b")
_XML = re.compile(rb"\s*<\?xml\b|\s*<(?:rss|feed|svg)\b")


def kind_of(data: bytes, source: Source) -> Kind:
    """The kind of a file, by its bytes first, then by its media type, then by its name.

    Raises NoTextError if it is empty, UnreadableError if it is encrypted, UnsupportedError if no reader takes it.
    """
    if not data.strip():
        raise NoTextError(source.url, "is empty")
    for magic, what in _STRANGERS:
        if data.startswith(magic):
            raise UnsupportedError(source.url, f"is {what}")
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data, source)
    if data.startswith(_OLE):
        return _compound(data, source)
    return _textual(data, source)


def _zipped(data: bytes, source: Source) -> Kind:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        if _told(source) is Kind.DOCX:
            raise UnreadableError(source.url, "a broken DOCX (its zip container is damaged)") from None
        raise UnreadableError(source.url, "a broken zip archive") from None
    if any(name.startswith("word/document") for name in names):
        return Kind.DOCX
    if _told(source) is Kind.DOCX:
        raise UnreadableError(source.url, "a broken DOCX (it holds no document)")
    raise UnsupportedError(source.url, "is a zip archive or an Office file that is no DOCX")


def _compound(data: bytes, source: Source) -> Kind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableError(source.url, "encrypted: it opens with a password only")
    raise UnsupportedError(source.url, "is an old Office file (.doc); save it as DOCX")


def _textual(data: bytes, source: Source) -> Kind:
    told = _told(source)
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if _HANSARD.search(head):
        return Kind.HANSARD
    if told is Kind.JSONL or (told in (None, Kind.PLAIN) and _is_record(data)):
        return Kind.JSONL
    if _HTML.match(head) and _suffix(source) is not Kind.PLAIN:
        return Kind.HTML
    if told is Kind.HTML or told is Kind.PLAIN:
        return told
    if told is not None:
        raise UnreadableError(source.url, f"named or served as {told.value}, but it is not")
    if _XML.match(head):
        raise UnsupportedError(source.url, "is XML of a kind that no reader takes")
    if b"\0" in head and not head.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnsupportedError(source.url, "is a type of file that no reader takes")
    suffix = PurePosixPath(source.url).suffix
    if source.media_type and source.media_type.split("/")[0] not in ("text", "application"):
        raise UnsupportedError(source.url, f"is of type {source.media_type}, which no reader takes")
    if suffix.lower() in (".csv", ".json", ".xlsx", ".css", ".js", ".xml"):
        raise UnsupportedError(source.url, f"is of a type ({suffix}) that no reader takes")
    return Kind.PLAIN


def _told(source: Source) -> Kind | None:
    """The kind that the media type or else the name tells."""
    media_type = (source.media_type or "").split(";")[0].strip().lower()
    return _MEDIA_TYPES.get(media_type) or _suffix(source)


def _suffix(source: Source) -> Kind | None:
    path = re.sub(r"[?#].*", "", source.url) if "://" in source.url else source.url
    return _SUFFIXES.get(PurePosixPath(path).suffix.lower())


def _is_record(data: bytes) -> bool:
    """Whether the first line is a JSON object with a text."""
    line = data.lstrip().split(b"\n", 1)[0]
    if not line.startswith(b"{"):
        return False
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row
