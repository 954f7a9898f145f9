"""What a briefing is made of, and what it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from answerable.export.standing import Stands
from answerable.model import Actor, Commitment, Count, Document, Inquiry, Link, Matter, Statement
from answerable.text import Span, Spans


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a briefing is made of.

    `documents` by id are those that its entries stand in, `sentences` the places of their sentences. `actors` are the
    actors of the record by the ids that documents know them by; `person` is the one that the briefing is on, if it is
    on one, `promises` and `counts` are theirs. `cuts` are sentences that say what was left out for its number.
    """

    subject: str
    day: date
    inquiries: tuple[Inquiry, ...]
    matters: tuple[tuple[Matter, Stands], ...]
    statements: tuple[Statement, ...]
    links: tuple[Link, ...]
    documents: Mapping[str, Document]
    sentences: Mapping[str, Spans] = field(default_factory=dict)
    actors: Mapping[str, Actor] = field(default_factory=dict)
    person: Actor | None = None
    promises: tuple[Commitment, ...] = ()
    counts: tuple[Count, ...] = ()
    cuts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that shows a sentence: its number in the briefing, the document, the characters, the words."""

    number: int
    document: Document
    span: Span

    @property
    def words(self) -> str:
        """The words at the place, blanks evened out."""
        return " ".join(self.span.of(self.document.text).split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a briefing and the numbers of its pins. `beside`: it is set beneath the one that it answers."""

    text: str
    pins: tuple[int, ...]
    beside: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One recommendation: number, words, answers, how it stands and according to whom, by when."""

    cells: tuple[str, str, str, str, str]
    pins: tuple[int, ...]


HEADINGS = ("No.", "Recommendation", "Answers", "State", "By when")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its sentences, and the rows of its table if it has one."""

    title: str
    sentences: tuple[Sentence, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Briefing:
    """A briefing as of a day; sections that would be empty are left out. `cuts` say what more the record holds."""

    title: str
    day: date
    sections: tuple[Section, ...]
    pins: tuple[Pin, ...]
    cuts: tuple[str, ...] = ()
