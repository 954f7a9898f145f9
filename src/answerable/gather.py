"""store -> briefing: everything in the record on an inquiry, a person or a topic, for the command and the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from datetime import date

from answerable.export.brief import Gathered
from answerable.extract.sentences import sentences
from answerable.model import Actor, ActorKind, Commitment, Count, Inquiry, Link, Matter, Statement
from answerable.record import status_on
from answerable.store import Store, queries
from answerable.text import envelope

_PROPER = re.compile(r"\b(?!Inquiry|Review|Report|Commission|Committee|Panel|Final|Independent|The\b)[A-Z][\w-]+")
_SUBJECTS = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OFFICE})


def gathered(store: Store, wanted: str, day: date) -> Gathered:
    """Everything in the record on an inquiry so named, else on an actor, else on asks and statements with the words."""
    named = [a for a in queries.actors(store) if a.kind in _SUBJECTS and _is_named(wanted, (a.name, *a.names))]
    person = _said_most(store, [a for a in named if a.kind is ActorKind.PERSON and a.name.lower() == wanted.lower()])
    inquiries = tuple(i for i in queries.inquiries(store) if _is_named(wanted, (i.name, *i.names)))
    if person is None and not inquiries:
        person = _said_most(store, named)
    return _on_person(store, person, day) if person else _on_subject(store, wanted, inquiries, day)


def _said_most(store: Store, actors: Iterable[Actor]) -> Actor | None:
    """Of several actors so named the one who said most."""
    return max(actors, key=lambda a: len(queries.statements_by(store, a.id)), default=None)


def _on_person(store: Store, person: Actor, day: date) -> Gathered:
    """What a person said, asked, answered and promised, and what others said and asked of them."""
    statements = {s.id: s for s in (*queries.statements_by(store, person.id), *queries.statements_on(store, person.id))}
    said = tuple(statements.values())
    done: dict[str, set[str]] = defaultdict(set)
    for inquiry, event in queries.events_by(store, person.id):
        done[inquiry].add(event.id)
    inquiries = tuple(_only(queries.inquiry(store, id), events) for id, events in done.items())
    asks = [*(a.id for a in queries.asks_of(store, person.id)), *_asked_by(store, person, said)]
    ids = {id for id, _ in queries.answers_by(store, person.id)} | set(queries.matters_with(store, asks).values())
    matters = tuple(m for m in queries.matters(store, ids=sorted(ids)) if not m.ask.number)
    gathered = _gathered(store, person.name, day, inquiries, matters, said, person)
    return replace(gathered, counts=tuple(_counts_by(store, person, said)))


def _only(inquiry: Inquiry, events: Container[str]) -> Inquiry:
    return replace(inquiry, events=tuple(e for e in inquiry.events if e.id in events))


def _on_subject(store: Store, wanted: str, inquiries: tuple[Inquiry, ...], day: date) -> Gathered:
    """The matters and statements of documents that are about an inquiry or use the words."""
    matters = queries.matters(store, ids=queries.matters_about(store, wanted, (i.id for i in inquiries)))
    about = {e.document for i in inquiries for e in i.events} | {m.ask.document for m in matters}
    words = _PROPER.findall(" ".join(i.name for i in inquiries)) or wanted.split()
    statements = tuple(s for id in sorted(about) for s in _concerning(store, id, words))
    return _gathered(store, wanted, day, inquiries, matters, statements)


def _concerning(store: Store, id: str, words: Iterable[str]) -> Iterator[Statement]:
    """The statements of a document that one of the words stands in, or all where one stands in its title."""
    document = queries.document(store, id)
    wanted = [word.lower() for word in words]
    titled = any(word in (document.source.title or "").lower() for word in wanted)
    for statement in queries.extraction(store, id).statements:
        place = envelope((*statement.source, *statement.cue, *statement.content))
        if titled or any(word in place.of(document.text).lower() for word in wanted):
            yield statement


def _asked_by(store: Store, person: Actor, statements: Iterable[Statement]) -> list[str]:
    """The ids of the calls and requests that a person made."""
    asks = [a for id in sorted({s.document for s in statements}) for a in queries.extraction(store, id).asks]
    parts = queries.actor_of(store, {a.by.id for a in asks if a.by and a.by.id})
    return [a.id for a in asks if a.by and a.by.id and parts.get(a.by.id) == person.id]


def _counts_by(store: Store, person: Actor, statements: Iterable[Statement]) -> Iterator[Count]:
    """The counts that a person claims in the documents in which they say something."""
    counts = [c for id in sorted({s.document for s in statements}) for c in queries.extraction(store, id).counts]
    parts = queries.actor_of(store, {c.by.id for c in counts if c.by and c.by.id})
    yield from (c for c in counts if c.by and c.by.id and parts.get(c.by.id) == person.id)


def _gathered(
    store: Store,
    subject: str,
    day: date,
    inquiries: tuple[Inquiry, ...],
    matters: tuple[Matter, ...],
    statements: tuple[Statement, ...],
    person: Actor | None = None,
) -> Gathered:
    links, statements = _with_replies(store, statements)
    promises = queries.promises_by(store, person.id) if person else ()
    used = {e.document for i in inquiries for e in i.events} | {s.document for s in statements}
    used |= {id for m in matters for id in _documents(m)} | {c.document for c in promises}
    documents = {id: queries.document(store, id) for id in sorted(used)}
    return Gathered(
        subject,
        day,
        inquiries,
        tuple((m, status_on(m, day)) for m in matters),
        statements,
        links,
        documents,
        {id: sentences(document.text) for id, document in documents.items()},
        _actors(store, inquiries, matters, statements, promises),
        person,
        promises,
    )


def _with_replies(store: Store, statements: tuple[Statement, ...]) -> tuple[tuple[Link, ...], tuple[Statement, ...]]:
    """The links of statements, and the statements with those that they are linked to."""
    links = {link.id: link for s in statements for link in queries.links(store, s.id)}
    beside = {id for link in links.values() for id in (link.subject, link.object)} - {s.id for s in statements}
    others = (queries.entry(store, id) for id in sorted(beside))
    return tuple(links.values()), (*statements, *(entry for entry in others if isinstance(entry, Statement)))


def _actors(
    store: Store,
    inquiries: Iterable[Inquiry],
    matters: Iterable[Matter],
    statements: Iterable[Statement],
    promises: Iterable[Commitment],
) -> dict[str, Actor]:
    """The actors of the record behind the references of all entries, by the ids that the documents know them by."""
    refs = [e.by for i in inquiries for e in i.events] + [c.by for c in promises]
    for matter in matters:
        refs += [matter.ask.by, *matter.ask.addressees, *(a.by for a in matter.repeats)]
        refs += [r.by for r in matter.responses] + [c.by for c in matter.commitments]
        refs += [p.by for p in matter.progress] + [c.by for c in matter.counts]
    for statement in statements:
        refs += [statement.speaker, *statement.targets]
    parts = queries.actor_of(store, {ref.id for ref in refs if ref and ref.id})
    known = {id: queries.actor(store, id) for id in set(parts.values())}
    return {part: known[id] for part, id in parts.items()}


def _documents(matter: Matter) -> set[str]:
    said = {r.document for r in matter.responses} | {c.document for c in matter.commitments}
    claimed = {p.document for p in matter.progress} | {c.document for c in matter.counts}
    return said | claimed | {a.document for a in (matter.ask, *matter.repeats)}


def _is_named(wanted: str, names: Iterable[str]) -> bool:
    return any(all(word in name.lower() for word in wanted.lower().split()) for name in names)
