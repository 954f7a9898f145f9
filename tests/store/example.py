"""A short fictional article and all that it yields: every noun of an Extraction once, every optional field filled."""

from __future__ import annotations

from datetime import UTC, date, datetime

from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Ask,
    AskKind,
    AskPart,
    AskRef,
    Basis,
    Commitment,
    Count,
    Disposition,
    Document,
    Extraction,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Medium,
    Mention,
    Part,
    PartKind,
    Post,
    Precision,
    Progress,
    Quoted,
    Ref,
    Response,
    Source,
    Statement,
    Status,
    Voice,
    When,
)
from answerable.text import Span, key

TEXT = (
    "Ferry inquiry refused\n"
    "Ada Hale accused the harbour board of hiding the survey. "
    "The Tarn Inquiry recommended that the board should publish every survey within six months. "
    "The board accepts this recommendation in principle. "
    "“We will publish the surveys by May, if funds allow,” Jon Reva said. "
    "Two of the nine recommendations are complete, the café owners’ group said."
)
NOW = datetime(2031, 4, 2, 9, 30, tzinfo=UTC)


def span(words: str, text: str = TEXT) -> Span:
    """The place of some words, which must occur."""
    start = text.index(words)
    return Span(start, start + len(words))


def document(text: str = TEXT, url: str = "https://herald.example/ferry", name: str | None = None) -> Document:
    """The article, or another text at another address."""
    source = Source(
        url,
        publisher="Tarn Herald",
        author="Mina Osk",
        medium=Medium.NEWS,
        media_type="text/html",
        published=date(2031, 4, 1),
        retrieved=NOW,
        title="Ferry inquiry refused",
    )
    head = Part(PartKind.HEADING, Span(0, min(21, len(text))), level=1)
    return Document.of(text, source, (head,), name=name)


def extraction(of: Document) -> Extraction:
    """What a document with TEXT at its start yields."""
    return _Yield(of).extraction()


def sentences(text: str = TEXT) -> tuple[Span, ...]:
    """The sentences of a text without abbreviations."""
    found, start = [], 0
    for at, letter in enumerate(text, 1):
        if letter in ".\n" or at == len(text):
            if text[start:at].strip():
                found.append(Span(start, at))
            start = at
    return tuple(found)


class _Yield:
    """The entries of one document; ids hash the document, as the extractors' do."""

    def __init__(self, of: Document) -> None:
        self.of = of
        self.hale = Actor.of(
            of.id,
            "Ada Hale",
            ActorKind.PERSON,
            names=("Ada Hale", "Hale"),
            posts=(Post("Mayor", "Tarn", date(2029, 5, 4), None),),
            identifiers=(("tarn", "7"),),
        )
        self.board = Actor.of(of.id, "the harbour board", ActorKind.ORGANISATION)
        self.day = When.day(date(2031, 4, 1), Basis.PUBLICATION)
        self.ask = AskRef("4(a)", "Tarn Inquiry", span("this recommendation"), "this recommendation")

    def id(self, kind: str) -> str:
        return key(kind, self.of.id)

    def ref(self, actor: Actor) -> Ref:
        return Ref(actor.id, actor.name)

    def extraction(self) -> Extraction:
        accusation = self.accusation()
        return Extraction(
            self.of.id,
            self.of.source,
            actors=(self.hale, self.board),
            mentions=(
                Mention(span("Ada Hale"), "Ada Hale", self.hale.id, 0.9),
                Mention(span("the harbour board"), "the harbour board", None),
            ),
            statements=(accusation, self.promise(accusation.id)),
            inquiries=(self.inquiry(accusation.id),),
            asks=(self.recommendation(accusation.id),),
            responses=(self.response(),),
            commitments=(self.commitment(),),
            progress=(self.progress(),),
            counts=(self.count(),),
        )

    def accusation(self) -> Statement:
        source, cue, content = (
            (span("Ada Hale"),),
            (span("accused"),),
            (span("the harbour board of hiding the survey"),),
        )
        return Statement(
            Statement.key(self.of.id, source, cue, content),
            self.of.id,
            source,
            cue,
            content,
            speaker=self.ref(self.hale),
            act=Act.ACCUSE,
            act_spans=(span("accused"),),
            targets=(self.ref(self.board), Ref(None, "the surveyor")),
            date=self.day,
            score=0.93,
        )

    def promise(self, parent: str) -> Statement:
        source, cue = (span("Jon Reva"),), (span("said", TEXT),)
        content = (span("We will publish the surveys by May"), span("if funds allow"))
        return Statement(
            Statement.key(self.of.id, source, cue, content),
            self.of.id,
            source,
            cue,
            content,
            speaker=Ref(None, "Jon Reva"),
            act=Act.PROMISE,
            quoted=Quoted.DIRECT,
            voice=Voice.AUTHORIAL,
            parent=parent,
        )

    def inquiry(self, statement: str) -> Inquiry:
        event = InquiryEvent(
            self.id("event"),
            self.of.id,
            InquiryEventKind.REFUSED,
            span("Ferry inquiry refused"),
            "Ferry inquiry refused",
            date=self.day,
            by=self.ref(self.board),
            to=self.ref(self.hale),
            reason=span("hiding the survey"),
            statement=statement,
        )
        return Inquiry(
            self.id("inquiry"),
            "Tarn Inquiry",
            InquiryKind.LOCAL,
            names=("Tarn Inquiry", "Ferry inquiry"),
            mentions=(span("Tarn Inquiry"),),
            chair=self.ref(self.hale),
            place="Tarn",
            year=2030,
            events=(event,),
        )

    def recommendation(self, statement: str) -> Ask:
        words = "the board should publish every survey within six months"
        base = date(2031, 1, 7)
        due = When(
            base, date(2031, 7, 7), Precision.DAY, Basis.RELATIVE, "six months", span("six months"), base, "report"
        )
        return Ask(
            self.id("ask"),
            self.of.id,
            AskKind.RECOMMENDATION,
            span(words),
            words,
            by=Ref(None, "Tarn Inquiry"),
            addressees=(self.ref(self.board),),
            inquiry="Tarn Inquiry",
            number="4(a)",
            parts=(AskPart("4(a)(i)", span("publish every survey")),),
            due=(due,),
            also=(span("this recommendation"),),
            statement=statement,
            date=self.day,
            quoted_from=AskRef(None, "Tarn Inquiry"),
            score=0.8,
        )

    def response(self) -> Response:
        words = "The board accepts this recommendation in principle."
        return Response(
            self.id("response"),
            self.of.id,
            self.ask,
            Disposition.IN_PRINCIPLE,
            span(words),
            words,
            by=self.ref(self.board),
            deciding=(span("accepts"), span("in principle")),
            date=self.day,
        )

    def commitment(self) -> Commitment:
        words = "We will publish the surveys by May"
        due = When(None, date(2031, 4, 30), Precision.BEFORE, Basis.STATED, "by May", span("by May"))
        return Commitment(
            self.id("commitment"), self.of.id, span(words), words, Ref(None, "Jon Reva"), due, span("if funds allow")
        )

    def progress(self) -> Progress:
        words = "recommendations are complete"
        return Progress(self.id("progress"), self.of.id, Status.COMPLETE, span(words), words, as_of=self.day)

    def count(self) -> Count:
        words = "Two of the nine recommendations are complete"
        return Count(
            self.id("count"), self.of.id, 2, 9, "recommendations", Status.COMPLETE, span(words), words, "Tarn Inquiry"
        )
