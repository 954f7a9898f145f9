"""store -> briefing: everything in the record on an inquiry, a person or a topic, for the command and the page."""

from __future__ import annotations

from datetime import date

from answerable.export.brief import Gathered
from answerable.model import Document, Matter, Statement
from answerable.record import status_on
from answerable.store import Store, queries


def gathered(store: Store, wanted: str, day: date) -> Gathered:
    """Everything in the record on an inquiry so named, else on an actor, else on asks and statements with the words."""
    inquiries = tuple(i for i in queries.inquiries(store) if any(_named(wanted, n) for n in (i.name, *i.names)))
    matters = tuple(m for m in queries.matters(store) if _named(wanted, f"{m.ask.inquiry or ''} {m.ask.text}"))
    about = {e.document for i in inquiries for e in i.events} | {m.ask.document for m in matters}
    statements = _said(store, wanted, about)
    told = {link.id: link for s in statements for link in queries.links(store, s.id)}
    beside = {id for link in told.values() for id in (link.subject, link.object)} - {s.id for s in statements}
    others = (queries.entry(store, id) for id in sorted(beside))
    statements += tuple(entry for entry in others if isinstance(entry, Statement))
    used = about | {s.document for s in statements} | {id for m in matters for id in _documents(m)}
    documents: dict[str, Document] = {id: queries.document(store, id) for id in used}
    standing = tuple((m, status_on(m, day)) for m in matters)
    return Gathered(wanted, day, inquiries, standing, statements, tuple(told.values()), documents)


def _documents(matter: Matter) -> set[str]:
    said = {e.document for e in matter.responses} | {e.document for e in matter.commitments}
    return said | {e.document for e in matter.progress} | {e.document for e in matter.counts}


def _said(store: Store, wanted: str, about: set[str]) -> tuple[Statement, ...]:
    """The statements of documents that are about the subject, and those by an actor or on an actor so named."""
    found = {s.id: s for id in sorted(about) for s in queries.extraction(store, id).statements}
    for actor in queries.actors(store):
        if any(_named(wanted, name) for name in (actor.name, *actor.names)):
            found |= {
                s.id: s for s in (*queries.statements_by(store, actor.id), *queries.statements_on(store, actor.id))
            }
    return tuple(found.values())


def _named(wanted: str, name: str) -> bool:
    return all(word in name.lower() for word in wanted.lower().split())
