"""What one actor said on one thing over time; where it took the other side, both sentences, and no word on why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from answerable.model import Actor, InquiryEvent, Ref, Response, Statement, When
from answerable.record import Position, positions, reversals
from answerable.record.positions import Said
from answerable.store import Store, queries
from answerable.store.queries import Head, aimed_by, answers_by, events_by, heads, sentences_at
from answerable.store.search import hits_of
from answerable.text import on_one_line, shortened
from answerable.web.acts import Family, family, verb, worded
from answerable.web.pages.decided import Overlay, corrected
from answerable.web.pages.entry import SHORT

SHOWN = 12
"""Issues on a page, those with a change of side first."""


@dataclass(frozen=True, slots=True)
class Held:
    """One thing said: what was done by saying it, the words (the sentence, if few), the day, and where they stand."""

    id: str
    label: str
    family: Family
    words: str
    day: date | None
    document: str
    document_title: str
    address: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What an actor said on one thing, in order of day.

    `path` is the page of the thing; `reversals` are pairs of which the later takes the other side of the earlier.
    """

    subject: str
    path: str
    held: tuple[Held, ...]
    reversals: tuple[tuple[Held, Held], ...]


def issues(store: Store, actor: Actor) -> tuple[Issue, ...]:
    """The things on which an actor took a side on two days or more, those with a change of side first."""
    said = _said(store, actor)
    taken = {path: positions(Ref(actor.id, actor.name), entries) for path, entries in said.items()}
    kept = {path: tuple(p for p in held if p.side) for path, held in taken.items()}
    kept = {path: held for path, held in kept.items() if len({p.day for p in held}) > 1}
    order = sorted(kept, key=lambda path: (not reversals(kept[path]), -len(kept[path]), path))[:SHOWN]
    shown = _shown(store, [p for path in order for p in kept[path]])
    names = _names(store, order)
    return tuple(
        Issue(
            names[path],
            path,
            _once(shown[p.said.id] for p in kept[path]),
            tuple((shown[r.earlier.said.id], shown[r.later.said.id]) for r in reversals(kept[path])),
        )
        for path in order
    )


def _once(held: Iterable[Held]) -> tuple[Held, ...]:
    """What the same sentence of a document shows several times, once."""
    found: dict[tuple[str, str, str], Held] = {}
    for one in held:
        found.setdefault((one.document, one.label, one.words), one)
    return tuple(found.values())


def _said(store: Store, actor: Actor) -> dict[str, list[Said]]:
    """What the actor said, as people corrected it and under the actor's own name, by the page of what it is about."""
    own, found = Ref(actor.id, actor.name), defaultdict[str, list[Said]](list)
    answers = answers_by(store, actor.id)
    right = {r.id: r for r in corrected(store, [r for _, r in answers])}
    for matter, answer in answers:
        if answer.id in right:
            found[f"/matters/{matter}"].append(replace(right[answer.id], by=own))
    for inquiry, event in events_by(store, actor.id):
        found[f"/inquiries/{inquiry}"].append(replace(event, by=own))
    aimed = aimed_by(store, actor.id)
    decided = Overlay.on(store, (s.id for _, s in aimed))
    for target, statement in aimed:
        found[f"/actors/{target}"].append(replace(decided.applied(statement), speaker=own))
    return _dated(store, found)


def _dated(store: Store, said: Mapping[str, Sequence[Said]]) -> dict[str, list[Said]]:
    """The same, with the day of publication where the words give none."""
    known = heads(store, (entry.document for entries in said.values() for entry in entries))

    def dated(entry: Said) -> Said:
        head = known.get(entry.document)
        published = head.published if head else None
        if entry.date or published is None:
            return entry
        return replace(entry, date=When.day(published))

    return {path: [dated(entry) for entry in entries] for path, entries in said.items()}


def _shown(store: Store, held: Sequence[Position]) -> dict[str, Held]:
    spoken = hits_of(store, [p.said.id for p in held if isinstance(p.said, Statement)])
    words = {h.statement.id: "".join(text for text, _ in h.shown) for h in spoken if h.statement}
    at = {h.statement.id: (h.document, h.place[0].start) for h in spoken if h.statement and h.place}
    short = {id: place for id, place in at.items() if len(words[id].split()) < SHORT}
    around = sentences_at(store, short.values())
    words |= {id: around[place][1] for id, place in short.items() if place in around}
    known = heads(store, (p.said.document for p in held))
    return {p.said.id: _held(p, words, known) for p in held}


def _held(position: Position, words: Mapping[str, str], known: Mapping[str, Head]) -> Held:
    said = position.said
    text = words.get(said.id, "") if isinstance(said, Statement) else said.text
    pin = f"/documents/{said.document}?at={said.span.start}#here" if isinstance(said, InquiryEvent) else None
    title = known[said.document].title if said.document in known else ""
    label, kind = _label(said)
    return Held(
        said.id, label, kind, on_one_line(text), position.day, said.document, title, pin or f"/entries/{said.id}"
    )


def _label(said: Said) -> tuple[str, Family]:
    if isinstance(said, Statement):
        return verb(said.act), family(said.act)
    if isinstance(said, Response):
        return worded(said.disposition), Family.ANSWER
    return worded(said.event), Family.DEED


def _names(store: Store, paths: Iterable[str]) -> dict[str, str]:
    """What readers call the thing at each page."""
    found = {}
    for path in paths:
        _, kind, id = path.split("/")
        if kind == "actors":
            found[path] = queries.actor(store, id).name
        elif kind == "inquiries":
            found[path] = queries.inquiry(store, id).name
        else:
            ask = queries.matter(store, id).ask
            short = shortened(on_one_line(ask.text), 80)
            found[path] = f"Recommendation {ask.number}: {short}" if ask.number else short
    return found
