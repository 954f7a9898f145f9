"""A small fictional record for the tests of the site: a ferry, an inquiry with three recommendations, and a quarrel.

The texts carry their marks (see `marks`): S, C and T with a number are source, cue and content of one statement;
R, P and so on are the entries that hang on recommendations. Everybody in it is invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

from answerable.model import (
    Act,
    Actor,
    ActorKind,
    Ask,
    AskKind,
    AskRef,
    Basis,
    Commitment,
    Disposition,
    Document,
    Extraction,
    Inquiry,
    InquiryEvent,
    InquiryEventKind,
    InquiryKind,
    Link,
    LinkKind,
    Matter,
    Medium,
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
    When,
)
from answerable.standings import summed
from answerable.store import Store, facets, open_store, writes
from answerable.text import Span, key
from tests.marks import marked

NOW = datetime(2025, 6, 1, 9, 0, tzinfo=UTC)
TODAY = date(2025, 6, 1)
INQUIRY = "Quill Inquiry"

NEWS = """[H:Minister and pilots clash over ferry]

[S1:Ivo Tarrant] [C1:accused] the transport minister, Mara Loxley, [T1:of hiding the ferry's safety record].

[S2:Ms Loxley] [C2:denied it]. [T2:“I have never seen such a record,”] [C2:she said on Monday]. [S3:A spokesman] \
[C3:added] that [T3:the minister [C4:had told] the House that [T4:the vessel was sound]].

[C5:Asked] for a new inquiry, [S5:Ms Loxley] [C5:refused], [T5:saying that one inquiry was enough <b>for now</b>].

[S6:Dr Nessa Quill] [C6:said] that [T6:none of her three recommendations had been carried out]."""

REPORT = """[H:Report of the Quill Inquiry]

[I:1. [A1:The Department for Transport should fit alarms to every ferry within 12 months.]]

[I:2. [A2:The Harbour Board should publish its inspections each month.]]

[I:3. [A3:Parliament should consider a duty of candour.]]"""

RESPONSE = """[H:Government response to the Quill Inquiry]

[I:Recommendation 1. [R1:We accept this recommendation. [P1:Alarms will be fitted by March 2024.]]]

[I:Recommendation 2. [R2:We accept the aim of this recommendation, but not the timetable.]]"""

UPDATE = """[H:Progress on the Quill Inquiry]

[I:Recommendation 1. [G1:Work is in progress.] [P2:Alarms will now be fitted by May 2025.]]"""

KINDS = {"H": PartKind.HEADING, "I": PartKind.ITEM}


def _document(
    name: str, marks: str, medium: Medium, publisher: str, day: date
) -> tuple[Document, dict[str, list[Span]]]:
    text, at = marked(marks)
    parts = [
        Part(KINDS[letter], span, level=1 if letter == "H" else 0) for letter in KINDS for span in at.get(letter, ())
    ]
    title = at["H"][0].of(text)
    source = Source(f"{name}.txt", publisher, None, medium, "text/plain", day, NOW, title)
    return Document.of(text, source, tuple(parts)), {letter: list(spans) for letter, spans in at.items()}


def _actor(document: Document, name: str, kind: ActorKind = ActorKind.PERSON) -> Actor:
    return Actor.of(document.id, name, kind)


def _ref(actor: Actor) -> Ref:
    return Ref(actor.id, actor.name)


def _month(year: int, month: int, last: int, words: str) -> When:
    return When(date(year, month, 1), date(year, month, last), Precision.MONTH, Basis.STATED, words)


def news() -> tuple[Document, Extraction]:
    """The article: six statements, one of them inside another, one with markup in its words."""
    document, at = _document("news", NEWS, Medium.NEWS, "The Harbour Post", date(2025, 5, 6))
    tarrant, loxley, quill = (_actor(document, n) for n in ("Ivo Tarrant", "Mara Loxley", "Nessa Quill"))
    monday = When.day(date(2025, 5, 5), Basis.RELATIVE)

    def said(n: int, speaker: Ref | None, act: Act, *targets: Actor, score: float = 0.9, **more: object) -> Statement:
        source, cue, content = (tuple(at.get(f"{letter}{n}", ())) for letter in "SCT")
        id = Statement.key(document.id, source, cue, content)
        given = {"date": When.day(date(2025, 5, 6), Basis.PUBLICATION), **more}
        aimed = tuple(map(_ref, targets))
        return Statement(id, document.id, source, cue, content, speaker, act, cue, aimed, score=score, **given)  # type: ignore[arg-type]

    statements = (
        said(1, _ref(tarrant), Act.ACCUSE, loxley),
        said(2, _ref(loxley), Act.DENY, tarrant, quoted=Quoted.DIRECT, date=monday),
        said(3, Ref(None, "a spokesman"), Act.STATE),
        said(4, _ref(loxley), Act.STATE, score=0.3),
        said(5, _ref(loxley), Act.REFUSE),
        said(6, _ref(quill), Act.REPORT_PROGRESS),
    )
    claim = at["T6"][0]
    day = When.day(date(2025, 5, 6), Basis.PUBLICATION)
    ask = AskRef("1", INQUIRY)
    progress = Progress(
        key("progress", document.id),
        document.id,
        Status.NOT_STARTED,
        claim,
        claim.of(document.text),
        ask,
        _ref(quill),
        day,
    )
    people = (tarrant, loxley, quill)
    return document, Extraction(document.id, document.source, people, (), statements, progress=(progress,))


def report() -> tuple[Document, Extraction]:
    """The inquiry's report: three recommendations."""
    document, at = _document("report", REPORT, Medium.REPORT, "The Quill Inquiry", date(2023, 3, 1))
    quill = _actor(document, "Nessa Quill")
    bodies = [
        _actor(document, n, ActorKind.ORGANISATION) for n in ("Department for Transport", "Harbour Board", "Parliament")
    ]
    asks = tuple(
        Ask(
            key("ask", document.id, n),
            document.id,
            AskKind.RECOMMENDATION,
            at[f"A{n}"][0],
            at[f"A{n}"][0].of(document.text),
            by=_ref(quill),
            addressees=(_ref(body),),
            inquiry=INQUIRY,
            number=str(n),
            due=(When.day(date(2024, 3, 1), Basis.RELATIVE),) if n == 1 else (),
            date=When.day(date(2023, 3, 1), Basis.PUBLICATION),
        )
        for n, body in enumerate(bodies, 1)
    )
    heading = at["H"][0]
    event = InquiryEvent(
        key("event", document.id),
        document.id,
        InquiryEventKind.FINAL_REPORT,
        heading,
        heading.of(document.text),
        When.day(date(2023, 3, 1)),
        _ref(quill),
    )
    inquiry = Inquiry(
        key("inquiry", document.id),
        INQUIRY,
        InquiryKind.NON_STATUTORY,
        (INQUIRY,),
        (heading,),
        _ref(quill),
        None,
        2022,
        (event,),
    )
    return document, Extraction(document.id, document.source, (quill, *bodies), (), (), (inquiry,), asks)


def response() -> tuple[Document, Extraction]:
    """The government's response: one accepted with a date, one in principle, silence on the third."""
    document, at = _document("response", RESPONSE, Medium.RESPONSE, "Department for Transport", date(2023, 9, 1))
    body = _actor(document, "Department for Transport", ActorKind.ORGANISATION)
    day = When.day(date(2023, 9, 1), Basis.PUBLICATION)
    responses = tuple(
        Response(
            key("response", document.id, n),
            document.id,
            AskRef(str(n), INQUIRY),
            disposition,
            at[f"R{n}"][0],
            at[f"R{n}"][0].of(document.text),
            _ref(body),
            date=day,
        )
        for n, disposition in ((1, Disposition.ACCEPTED), (2, Disposition.IN_PRINCIPLE))
    )
    span = at["P1"][0]
    due = _month(2024, 3, 31, "by March 2024")
    promise = Commitment(
        key("promise", document.id),
        document.id,
        span,
        span.of(document.text),
        _ref(body),
        due,
        ask=AskRef("1", INQUIRY),
        date=day,
    )
    return document, Extraction(document.id, document.source, (body,), responses=responses, commitments=(promise,))


def update() -> tuple[Document, Extraction]:
    """The progress update: one claim, one due date moved."""
    document, at = _document("update", UPDATE, Medium.UPDATE, "Department for Transport", date(2024, 4, 2))
    body = _actor(document, "Department for Transport", ActorKind.ORGANISATION)
    day = When.day(date(2024, 4, 2), Basis.PUBLICATION)
    claim, moved = at["G1"][0], at["P2"][0]
    progress = Progress(
        key("progress", document.id),
        document.id,
        Status.IN_PROGRESS,
        claim,
        claim.of(document.text),
        AskRef("1", INQUIRY),
        _ref(body),
        day,
    )
    promise = Commitment(
        key("promise", document.id),
        document.id,
        moved,
        moved.of(document.text),
        _ref(body),
        _month(2025, 5, 31, "by May 2025"),
        ask=AskRef("1", INQUIRY),
        date=day,
    )
    return document, Extraction(document.id, document.source, (body,), commitments=(promise,), progress=(progress,))


def draft() -> tuple[Document, Extraction]:
    """The update as it stood at its address before: a paragraph that was taken out since."""
    document, _ = _document(
        "update",
        "[H:Progress on the Quill Inquiry]\n\n[I:We are on time.]",
        Medium.UPDATE,
        "Department for Transport",
        date(2024, 4, 1),
    )
    return document, Extraction(document.id, document.source)


def record(path: Path) -> Store:
    """A store at `path` that holds all of it, joined into actors, an inquiry and three matters."""
    store = open_store(path)
    writes.add(store, *draft(), [], now=NOW)
    found = [news(), report(), response(), update()]
    for document, extraction in found:
        writes.add(store, document, extraction, _sentences(document), now=NOW)
    extractions = [extraction for _, extraction in found]
    _join_actors(store, extractions)
    inquiry = extractions[1].inquiries[0]
    writes.replace_inquiries(store, {inquiry: [inquiry.id]})
    matters, links = _matters(extractions)
    told, _, _, updated = extractions
    accused, denied = told.statements[:2]
    replied = Link.of(LinkKind.REPLIES_TO, denied.id, accused.id, 0.78, "Mara Loxley is the one accused")
    later, earlier = told.progress[0], updated.progress[0]
    differs = Link.of(LinkKind.CONTRADICTS, later.id, earlier.id, 0.7, "in progress; not started")
    writes.replace_links(store, [*links, replied, differs])
    of_matter = {matter.id: inquiry.id for matter in matters}
    writes.replace_matters(store, matters, of_matter, summed(store, matters, of_matter))
    facets.count_up(store)
    return store


def _sentences(document: Document) -> Iterable[Span]:
    at = 0
    for line in document.text.split("\n\n"):
        yield Span(at, at + len(line))
        at += len(line) + 2


def _join_actors(store: Store, extractions: list[Extraction]) -> None:
    named: dict[str, list[Actor]] = {}
    for extraction in extractions:
        for actor in extraction.actors:
            named.setdefault(actor.name, []).append(actor)
    joined = {}
    for name, members in named.items():
        posts = (
            (Post("Minister for Transport", "Department for Transport", date(2024, 7, 5)),)
            if name == "Mara Loxley"
            else ()
        )
        whole = Actor(key("actor", "record", name), name, members[0].kind, (name,), posts)
        joined[whole] = [(member.id, 1.0, "the same name") for member in members]
    writes.replace_actors(store, joined)


def _matters(extractions: list[Extraction]) -> tuple[list[Matter], list[Link]]:
    told, asked, answered, updated = extractions
    matters, links = [], []
    kinds = (("responses", LinkKind.ANSWERS), ("commitments", LinkKind.PROMISES), ("progress", LinkKind.REPORTS_ON))
    for ask in asked.asks:
        held: dict[str, tuple[object, ...]] = {}
        mine = []
        for role, kind in kinds:
            entries = [e for x in (answered, updated, told) for e in getattr(x, role) if e.ask.number == ask.number]
            held[role] = tuple(entries)
            mine += [Link.of(kind, e.id, ask.id, 0.95, f"names recommendation {ask.number}") for e in entries]
        if len(held["commitments"]) > 1:
            first, second = held["commitments"]
            mine.append(Link.of(LinkKind.REPLACES, second.id, first.id, 0.9, "a later day for the same thing"))  # type: ignore[attr-defined]
        links += mine
        matters.append(Matter(key("matter", ask.id), ask, links=tuple(mine), **held))  # type: ignore[arg-type]
    return matters, links


__all__ = ["INQUIRY", "NOW", "TODAY", "news", "record", "report", "response", "update"]
