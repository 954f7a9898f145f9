"""Entries for tests of the record, with what does not matter filled in. The dossier of a fictional Lind Inquiry."""

from __future__ import annotations

from datetime import date
from typing import Any

from answerable.model import (
    Act,
    Ask,
    AskKind,
    AskRef,
    Commitment,
    Count,
    Disposition,
    Extraction,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Precision,
    Progress,
    Ref,
    Response,
    Source,
    Statement,
    Status,
    When,
)
from answerable.text import Span

LIND = "Lind Inquiry"
MINISTRY = "Ministry of Ports"


def on(day: str) -> When:
    return When.day(date.fromisoformat(day))


def by_end(day: str, words: str = "") -> When:
    return When(None, date.fromisoformat(day), Precision.DAY, on(day).basis, words or f"by {day}")


def ask(number: str | None, text: str, day: str | None = "2022-10-14", document: str = "report", **more: Any) -> Ask:
    kind = AskKind.RECOMMENDATION if number else AskKind.CALL
    fields: dict[str, Any] = {"inquiry": LIND if number else None, "date": on(day) if day else None} | more
    id = f"ask-{document}-{number or text}"
    return Ask(id, document, kind, Span(0, len(text)), text, number=number, **fields)


def response(number: str, disposition: Disposition, day: str = "2023-04-18", by: str = MINISTRY) -> Response:
    id, ref = f"response-{number}-{by}", AskRef(number, LIND)
    return Response(id, "response", ref, disposition, Span(0, 8), "Accepted", Ref(None, by), date=on(day))


def commitment(
    id: str, text: str, day: str, due: str | None, number: str | None = "4", reason: Span | None = None
) -> Commitment:
    span, by, when = Span(0, len(text)), Ref(None, MINISTRY), by_end(due) if due else None
    ref = AskRef(number, LIND) if number else None
    return Commitment(id, f"of-{day}", span, text, by, when, None, reason, ref, date=on(day))


def progress(number: str, status: Status, day: str, by: str = MINISTRY) -> Progress:
    id, ref = f"{number}-{status}-{by}", AskRef(number, LIND)
    return Progress(id, f"of-{day}", status, Span(0, 9), "It stands", ref, Ref(None, by), on(day))


def count(done: int, total: int, day: str, by: str, status: Status = Status.COMPLETE) -> Count:
    id, of, speaker = f"{by}-{done}", "recommendations", Ref(None, by)
    return Count(id, f"of-{day}", done, total, of, status, Span(0, 9), "so many", LIND, speaker, on(day))


def statement(id: str, act: Act, speaker: str, target: str | None, day: str, document: str = "news") -> Statement:
    targets = (Ref(None, target),) if target else ()
    span = (Span(0, 5),)
    return Statement(id, document, span, span, span, Ref(None, speaker), act, targets=targets, date=on(day))


def event(kind: InquiryEventKind, day: str, by: str | None, document: str = "news") -> InquiryEvent:
    whose = Ref(None, by) if by else None
    return InquiryEvent(f"{kind}-{document}", document, kind, Span(0, 5), "words", on(day), whose)


def inquiry(name: str, kind: InquiryKind, *events: InquiryEvent, names: tuple[str, ...] = (), id: str = "") -> Inquiry:
    return Inquiry(id or f"inquiry-{name}", name, kind, names or (name,), (Span(0, 5),), events=events)


def extraction(document: str, **entries: Any) -> Extraction:
    return Extraction(document, Source(f"{document}.txt"), **entries)
