"""A briefing on an inquiry, a person or a topic, to be read, copied and taken away; every sentence opens at its pin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.export.brief import HEADINGS, Briefing, Sentence, brief
from answerable.gather import gathered
from answerable.store import Store, queries
from answerable.web.pages.entry import title_of


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence, or a row of cells, with the numbers of its pins and the sentences that answer it."""

    cells: tuple[str, ...]
    pins: tuple[int, ...]
    beneath: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences, and the rows of its table if it has one."""

    title: str
    sentences: tuple[Told, ...]
    rows: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that shows a sentence: its number, the words, the document and the address that opens it there."""

    number: int
    words: str
    document_title: str
    publisher: str | None
    published: date | None
    address: str


@dataclass(frozen=True, slots=True)
class BriefingPage:
    """A briefing.

    title: what it is on
    about: what was asked for, empty where nothing has been yet
    day: the day on which things stand as told
    cuts: what more the record holds, and which of it is told here
    headings: the headings of the tables
    sections: what happened, who asked and answered, positions, recommendations, moved days, conflicts
    pins: the places that show it, by number
    subjects: the inquiries to choose from
    """

    title: str
    about: str
    day: date
    cuts: tuple[str, ...]
    headings: tuple[str, ...]
    sections: tuple[Section, ...]
    pins: tuple[Cited, ...]
    subjects: tuple[str, ...]


def briefing_page(store: Store, about: str, day: date) -> BriefingPage:
    """The briefing on `about` as things stood on `day`; without a subject, the form alone."""
    subjects = tuple(i.name for i in queries.inquiries(store))
    if not about.strip():
        return BriefingPage("Briefing", "", day, (), HEADINGS, (), (), subjects)
    made = briefing(store, about, day)
    return BriefingPage(
        title=made.title,
        about=about,
        day=day,
        cuts=made.cuts,
        headings=HEADINGS,
        sections=tuple(
            Section(
                s.title,
                _nested(s.sentences),
                tuple(Told(r.cells, r.pins) for r in s.rows),
            )
            for s in made.sections
        ),
        pins=tuple(
            Cited(
                p.number,
                p.words,
                title_of(p.document.source),
                p.document.source.publisher,
                p.document.source.published,
                f"/documents/{p.document.id}?at={p.span.start}#here",
            )
            for p in made.pins
        ),
        subjects=subjects,
    )


def _nested(sentences: Sequence[Sentence]) -> tuple[Told, ...]:
    """The sentences, each with those that are set beneath it."""
    found: list[Told] = []
    for sentence in sentences:
        told = Told((sentence.text,), sentence.pins)
        if sentence.beside and found:
            found[-1] = replace(found[-1], beneath=(*found[-1].beneath, told))
        else:
            found.append(told)
    return tuple(found)


def briefing(store: Store, about: str, day: date) -> Briefing:
    """The briefing itself, for other forms."""
    return brief(gathered(store, about, day))
