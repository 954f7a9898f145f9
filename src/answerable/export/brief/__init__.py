"""A neutral briefing on an inquiry, a person or a topic: who said what, side by side, every sentence with its pin.

Nothing is said in the record's own voice: each sentence names its speaker or its source, words taken from a document
stand in quotation marks, and numbers are counts of what stands below them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from answerable.export.brief.book import Book
from answerable.export.brief.events import asked, happened
from answerable.export.brief.nouns import HEADINGS, Briefing, Gathered, Pin, Row, Section, Sentence
from answerable.export.brief.positions import positions, promised, said_by, said_of
from answerable.export.brief.register import claimed, conflicts, counted, moved, rows
from answerable.export.brief.until import until

__all__ = ["HEADINGS", "Briefing", "Gathered", "Pin", "Row", "Section", "Sentence", "brief"]


def brief(gathered: Gathered) -> Briefing:
    """The briefing of what was gathered, as far as it had been said by its day; empty sections are left out."""
    gathered = until(gathered)
    book = Book(gathered)
    kept = [section for section in _sections(book, gathered) if section.sentences or section.rows]
    return _numbered(Briefing(_title(gathered), gathered.day, tuple(kept), book.pins, gathered.cuts))


def _numbered(briefing: Briefing) -> Briefing:
    """The briefing with its pins numbered in the order in which they are cited."""
    cited: list[int] = []
    for section in briefing.sections:
        cited += [pin for sentence in section.sentences for pin in sentence.pins]
        cited += [pin for row in section.rows for pin in row.pins]
    numbers = {old: new for new, old in enumerate(dict.fromkeys(cited), 1)}
    pins = sorted((replace(p, number=numbers[p.number]) for p in briefing.pins if p.number in numbers), key=_number)
    sections = (
        replace(
            section,
            sentences=tuple(replace(s, pins=tuple(numbers[n] for n in s.pins)) for s in section.sentences),
            rows=tuple(replace(r, pins=tuple(numbers[n] for n in r.pins)) for r in section.rows),
        )
        for section in briefing.sections
    )
    return replace(briefing, sections=tuple(sections), pins=tuple(pins))


def _number(pin: Pin) -> int:
    return pin.number


def _title(gathered: Gathered) -> str:
    if gathered.person:
        return gathered.person.name
    return gathered.inquiries[0].name if len(gathered.inquiries) == 1 else gathered.subject


def _sections(book: Book, gathered: Gathered) -> Iterator[Section]:
    events = [(i, e) for i in gathered.inquiries for e in i.events]
    recommended = [(m, s) for m, s in gathered.matters if m.ask.number]
    yield Section("What happened", tuple(happened(book, events)))
    answers = tuple(asked(book, [m for m, _ in gathered.matters if not m.ask.number], events))
    yield Section("Who asked, and who answered", answers)
    sides = tuple(positions(book, gathered))
    yield Section("Accusations and answers", sides)
    if gathered.person:
        name = gathered.person.name
        vows = tuple(promised(book, gathered.promises))
        told = (*answers, *sides, *vows)
        said = tuple(said_by(book, gathered, told))
        yield Section(f"What {name} said", said)
        yield Section(f"What {name} promised", vows)
        yield Section(f"What others said of {name}", tuple(said_of(book, gathered, (*told, *said))))
    answered, table = tuple(counted(book, recommended)), tuple(rows(book, recommended))
    yield Section("What became of the recommendations", answered, table)
    if gathered.inquiries or gathered.person:
        yield Section("How many are done, as claimed", tuple(claimed(book, recommended, gathered.counts)))
    yield Section("Dates that moved", tuple(moved(book, recommended)))
    yield Section("Claims that conflict", tuple(conflicts(book, recommended)))
