"""To whom a letter is written: "you" in it, by the lines above "Dear …"."""

from __future__ import annotations

import re

from answerable.extract.names import Sort, find_names
from answerable.model import Document, Ref

_GREETING = re.compile(r"^ *Dear (?P<who>[^\n,:.]{2,60}?) *[,:]? *$", re.MULTILINE)
_HEAD = 3000  # characters in which a letter greets
_LINES = 4  # of an address, at most: the name, the post, the body
_DATED = re.compile(r"\b\d{4}\b")


def recipient(document: Document) -> Ref | None:
    """Whom the address above the greeting names, with the post that stands there: "Jo Hale, Leader, Selby Council"; of
    a letter without one the person who is greeted by name. None where the document greets nobody so."""
    greeting = _GREETING.search(document.text, 0, _HEAD)
    if greeting is None:
        return None
    above = [line.strip(" ,") for line in document.text[: greeting.start()].splitlines() if line.strip()]
    undated = next((n for n, line in enumerate(reversed(above)) if _DATED.search(line)), len(above))
    address = above[-min(undated, _LINES) :] if undated else []
    for n, line in enumerate(address):
        if name := _person(line):
            return Ref(None, ", ".join([name, *address[n + 1 :]]))
    name = _person(greeting["who"])
    return Ref(None, name) if name else None


def _person(line: str) -> str | None:
    found = find_names(f"x {line}")
    return found[0].name if found and found[0].sort is Sort.PERSON else None
