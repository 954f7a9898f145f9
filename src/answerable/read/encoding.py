"""Bytes to text: byte order mark, then UTF-8, then what the bytes look like."""

from __future__ import annotations

import codecs

from answerable.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LAYOUT = frozenset("\t\n\r\f\v\x1b\x85")
_SAMPLE = 200_000
"""Bytes that are looked at to guess an encoding."""


def decode(data: bytes, name: str, declared: str | None = None) -> str:
    """The text of `data`, with its line ends as they are; `declared` is an encoding told by the carrier, if any.

    Raises UnreadableError naming `name` if the bytes are no text in any likely encoding.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding, name)
    for likely in ("utf-8", declared):
        try:
            if likely:
                return _text_only(data.decode(likely), name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _text_only(_guessed(data, name), name)


def _strictly(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(name, f"marked as {encoding}, but byte {error.start} is not") from None


def _guessed(data: bytes, name: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        raise UnreadableError(name, "not text in any known encoding")
    return data.decode(best.encoding, "replace" if len(data) > _SAMPLE else "strict")


def _text_only(text: str, name: str) -> str:
    """`text`, unless it is binary data that happens to decode."""
    odd = sum(1 for char in text[:_SAMPLE] if char < " " and char not in _LAYOUT)
    if odd > len(text[:_SAMPLE]) // 1000:
        raise UnreadableError(name, "holds binary data, not text")
    return text
