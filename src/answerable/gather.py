"""store -> briefing: everything in the record on an inquiry, a person or a topic, for the command and the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from answerable.export.brief import Gathered
from answerable.extract.sentences import sentences
from answerable.model import Actor, ActorKind, Commitment, Count, Inquiry, Link, Matter, Statement
from answerable.record import status_on
from answerable.store import Store, queries

T = TypeVar("T")

_PROPER = re.compile(r"\b(?!Inquiry|Review|Report|Commission|Committee|Panel|Final|Independent|The\b)[A-Z][\w-]+")
MATTERS, OWN = 80, 400
"""So many asks that hold the words are drawn on, and so many of the inquiries that are so named."""
STATEMENTS = 150
"""So many statements."""
EACH = 100
"""So much of each of what one person did: asks, answers, promises, counts, events."""

_SUBJECTS = frozenset({ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.OFFICE})


def gathered(store: Store, wanted: str, day: date) -> Gathered:
    """What the record says on an inquiry so named, else on an actor, else in asks and statements with the words.

    A few queries read it, whatever the size of the record; what is left out, and by which order, is told in `cuts`.
    """
    named = [
        a for a in queries.actors_called(store, wanted.split(), _SUBJECTS) if _is_named(wanted, (a.name, *a.names))
    ]
    person = _said_most(store, [a for a in named if a.kind is ActorKind.PERSON and a.name.lower() == wanted.lower()])
    inquiries = tuple(i for i in queries.inquiries(store) if _is_named(wanted, (i.name, *i.names)))
    if person is None and not inquiries:
        person = _said_most(store, named)
    return _on_person(store, person, day) if person else _on_subject(store, wanted, inquiries, day)


def _said_most(store: Store, actors: Sequence[Actor]) -> Actor | None:
    """Of several actors so named the one who said most."""
    said = queries.count_said(store, (a.id for a in actors)) if len(actors) > 1 else {}
    return max(actors, key=lambda a: said.get(a.id, 0), default=None)


def _on_person(store: Store, person: Actor, day: date) -> Gathered:
    """What a person said, asked, answered and promised, and what others said and asked of them."""
    total, statements = queries.statements_around(store, person.id, day, limit=STATEMENTS)
    done: dict[str, set[str]] = defaultdict(set)
    events, more_events = _first(queries.events_by(store, person.id, limit=EACH + 1))
    for inquiry, event in events:
        done[inquiry].add(event.id)
    inquiries = tuple(_only(i, done[i.id]) for i in queries.inquiries(store, ids=list(done)))
    of_them, more_of_them = _first(queries.asks_of(store, person.id, limit=EACH + 1))
    by_them, more_by_them = _first(queries.asks_by(store, person.id, limit=EACH + 1))
    answers, more_answers = _first(queries.answers_by(store, person.id, limit=EACH + 1))
    promises, more_promises = _first(queries.promises_by(store, person.id, limit=EACH + 1))
    counts, more_counts = _first(queries.counts_by(store, person.id, limit=EACH + 1))
    ids = {id for id, _ in answers}
    ids |= set(queries.matters_with(store, (a.id for a in (*of_them, *by_them))).values())
    matters = tuple(m for m in queries.matters(store, ids=sorted(ids)) if not m.ask.number)
    cuts = (
        *_cut("statements by and about them", total, STATEMENTS, "answered ones first, then the latest"),
        *(
            f"There are more than {EACH} {what}: the latest {EACH} are drawn on here."
            for what, more in (
                ("events of inquiries by them", more_events),
                ("asks of them", more_of_them),
                ("asks by them", more_by_them),
                ("answers by them", more_answers),
                ("promises by them", more_promises),
                ("counts that they claim", more_counts),
            )
            if more
        ),
    )
    return _gathered(store, person.name, day, inquiries, matters, statements, cuts, person, promises, counts)


def _first(found: tuple[T, ...]) -> tuple[tuple[T, ...], bool]:
    """As many as are drawn on, and whether there are more."""
    return found[:EACH], len(found) > EACH


def _only(inquiry: Inquiry, events: Container[str]) -> Inquiry:
    return replace(inquiry, events=tuple(e for e in inquiry.events if e.id in events))


def _on_subject(store: Store, wanted: str, inquiries: tuple[Inquiry, ...], day: date) -> Gathered:
    """The matters and statements of documents that are about an inquiry or use the words."""
    named = [i.id for i in inquiries]
    of, own = queries.matters_of(store, named, day, limit=OWN)
    holding, others = queries.matters_about(store, wanted, day, without=named, limit=MATTERS)
    matters = queries.matters(store, ids=(*own, *others))
    about = {e.document for i in inquiries for e in i.events} | {m.ask.document for m in matters}
    words = _PROPER.findall(" ".join(i.name for i in inquiries)) or wanted.split()
    total, statements = queries.statements_concerning(store, about, words, day, limit=STATEMENTS)
    cuts = (
        *_cut("recommendations and calls of these inquiries", of, OWN, "in the order of the reports"),
        *_cut(f"asks with the words “{wanted}”", holding, MATTERS, "the latest first"),
        *_cut(
            "accusations, criticisms and answers in the documents of these",
            total,
            STATEMENTS,
            "answered ones first, then the latest",
        ),
    )
    return _gathered(store, wanted, day, inquiries, matters, statements, cuts)


def _cut(what: str, total: int, limit: int, order: str) -> Iterator[str]:
    """What is told of an order of which there is more than can be drawn on."""
    if total > limit:
        yield f"Of {total:,} {what}, {limit} are drawn on here, {order}."


def _gathered(
    store: Store,
    subject: str,
    day: date,
    inquiries: tuple[Inquiry, ...],
    matters: tuple[Matter, ...],
    statements: tuple[Statement, ...],
    cuts: tuple[str, ...],
    person: Actor | None = None,
    promises: tuple[Commitment, ...] = (),
    counts: tuple[Count, ...] = (),
) -> Gathered:
    links, statements = _with_replies(store, statements)
    used = {e.document for i in inquiries for e in i.events} | {s.document for s in statements}
    used |= {id for m in matters for id in _documents(m)}
    used |= {c.document for c in promises} | {c.document for c in counts}
    documents = queries.documents_of(store, used)
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
        counts,
        cuts,
    )


def _with_replies(store: Store, statements: tuple[Statement, ...]) -> tuple[tuple[Link, ...], tuple[Statement, ...]]:
    """The links of statements, and the statements with those that they are linked to."""
    links = queries.links_of(store, (s.id for s in statements))
    beside = {id for link in links for id in (link.subject, link.object)} - {s.id for s in statements}
    others = sorted(queries.entries_of(store, beside).items())
    return links, (*statements, *(entry for _, entry in others if isinstance(entry, Statement)))


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
    known = queries.actors_of(store, parts.values())
    return {part: known[id] for part, id in parts.items()}


def _documents(matter: Matter) -> set[str]:
    said = {r.document for r in matter.responses} | {c.document for c in matter.commitments}
    claimed = {p.document for p in matter.progress} | {c.document for c in matter.counts}
    return said | claimed | {a.document for a in (matter.ask, *matter.repeats)}


def _is_named(wanted: str, names: Iterable[str]) -> bool:
    return any(all(word in name.lower() for word in wanted.lower().split()) for name in names)
