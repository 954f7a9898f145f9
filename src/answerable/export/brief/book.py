"""The documents behind a briefing: whole sentences around a place, pins by number, names, and who tells what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from answerable.export.brief.nouns import Gathered, Pin
from answerable.export.wording import dated, first, named, opening, quoted, signed_by, source, with_article
from answerable.model import (
    Actor,
    ActorKind,
    Basis,
    Document,
    Inquiry,
    InquiryEventKind,
    Medium,
    PartKind,
    Post,
    Ref,
    Statement,
    When,
)
from answerable.text import Span

_POINTING = re.compile(
    r"\W*(?:He|She|It|They|This|That|These|Those|Such|His|Her|Its|Their)\b"
)  # back at what is said before
_SPEAKER = re.compile(r"(?:He|She|They)\b")
_POINTED = re.compile(r"\b(?:to|of|for|with|about) (?:them|it|this|that)\W*$")
_QUOTED = re.compile(r"[“\"]([^”\"]+)[”\"]")
_WORD = re.compile(r"\w+")
_LITTLE = frozenset(["the", "of", "for", "and", "somebody", "not", "named"])
_GOVERNING = re.compile(r"government|department|ministry|minister|secretary of state", re.IGNORECASE)
_NATION = re.compile(r"scot|welsh|wales|northern ireland|irish|austral|canad|zealand")
_STYLE = re.compile(r"^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Cllr|Councillor|Professor|Prof)\.? ")
_WANTED = frozenset({InquiryEventKind.CALLED_FOR, InquiryEventKind.REQUESTED})
_BACK = 2  # sentences that a quotation may take in so that its "she" is somebody
_FEW = 5  # words of a sentence that needs the next one to tell anything
_TOLD = frozenset({Medium.NEWS, Medium.HANSARD, Medium.TRANSCRIPT, Medium.POST, Medium.STATEMENT, Medium.LETTER})

Said = tuple[str, Span, Ref | None]
"""A document, a place in it, and who speaks there."""


class Book:
    """Cites the documents of one briefing."""

    def __init__(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._pins: dict[tuple[str, Span], Pin] = {}
        self._introduced: set[str] = set()
        self._inquiry = ""  # the one that was told of last
        self._reported: dict[tuple[str, Span, Ref | None], str] = {}

    @property
    def pins(self) -> tuple[Pin, ...]:
        """The places cited so far, by number."""
        return tuple(self._pins.values())

    def document(self, id: str) -> Document:
        return self._gathered.documents[id]

    def cite(self, document: str, span: Span) -> int:
        """The number of the pin at a place."""
        if (document, span) not in self._pins:
            self._pins[document, span] = Pin(len(self._pins) + 1, self.document(document), span)
        return self._pins[document, span].number

    def cite_whole(self, document: str, span: Span, by: Ref | None = None) -> int:
        """The number of the pin at the sentences that are quoted for a place."""
        return self.cite(document, self.whole(document, span, by))

    # ------------------------------------------------------------ words

    def whole(self, document: str, span: Span, by: Ref | None = None, of: Ref | None = None) -> Span:
        """The sentences that a place stands in, with those before it that its "she" points back to (unless it is told
        `by` her), or that name whomever it is said `of`, and the next one where they are too few words to tell
        anything."""
        sentences = self._gathered.sentences.get(document, ())
        first = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        last = bisect_right(sentences, span.end - 1, key=lambda s: s.start) - 1
        if first < 0 or sentences[first].end <= span.start or sentences[last].end < span.end:
            return span
        text = self.document(document).text
        if of:
            first = self._naming(document, first, last, of)
        for _ in range(_BACK):
            place = sentences[first]
            if by and _SPEAKER.match(text, place.start) and self.reported(document, span, by):
                break
            points = _POINTING.match(text, place.start) or _POINTED.search(text, place.start, place.end)
            if not points or not self._joined(document, first - 1):
                break
            first -= 1
        if len(text[sentences[first].start : sentences[last].end].split()) < _FEW and self._joined(document, last):
            last += 1
        return Span(self._paragraph(document, sentences[first].start, span.start), sentences[last].end)

    def _naming(self, document: str, first: int, last: int, of: Ref) -> int:
        """The nearest sentence, from `first` back to the paragraph's beginning, from which on the words name an actor;
        `first` where none does."""
        sentences, text = self._gathered.sentences[document], self.document(document).text
        for n in range(first, max(-1, first - _BACK - 1), -1):
            if n < first and not self._joined(document, n):
                break
            if self.names(of, text[sentences[n].start : sentences[last].end]):
                return n
        return first

    def sentence(self, document: str, span: Span) -> Span:
        """The sentence in which a place begins, to where the place or the sentence ends, whichever is later."""
        sentences = self._gathered.sentences.get(document, ())
        n = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
        if n < 0 or sentences[n].end <= span.start:
            return span
        start = self._paragraph(document, sentences[n].start, span.start)
        return Span(start, max(sentences[n].end, span.end))

    def _paragraph(self, document: str, start: int, until: int) -> int:
        """Where the last paragraph between two places begins: a byline is no part of the sentence below it."""
        text = self.document(document).text
        blank = text.rfind("\n\n", start, until)
        return start if blank < 0 else blank + 2

    def _joined(self, document: str, n: int) -> bool:
        """Whether sentence `n` and the one after it stand in one paragraph of running text."""
        sentences = self._gathered.sentences[document]
        if not 0 <= n < len(sentences) - 1:
            return False
        return "\n" not in self.document(document).text[sentences[n].end : sentences[n + 1].start]

    def quote(self, document: str, span: Span, by: Ref | None = None, of: Ref | None = None) -> str:
        """The words at a place, as whole sentences in quotation marks."""
        return quoted(self.whole(document, span, by, of).of(self.document(document).text))

    def told_again(self, entry: Said, owns: Sequence[Said]) -> int | None:
        """Which of `owns` it is that `entry` reports, by its place among them, if it reports one.

        It is of the same speaker, with words in quotation marks that stand there.
        """
        document, span, by = entry
        quotations = [words.lower().rstrip(".,") for words in _QUOTED.findall(span.of(self.document(document).text))]
        if not quotations or not self.reported(document, span, by):
            return None
        return next((n for n, own in enumerate(owns) if own[0] != document and self._is(own, quotations, by)), None)

    def _is(self, own: Said, quotations: Sequence[str], by: Ref | None) -> bool:
        home, place, speaker = own
        said = place.of(self.document(home).text).lower()
        if not all(words in said for words in quotations) or not self.same(by, speaker):
            return False
        return not self.reported(home, place, speaker)

    def in_heading(self, document: str, span: Span) -> bool:
        """Whether a place is a heading, or lies in one."""
        headings = self.document(document).parts_of(PartKind.HEADING)
        return any(part.span.overlaps(span) and part.span.end >= span.end for part in headings)

    def asks_whether(self, document: str, span: Span) -> bool:
        """Whether the sentence of a place is a question."""
        return self.whole(document, span).of(self.document(document).text).rstrip("”’\"' ").endswith("?")

    # ------------------------------------------------------------ names

    def actor(self, ref: Ref | None) -> Actor | None:
        """The actor of the record that a reference means."""
        return self._gathered.actors.get(ref.id) if ref and ref.id else None

    def inquiry(self, inquiry: Inquiry, event: InquiryEventKind) -> str:
        """An inquiry as a sentence needs it: by its name, and in short where the last one told of is the same."""
        again, self._inquiry = self._inquiry == inquiry.id, inquiry.id
        if not again or inquiry.name[0].isupper():
            return with_article(inquiry.name)
        return "such an inquiry" if event in _WANTED else "the inquiry"

    def name(self, ref: Ref | None) -> str:
        """A name as a sentence needs it."""
        actor = self.actor(ref)
        return named(Ref(None, actor.name) if actor and actor.kind is ActorKind.PERSON else ref)

    def introduce(self, ref: Ref | None, when: date | None, document: str = "") -> str:
        """A name to begin a sentence with, the first time with the post held then: "Ann Lee, Minister for Ports,".

        `document` is one that may be signed with the post.
        """
        name = self.name(ref)
        author = (self.document(document).source.author if document else None) or ""
        signed = Ref(ref.id, author) if ref and _alike(named(Ref(None, author)), name) else ref
        post = self._post(signed, when) if name not in self._introduced else ""
        self._introduced.add(name)
        return opening(f"{name}, {post}," if post else name)

    def _post(self, ref: Ref | None, when: date | None) -> str:
        printed = ref.name.partition(",")[2].strip() if ref else ""
        if printed and len(printed.split()) < 10:
            return printed
        actor = self.actor(ref)
        held = next((p for p in actor.posts if _holds(p, when)), None) if actor else None
        return held.role if held else ""

    def names(self, ref: Ref, text: str) -> bool:
        """Whether words name an actor, by any of its names' longer words."""
        actor = self.actor(ref)
        names = (actor.name, *actor.names) if actor else (ref.name,)
        told = frozenset(_WORD.findall(text))
        return any(w in told for name in names for w in _WORD.findall(name) if len(w) > 2 and w[0].isupper())

    def said_on(self, statement: Statement, place: Span) -> When | None:
        """The day of a statement: what a document says itself, it says on the day of its publication."""
        published = self.document(statement.document).source.published
        if published and not self.reported(statement.document, place, statement.speaker):
            return When.day(published, Basis.PUBLICATION)
        return statement.date

    def in_anothers_turn(self, document: str, span: Span, by: Ref | None) -> bool:
        """Whether a place lies in somebody else's turn in a debate in which `by` has turns too."""
        turns = [p for p in self.document(document).parts_of(PartKind.TURN) if p.label]
        own = [_alike(self.name(by), self.name(Ref(None, p.label))) for p in turns]
        return any(own) and any(p.span.overlaps(span) and not mine for p, mine in zip(turns, own, strict=True))

    def same(self, first: Ref | None, second: Ref | None) -> bool:
        """Whether two references mean one actor."""
        a, b = self.actor(first), self.actor(second)
        if a and b:
            return a.id == b.id
        return first is not None and second is not None and _alike(self.name(first), self.name(second))

    def one_side(self, first: Ref | None, second: Ref | None) -> bool:
        """Whether two references mean one actor, or a minister, a department or the whole of one government."""
        if self.same(first, second):
            return True
        names = [ref.name for ref in (first, second) if ref]
        governing = len(names) == 2 and all(map(_GOVERNING.search, names))
        return governing and len({frozenset(_NATION.findall(name.lower())) for name in names}) == 1

    def reported(self, document: str, span: Span, by: Ref | None) -> str:
        """ ", as reported by The Gull" where somebody else than `by` tells it; empty in one's own words."""
        if (document, span, by) not in self._reported:
            self._reported[document, span, by] = self._teller(document, span, by)
        return self._reported[document, span, by]

    def _teller(self, document: str, span: Span, by: Ref | None) -> str:
        told = self.document(document)
        teller = next(
            (Ref(None, p.label) for p in told.parts_of(PartKind.TURN) if p.label and p.span.overlaps(span)), None
        )
        if teller is None and told.source.medium not in _TOLD and _speaks_for(told, self.name(by)):
            return ""
        shown = self.name(teller) if teller else source(told)
        own = _alike(self.name(by), shown) or any(_alike(self.name(by), name) for name in signed_by(told))
        return "" if own else f", as reported by {shown}"

    def lead(self, document: str, span: Span, by: Ref | None, when: When | None, verb: str = "said") -> str:
        """What stands before a quotation: the day and who says it, or who reports it where the quotation names them."""
        told, publisher = self.reported(document, span, by), self.document(document).source.publisher
        named = by and self.names(by, self.whole(document, span, by).of(self.document(document).text))
        issuer = Ref(None, publisher) if publisher and named and not told else None
        if issuer and not self.same(issuer, by):
            told = f", as reported by {self.name(issuer)}"
        if told and named:
            self._introduced.add(self.name(by))
            return f"{opening(dated(when))}: {opening(told.removeprefix(', as reported by '))} reported: "
        return f"{opening(dated(when))}: {self.introduce(by, first(when))} {verb}{told}: "


def _speaks_for(document: Document, name: str) -> bool:
    """Whether a report, a response or an update is that of a body: it is named in its title, author or publisher, or
    both are a government's."""
    told = document.source
    printed = " ".join(filter(None, (told.title, told.author, told.publisher))).lower()
    words = frozenset(name.lower().split()) - _LITTLE
    return words <= frozenset(_WORD.findall(printed)) or bool(_GOVERNING.search(name) and _GOVERNING.search(printed))


def _holds(post: Post, when: date | None) -> bool:
    if post.start is None and post.end is None:
        return True
    return when is not None and (post.start or when) <= when <= (post.end or when)


def _alike(one: str, other: str) -> bool:
    """Whether one name holds all words of the other, styles aside: "Mr Ray" and "Bo Ray"."""
    a, b = (frozenset(_STYLE.sub("", name).lower().removeprefix("the ").split()) for name in (one, other))
    return bool(a and b) and (a <= b or b <= a)
