"""Where a document speaks in a voice of its own: a letter, a post, a response, a turn in a debate.

There "I" and "we" are the author's, and the sentences themselves are statements: voice AUTHORIAL, no source, no cue. A
news report has no such voice; only a byline tells who its "I" is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.extract.names import Sort, find_names
from answerable.model import Act, ActorKind, Document, Medium, PartKind, Quoted, Statement, Voice
from answerable.text import Span, envelope

SIGNED = frozenset({Medium.POST, Medium.STATEMENT, Medium.LETTER})
ISSUED = frozenset({Medium.RESPONSE, Medium.UPDATE, Medium.REPORT})
_BYLINE = re.compile(r"^\s*By\s+([^\n,|]{3,60})", re.MULTILINE)
_VITA = re.compile(
    r"^(?=[A-Z])[^\n.]{5,60}?(?=,? (?:is|was|teaches|writes|covers|works|serves|lives|,) )", re.MULTILINE
)
_PRINTED = re.compile(r"\s*\([^)]*\)|:$")
_GOVERNING = re.compile(r",.*\b(?:secretary of state|minister|chancellor|treasury)\b", re.IGNORECASE)
_SELF = frozenset({"i", "we"})
_SPOKEN = 4  # words, below which a sentence says nothing on its own
_OPENING, _HEAD, _LONGEST = 600, 6, 4  # characters and lines of an opening; words of a full name
_HEADED = frozenset({PartKind.HEADING, PartKind.FOOTNOTE, PartKind.ROW, PartKind.CELL})


@dataclass(frozen=True, slots=True)
class Own:
    """A stretch of text in one's own voice: whose, as printed, of what kind, and the person id where there is one.

    `plural` says that "we" is the same voice ("We accept this recommendation"); in a debate it is not. `role` is the
    post that a signature gives.
    """

    span: Span
    name: str
    kind: ActorKind
    ref: str | None = None
    plural: bool = False
    role: str = ""


def own_voices(document: Document) -> tuple[Own, ...]:
    """The stretches of `document` in a voice of their own, in order."""
    turns = document.parts_of(PartKind.TURN)
    if turns:
        return tuple(Own(p.span, _PRINTED.sub("", p.label).strip(), ActorKind.PERSON, p.ref) for p in turns if p.label)
    source, whole = document.source, Span(0, max(1, len(document.text)))
    if source.medium in SIGNED | ISSUED:
        issued = source.publisher if source.medium in ISSUED else None
        if issued or not source.author:
            return (Own(whole, name, _kind(name), plural=True),) if (name := issued or source.publisher) else ()
        return (_signed(source.author, whole),)
    if source.medium in (Medium.NEWS, Medium.UNKNOWN) and (name := _byline(document)):
        return (Own(whole, name.title() if name.isupper() else name, ActorKind.PERSON),)
    return ()


def _signed(author: str, whole: Span) -> Own:
    """The voice of a signatory, who is a person with a post, or a body."""
    name, role = signatory(author)
    if role is None:
        return Own(whole, author, ActorKind.ORGANISATION, plural=True)
    return Own(whole, name, ActorKind.PERSON, plural=True, role=role)


def signatory(author: str) -> tuple[str, str | None]:
    """Who signs, and in which post: of "Jane Doe, Secretary of State for Water" the name and what stands after it.

    The post of a person who gives none is empty; a body, which has none, is given whole with None.
    """
    printed, _, role = author.partition(",")
    found = find_names(f"x {printed}")
    if found and found[0].sort in (Sort.PERSON, Sort.UNKNOWN) and " " in found[0].name:
        return found[0].name, role.strip()
    return author, None


def in_office(author: str) -> str:
    """The signatory of a response or an update as the record needs it: with the post, where a minister speaks for a
    government, so that what its departments say is known to be said by the same side; else without."""
    return author if _GOVERNING.search(author) else signatory(author)[0]


def _kind(name: str) -> ActorKind:
    found = find_names(f"x {name}")
    return ActorKind.PERSON if found and found[0].sort is Sort.PERSON else ActorKind.ORGANISATION


def _byline(document: Document) -> str | None:
    """Who wrote a report: its author, its "By …" line, or whom the last lines introduce."""
    if author := document.source.author:
        return re.split(r",| and |;", author)[0].strip() or None
    text = document.text
    if told := _BYLINE.search(text, 0, 600):
        return told[1].strip()
    if line := _bare_byline(text):
        return line
    at = text.rfind("\n", 0, max(0, len(text.rstrip()) - 1)) + 1
    vita = _VITA.match(text, at) if at else None
    named = find_names(f"x {vita[0]}") if vita else ()
    return named[0].name if len(named) == 1 and named[0].sort is Sort.PERSON else None


def _bare_byline(text: str) -> str | None:
    """The line, of the first ones under the title, that is nothing but a person's full name, before any prose."""
    lines = [" ".join(line.strip(" \t*_`|").split()) for line in text[:_OPENING].splitlines()]
    for line in [line for line in lines if line][1:_HEAD]:
        if line.endswith((".", "?", "!")) and len(line.split()) > _HEAD:
            return None
        found = find_names(f"x {line}") if 2 <= len(line.split()) <= _LONGEST else ()
        if len(found) == 1 and found[0].sort is Sort.PERSON and found[0].name == line:
            return line
    return None


def says_we(document: Document) -> bool:
    """Whether the document makes statements of its own."""
    return bool(document.parts_of(PartKind.TURN)) or document.source.medium in SIGNED | ISSUED


def authorial_statements(
    document: Document, reported: Sequence[Statement], sentences: Sequence[Span]
) -> tuple[Statement, ...]:
    """The sentences of the document's own voice that report nobody else's words, in order; speaker left None.

    A sentence that a reported statement's content mostly fills is left out, and so are headings and table cells.
    Where a reported statement takes up a part of the sentence, the sentence is one all the same: "I welcome what she
    said" is the author's. One of the author's own ("I ask you to …") takes up its cue too, and is not made twice.
    """
    if not says_we(document):
        return ()
    inside = _Cover([o.span for o in own_voices(document)])
    outside = _Cover([p.span for p in document.parts if p.kind in _HEADED])
    taken = _Cover([_taken(s, document.text) for s in reported if s.content])
    return tuple(_stated(document, sentences, inside, outside, taken))


def _taken(statement: Statement, text: str) -> Span:
    """What a reported statement takes up of its sentence: its content, and all of it where the author is its source."""
    if statement.source and statement.source[0].of(text).lower() in _SELF:
        return envelope((*statement.source, *statement.cue, *statement.content))
    return envelope(statement.content)


def telling(document: Document, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements without the authorial ones that only state, save in what an author signs.

    Of a report of three hundred pages every sentence states something; what it finds, asks and answers is kept.
    """
    signed = document.source.medium in SIGNED and not document.parts_of(PartKind.TURN)
    return tuple(s for s in statements if signed or s.voice is Voice.REPORTED or s.act is not Act.STATE)


def _stated(
    document: Document, sentences: Sequence[Span], inside: _Cover, outside: _Cover, taken: _Cover
) -> Iterator[Statement]:
    text, letter = document.text, document.source.medium in (Medium.LETTER, Medium.STATEMENT)
    items = _Cover([p.span for p in document.parts_of(PartKind.ITEM)])
    for sentence in sentences:
        if len(sentence.of(text).split()) < _SPOKEN or not inside.holds(sentence) or outside.holds(sentence):
            continue
        if taken.share(sentence) > 0.5 or (letter and not items.holds(sentence) and not _ends(sentence.of(text))):
            continue
        content = (sentence,)
        yield Statement(
            Statement.key(document.id, (), (), content), document.id, (), (), content,
            quoted=Quoted.DIRECT, voice=Voice.AUTHORIAL,
        )  # fmt: skip


def _ends(words: str) -> bool:
    """Whether words close as a sentence does; an address, a date line and a signature do not."""
    return words.rstrip("\"'”’)*_ ").endswith((".", "!", "?", "…", ":", ";"))


class _Cover:
    """Spans in order of start, asked how much of another span they cover."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [s.start for s in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether one of the spans near it contains `span`."""
        last = bisect_right(self._starts, span.start)
        return any(s.contains(span) for s in self._spans[max(0, last - 4) : last])

    def share(self, span: Span) -> float:
        """How much of `span`, 0 to 1, the span that covers it most takes up."""
        first = bisect_right(self._starts, span.start)
        near = self._spans[max(0, first - 6) : bisect_right(self._starts, span.end)]
        shared = max((min(s.end, span.end) - max(s.start, span.start) for s in near), default=0)
        return max(0, shared) / (span.end - span.start)
