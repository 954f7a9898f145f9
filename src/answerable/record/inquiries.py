"""The inquiries of the record: those of many documents that are one, with all their events in order of day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.model import Extraction, Inquiry, InquiryKind, Matter
from answerable.record.names import Titles, label, plain_name, titles_of
from answerable.record.register import day_of
from answerable.text import key


@dataclass(frozen=True, slots=True)
class Joined:
    """An inquiry of the record and the ids of the inquiries in documents that it is made of."""

    inquiry: Inquiry
    members: tuple[str, ...]


def join_inquiries(extractions: Sequence[Extraction]) -> tuple[Joined, ...]:
    """The inquiries of all documents, those that share a name as one, in order of name.

    Inquiries without a proper name ("a national inquiry") are one where they are of one kind and what they are to look
    into shares a name ("in Saltmere"), or where a document gives no more than the kind and only one is known.
    """
    titles = titles_of(extractions)
    groups: dict[str, list[Inquiry]] = defaultdict(list)
    loose: list[Inquiry] = []
    for extraction in extractions:
        for inquiry in extraction.inquiries:
            name = _key(inquiry, titles)
            if name:
                groups[name].append(inquiry)
            else:
                loose.append(inquiry)
    for inquiry in loose:
        local = inquiry.kind is InquiryKind.LOCAL
        known = [name for name, held in groups.items() if held[0].kind is inquiry.kind and (local or _asked_for(name))]
        groups[known[0] if len(known) == 1 else f"{inquiry.kind} {inquiry.id}"].append(inquiry)
    return tuple(sorted((_joined(name, members) for name, members in groups.items()), key=lambda j: j.inquiry.name))


def inquiries_of(matters: Iterable[Matter], joined: Sequence[Joined]) -> dict[str, str]:
    """The id of the record's inquiry for each matter that has one, under the id of the matter.

    A recommendation belongs to the inquiry that it names, a call to the inquiry that it asks for.
    """
    titles = Titles([name for j in joined for name in (j.inquiry.name, *j.inquiry.names)])
    by_title = {key: j.inquiry.id for j in reversed(joined) for n in j.inquiry.names if (key := titles.key(n))}
    events = [(e, j.inquiry.id) for j in joined for e in j.inquiry.events]
    by_statement = {e.statement: id for e, id in events if e.statement}
    by_place = {(e.document, e.span): id for e, id in events}
    found = {}
    for matter in matters:
        title = titles.key(matter.ask.inquiry)
        inquiry = by_title.get(title or "") or by_statement.get(matter.ask.statement or "")
        inquiry = inquiry or by_place.get((matter.ask.document, matter.ask.span))
        if inquiry:
            found[matter.id] = inquiry
    return found


def _key(inquiry: Inquiry, titles: Titles) -> str | None:
    """A key that all documents share: the proper name, else the kind and the places and names it is to look into."""
    named = [name for name in inquiry.names if " into " not in name and _named(name)]
    if named:
        return titles.key(named[0])
    if inquiry.chair and (found := titles.of_person(inquiry.chair.name)):
        return found
    about = sorted({word for name in inquiry.names if " into " in name for word in _proper(name)})
    return f"{inquiry.kind}: {about[-1]}" if about else None


def _asked_for(name: str) -> bool:
    return ": " in name


def _named(name: str) -> bool:
    return any(word[0].isupper() for word in name.split()) and bool(label(name))


def _proper(name: str) -> frozenset[str]:
    return frozenset(w for w in label(name.partition(" into ")[2]) if w.title() in name)


def _joined(name: str, members: list[Inquiry]) -> Joined:
    names = Counter(n for member in members for n in member.names)
    title = min(names, key=lambda n: (-names[n] * bool(label(n)), -len(n), n)) if names else members[0].name
    chairs = [m.chair for m in members if m.chair]
    events = sorted(
        (e for m in members for e in m.events), key=lambda e: (day_of(e.date) or date.max, e.document, e.span)
    )
    inquiry = Inquiry(
        id=key("inquiry", name),
        name=title,
        kind=next((m.kind for m in members if m.kind is not InquiryKind.UNKNOWN), InquiryKind.UNKNOWN),
        names=tuple(sorted(names)),
        chair=max(chairs, key=lambda c: len(plain_name(c.name)), default=None),
        place=next((m.place for m in members if m.place), None),
        year=next((m.year for m in members if m.year), None),
        events=tuple(events),
    )
    return Joined(inquiry, tuple(m.id for m in members))
