"""The interchange format: what one document yields, as one JSON object.

Places are [start, end] in characters of "text"; dates are written after EDTF (ISO 8601-2): "2024-05-31", "2024-05",
"2024-03-01/2024-05-31", "../2024-05-31" for "before"; null where the words give no date.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from answerable.model import (
    Ask,
    AskRef,
    Commitment,
    Count,
    Document,
    Extraction,
    Inquiry,
    Mention,
    Precision,
    Progress,
    Ref,
    Response,
    Statement,
    When,
)
from answerable.text import Span

Json = dict[str, Any]


def as_json(document: Document, extraction: Extraction) -> Json:
    """A document with all that it yields, in the interchange format."""
    mentions: dict[str | None, list[Mention]] = defaultdict(list)
    for mention in extraction.mentions:
        mentions[mention.actor].append(mention)
    return {
        "id": document.name or document.id,
        "path": document.source.url,
        "title": document.source.title,
        "published": document.source.published.isoformat() if document.source.published else None,
        "text": document.text,
        "actors": [
            {"id": a.id, "name": a.name, "kind": a.kind.value, "mentions": _places(m.span for m in mentions[a.id])}
            for a in extraction.actors
        ],
        "statements": [_statement(entry) for entry in extraction.statements],
        "inquiries": [_inquiry(entry) for entry in extraction.inquiries],
        "asks": [_ask(entry) for entry in extraction.asks],
        "responses": [_response(entry) for entry in extraction.responses],
        "commitments": [_commitment(entry) for entry in extraction.commitments],
        "progress": [_progress(entry) for entry in extraction.progress],
        "counts": [_count(entry) for entry in extraction.counts],
    }


Entry = Ask | Response | Commitment | Progress | Count


def entry_json(entry: Entry) -> Json:
    """An entry as it stands in the interchange format, and the id of its document."""
    match entry:
        case Ask():
            told = _ask(entry)
        case Response():
            told = _response(entry)
        case Commitment():
            told = _commitment(entry)
        case Progress():
            told = _progress(entry)
        case Count():
            told = _count(entry)
    return {"document": entry.document, **told}


def inquiry_json(inquiry: Inquiry) -> Json:
    """An inquiry of the record, each of its events with its document and words."""
    told = _inquiry(inquiry)
    for event, shown in zip(inquiry.events, told["events"], strict=True):
        shown |= {"document": event.document, "text": event.text}
    return told


def edtf(when: When | None) -> str | None:
    """A date or interval after EDTF, as precise as the words give it; None where they give none."""
    if when is None or when.precision is Precision.NONE or (when.start is None and when.end is None):
        return None
    start, end = (day.isoformat() if day else ".." for day in (when.start, when.end))
    if start == end:
        return start
    if when.precision is Precision.MONTH and when.start:
        return start[:7]
    if when.precision is Precision.YEAR and when.start and (when.start.month, when.start.day) == (1, 1):
        return start[:4]
    return f"{start}/{end}"


def _statement(s: Statement) -> Json:
    return {
        "id": s.id,
        "source": _places(s.source),
        "cue": _places(s.cue),
        "content": _places(s.content),
        "speaker": _ref(s.speaker),
        "act": s.act.value,
        "act_spans": _places(s.act_spans),
        "targets": [_ref(target) for target in s.targets],
        "quoted": s.quoted.value,
        "voice": s.voice.value,
        "date": edtf(s.date),
        "parent": s.parent,
        "score": round(s.score, 4),
    }


def _inquiry(i: Inquiry) -> Json:
    events = [
        {"id": e.id, "event": e.event.value, "date": edtf(e.date), "by": _ref(e.by), "to": _ref(e.to)}
        | {"span": _place(e.span), "reason": _place(e.reason)}
        for e in i.events
    ]
    return {
        "id": i.id,
        "name": i.name,
        "names": list(i.names),
        "kind": i.kind.value,
        "chair": _ref(i.chair),
        "place": i.place,
        "year": i.year,
        "mentions": _places(i.mentions),
        "events": events,
    }


def _ask(a: Ask) -> Json:
    return {
        "id": a.id,
        "kind": a.kind.value,
        "statement": a.statement,
        "inquiry": a.inquiry,
        "number": a.number,
        "text": a.text,
        "span": _place(a.span),
        "also": _places(a.also),
        "parts": [{"label": part.label, "span": _place(part.span)} for part in a.parts],
        "by": _ref(a.by),
        "addressees": [_ref(addressee) for addressee in a.addressees],
        "due": edtf(a.due[0]) if a.due else None,
        "deadlines": [_deadline(when) for when in a.due],
        "date": edtf(a.date),
        "quoted_from": _ask_ref(a.quoted_from),
        "score": round(a.score, 4),
    }


def _response(r: Response) -> Json:
    return {
        "id": r.id,
        "ask": _ask_ref(r.ask),
        "disposition": r.disposition.value,
        "text": r.text,
        "span": _place(r.span),
        "deciding": _places(r.deciding),
        "by": _ref(r.by),
        "statement": r.statement,
        "date": edtf(r.date),
        "score": round(r.score, 4),
    }


def _commitment(c: Commitment) -> Json:
    return {
        "id": c.id,
        "by": _ref(c.by),
        "text": c.text,
        "span": _place(c.span),
        "due": edtf(c.due),
        "deadline": _deadline(c.due) if c.due else None,
        "condition": _place(c.condition),
        "reason": _place(c.reason),
        "ask": _ask_ref(c.ask),
        "statement": c.statement,
        "date": edtf(c.date),
        "score": round(c.score, 4),
    }


def _progress(p: Progress) -> Json:
    return {
        "id": p.id,
        "ask": _ask_ref(p.ask),
        "status": p.status.value,
        "by": _ref(p.by),
        "as_of": edtf(p.as_of),
        "text": p.text,
        "span": _place(p.span),
        "deciding": _places(p.deciding),
        "statement": p.statement,
        "score": round(p.score, 4),
    }


def _count(c: Count) -> Json:
    return {
        "id": c.id,
        "done": c.done,
        "total": c.total,
        "of": c.of,
        "status": c.status.value,
        "inquiry": c.inquiry,
        "by": _ref(c.by),
        "as_of": edtf(c.as_of),
        "text": c.text,
        "span": _place(c.span),
        "statement": c.statement,
    }


def _ref(ref: Ref | None) -> Json | None:
    return {"id": ref.id, "name": ref.name} if ref else None


def _ask_ref(ref: AskRef | None) -> Json | None:
    return {"number": ref.number, "inquiry": ref.inquiry, "quoted": _place(ref.quoted)} if ref else None


def _deadline(when: When) -> Json:
    return {
        "date": edtf(when),
        "words": when.words,
        "span": _place(when.span),
        "basis": when.basis.value,
        "base": when.base.isoformat() if when.base else None,
        "base_words": when.base_words,
    }


def _place(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _places(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
