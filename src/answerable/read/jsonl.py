"""JSONL bulk input: one `{"id", "text", …}` a line, its text taken as it is, so offsets agree with the caller's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

from answerable.errors import UnreadableError
from answerable.model import Document, Medium, Source

_TEXTS = ("title", "author", "publisher")
_NAMED = 20
"""Bad lines that are named; the rest are counted."""


def read_jsonl(data: bytes, source: Source) -> Iterator[Document]:
    """The documents of a JSONL file, in order; empty lines are passed over.

    Besides "id" and "text" a line may hold title, author, publisher, medium, url, published (an ISO day). What the line
    says of itself wins over `source`, which speaks for the whole file.
    After the last good line raises UnreadableError, named "file:line" after the first bad line, if there was any.
    """
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(BytesIO(data), 1):
        if not line.strip():
            continue
        try:
            yield _document(line, source, number)
        except (ValueError, RecursionError) as error:
            bad.append((number, _reason(error)))
    if bad:
        number, reason = bad[0]
        raise UnreadableError(f"{source.url}:{number}", reason + _others([n for n, _ in bad[1:]]))


def _others(lines: list[int]) -> str:
    """The other bad lines, to be said after the first."""
    if not lines:
        return ""
    more = f" and {len(lines) - _NAMED} more" if len(lines) > _NAMED else ""
    return f"; also bad: lines {', '.join(map(str, lines[:_NAMED]))}{more}"


def _document(line: bytes, source: Source, number: int) -> Document:
    row = json.loads(line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line)
    if not isinstance(row, dict):
        raise ValueError("not a JSON object")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError('has no "text"')
    name = str(row["id"]) if row.get("id") is not None else str(number)
    told = _source(row, source, name)
    for words in (text, name, told.url, *(getattr(told, field) or "" for field in _TEXTS)):
        words.encode("utf-8")  # half a surrogate pair could be stored nowhere
    return Document.of(text, told, name=name)


def _source(row: dict[str, Any], source: Source, name: str) -> Source:
    told: dict[str, Any] = {field: str(row[field]) for field in _TEXTS if row.get(field)}
    if row.get("published"):
        told["published"] = date.fromisoformat(str(row["published"])[:10])
    if row.get("medium"):
        told["medium"] = Medium(row["medium"])
    return replace(source, url=str(row.get("url") or f"{source.url}#{name}"), **told)


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON ({error.msg.lower()} at character {error.pos + 1})"
    if isinstance(error, UnicodeError):
        return "not UTF-8, or holds half a surrogate pair"
    if isinstance(error, RecursionError):
        return "nested too deeply"
    return str(error)
