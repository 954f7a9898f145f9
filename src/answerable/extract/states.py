"""Recommending states at the end of a recommendation, as the United Nations print them: "(France, Viet Nam);"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from answerable.text import Span

_INNERMOST = re.compile(r"\((?P<names>(?:[^()]|\([^()]*\))*)\)")
_COMMA = re.compile(r"\s*[,;]\s*(?![^()]*\))|\s*/\s*(?![^()]*\))")


def recommending_states(text: str, span: Span) -> tuple[tuple[str, Span], ...]:
    """The states in brackets in `span`, each once, with their places; nothing where the brackets hold other things."""
    found: dict[str, Span] = {}
    for match in _INNERMOST.finditer(text, span.start, span.end):
        named = tuple(_named(text, match.start("names"), match.end("names")))
        if named and all(state for state, _ in named):
            for state, place in named:
                found.setdefault(state, place)
    return tuple(found.items())


def _named(text: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """The pieces of a bracket, each with the state that it names, or "" where it names none."""
    at = start
    for piece in (*_COMMA.finditer(text, start, end), None):
        stop = piece.start() if piece else end
        words = text[at:stop]
        if words.strip():
            begin = at + words.index(words.strip()[0])
            yield from _joined(text, Span(begin, begin + len(words.strip())))
        at = piece.end() if piece else end


def _joined(text: str, span: Span) -> Iterator[tuple[str, Span]]:
    """A piece as one state, or as two joined by "and"."""
    words = " ".join(span.of(text).split())
    known = _states()
    if name := known.get(_plain(words)):
        yield name, span
        return
    first, joint, second = words.partition(" and ")
    if joint and _plain(first) in known and _plain(second) in known:
        cut = span.of(text).rindex("and")
        yield known[_plain(first)], Span(span.start, span.start + len(span.of(text)[:cut].rstrip()))
        yield known[_plain(second)], Span(span.end - len(span.of(text)[cut + 3 :].lstrip()), span.end)
        return
    yield "", span


@cache
def _states() -> dict[str, str]:
    lines = (files("answerable.data") / "states.txt").read_text("utf-8").splitlines()
    known: dict[str, str] = {}
    for line in lines:
        if line and not line.startswith("#"):
            name, *others = line.split("|")
            known |= {_plain(other): other for other in (name, *others)}
    return known


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().casefold()).replace("’", "'")
