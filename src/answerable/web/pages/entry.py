"""One statement as any page shows it: who, did what, of whom, in which words, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from answerable.extract.authorial import signatory
from answerable.model import Act, Basis, Document, Quoted, Ref, Source, Statement, Voice, When
from answerable.store import Store, queries
from answerable.store.queries import sentences_at
from answerable.store.search import Hit
from answerable.text import Span, on_one_line, words
from answerable.web.pages.decided import Overlay

DOUBTFUL = 0.5
"""Entries that score lower are shown as unsure, and stand first in the review queue."""


SHORT = 4
"""A statement of fewer words ("it") is shown within its sentence."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A statement with what a reader needs to check it.

    id: the statement's id; /statements/<id> opens it in its document
    document: id of the document
    document_title: the document's title, or its address where it has none
    publisher: who published the document
    published: the day of publication
    speaker: who says it, by the record's id and name where actors are joined, empty where nobody is named;
        a speaker that is not known is shown in the words of the text
    act: the speech act
    targets: whom the act is aimed at
    words: the words of the content, pieces joined by " … "
    before: what their sentence says before them, where they are fewer than four and it says more; else empty
    after: what it says after them, likewise
    shown: the same words in pieces, each with whether it matches what was searched for
    quoted: whether the words stand in quotation marks
    voice: whether the document reports the statement or makes it itself
    said: when it was said, empty where only the day of publication is known
    score: the program's score, 0 to 1
    doubtful: whether the score is too low to rely on
    """

    id: str
    document: str
    document_title: str
    publisher: str | None
    published: date | None
    speaker: Ref | None
    act: Act
    targets: tuple[Ref, ...]
    words: str
    before: str
    after: str
    shown: tuple[tuple[str, bool], ...]
    quoted: Quoted
    voice: Voice
    said: When | None
    score: float
    doubtful: bool


def title_of(source: Source) -> str:
    """A document's title, or the last part of its address."""
    return source.title or source.url.rstrip("/").rsplit("/", 1)[-1] or source.url


def entry_of(statement: Statement, document: Document, joined: Mapping[str, Ref]) -> Entry:
    """The entry of a statement; `joined` gives the record's actor for one of the document."""
    content = words(document.text, statement.content)
    source = document.source
    named = words(document.text, statement.source)
    place = (title_of(source), source.publisher, source.published)
    return _entry(statement, ((content, False),), place, named, joined)


def entries_of_hits(store: Store, hits: Iterable[Hit]) -> tuple[Entry, ...]:
    """The entries of what a search found, as people have corrected them; what they rejected is left out."""
    found = [(h, h.statement) for h in hits if h.statement]
    decided = Overlay.on(store, (s.id for _, s in found))
    kept = [(h, decided.applied(s)) for h, s in found if not decided.rejected(s.id)]
    joined = queries.known_as(store, actors_in(*(s for _, s in kept)))
    made = [entry_of_hit(h, s, joined) for h, s in kept]
    short = {e.id: s for e, (_, s) in zip(made, kept, strict=True) if s.content and len(e.words.split()) < SHORT}
    around = sentences_at(store, ((s.document, s.content[0].start) for s in short.values()))
    return tuple(_within(e, short[e.id], around) if e.id in short else e for e in made)


def _within(entry: Entry, said: Statement, around: Mapping[tuple[str, int], tuple[Span, str]]) -> Entry:
    """The entry with the rest of its sentence, unless that has no more words."""
    start, end = said.content[0].start, said.content[-1].end
    if (said.document, start) not in around:
        return entry
    place, sentence = around[said.document, start]
    before, after = (re.sub(r"\s+", " ", s) for s in (sentence[: start - place.start], sentence[end - place.start :]))
    more = before.split() or any(map(str.isalnum, after))
    return replace(entry, before=before.lstrip(), after=after.rstrip()) if more else entry


def entry_of_hit(hit: Hit, statement: Statement, joined: Mapping[str, Ref]) -> Entry:
    """The entry of a statement that a search found."""
    return _entry(statement, hit.shown, (hit.title, hit.publisher, hit.published), hit.source, joined)


def _entry(
    statement: Statement,
    shown: tuple[tuple[str, bool], ...],
    place: tuple[str, str | None, date | None],
    named: str,
    joined: Mapping[str, Ref],
) -> Entry:
    title, publisher, published = place
    said = statement.date if statement.date and statement.date.basis is not Basis.PUBLICATION else None
    return Entry(
        id=statement.id,
        document=statement.document,
        document_title=title,
        publisher=publisher,
        published=published,
        speaker=joined_ref(statement.speaker, joined) or (Ref(None, " ".join(named.split())) if named else None),
        act=statement.act,
        targets=tuple(r for t in statement.targets if (r := joined_ref(t, joined))),
        words=on_one_line("".join(text for text, _ in shown)),
        before="",
        after="",
        shown=shown,
        quoted=statement.quoted,
        voice=statement.voice,
        said=said,
        score=statement.score,
        doubtful=statement.score < DOUBTFUL,
    )


def joined_ref(ref: Ref | None, joined: Mapping[str, Ref]) -> Ref | None:
    """The actor of the record, under the one name that the record has of it; else the name as the document gives it.

    Of somebody who signs with an office and is not joined the name alone is shown: the office stands in the document.
    """
    if ref is None:
        return None
    return joined.get(ref.id or "") or Ref(None, _signed(ref.name))


@lru_cache(4096)
def _signed(name: str) -> str:
    return signatory(name)[0] if "," in name else name


def actors_in(*statements: Statement) -> set[str]:
    """Ids of all actors that statements refer to."""
    refs = (ref for s in statements for ref in (s.speaker, *s.targets) if ref)
    return {ref.id for ref in refs if ref.id}
