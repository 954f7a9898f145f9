"""The nouns and the closed lists: frozen values, no input, no output, no clock.

All positions are half-open character offsets into `Document.text`. Identity is content: an entry's id hashes its
document, its kind and its spans, never its score, so that a person's decision outlives a better model.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from answerable.text import Span, Spans, key, spans_key

# ---------------------------------------------------------------- documents


class Medium(StrEnum):
    """What kind of publication a text is."""

    NEWS = "news"
    POST = "post"
    STATEMENT = "statement"
    REPORT = "report"
    RESPONSE = "response"
    UPDATE = "update"
    HANSARD = "hansard"
    LETTER = "letter"
    TRANSCRIPT = "transcript"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Source:
    """Where and when a text was published.

    `url` is an address, or the path as the user gave it. `published` may be unknown; `retrieved` is set by whoever
    fetched the bytes. `author` is the byline or the signatory, `publisher` the outlet or body.
    """

    url: str
    publisher: str | None = None
    author: str | None = None
    medium: Medium = Medium.UNKNOWN
    media_type: str | None = None
    published: date | None = None
    retrieved: datetime | None = None
    title: str | None = None


class PartKind(StrEnum):
    """What the typography or the mark-up of a document says about a stretch of it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # a numbered or bulleted paragraph; label = the number as printed
    PAGE = "page"  # label = the page label
    TURN = "turn"  # one speaker's turn, without its name line; label = the speaker as printed, ref = person id
    ROW = "row"  # a table row
    CELL = "cell"  # a table cell; level = its column, from 0; label = the header of that column
    QUOTATION = "quotation"  # a block quotation or a box
    EMPHASIS = "emphasis"  # a run in bold
    ITALIC = "italic"  # a paragraph set in italics: reports so tell recommendations from conclusions
    FOOTNOTE = "footnote"  # label = the mark


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a document and what it is.

    `level` is the depth of a heading (1 = top) or item (0 = top), or the column of a cell.
    """

    kind: PartKind
    span: Span
    label: str = ""
    level: int = 0
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes once read. `id` is a key of the text alone.

    `parts` are in order of start, then of longest first. `ocr` says that the text was recognised from pictures.
    """

    id: str
    text: str
    source: Source
    parts: tuple[Part, ...] = ()
    ocr: bool = False
    name: str | None = None  # the caller's own id, for bulk input

    @classmethod
    def of(
        cls, text: str, source: Source, parts: tuple[Part, ...] = (), *, ocr: bool = False, name: str | None = None
    ) -> Document:
        """A document with the id that belongs to `text`."""
        ordered = tuple(sorted(parts, key=lambda p: (p.span.start, -p.span.end)))
        return cls(key("document", text), text, source, ordered, ocr, name)

    def parts_of(self, *kinds: PartKind) -> tuple[Part, ...]:
        """The parts of the given kinds, in order."""
        return tuple(p for p in self.parts if p.kind in kinds)


# ---------------------------------------------------------------- time


class Precision(StrEnum):
    """How much of a date the words give."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    INTERVAL = "interval"
    BEFORE = "before"  # `end` known, `start` open
    AFTER = "after"  # `start` known, `end` open
    NONE = "none"  # "shortly": no date, said so


class Basis(StrEnum):
    """Where a date comes from."""

    STATED = "stated"  # the words give it outright
    RELATIVE = "relative"  # counted from `base`
    PUBLICATION = "publication"  # nothing said: the day of publication stands in
    UNKNOWN = "unknown"  # counted from a day that is not known


@dataclass(frozen=True, slots=True)
class When:
    """A day or an interval, as the words give it (after EDTF, ISO 8601-2).

    `start` and `end` are the first and last possible day, both inclusive; None is open. For a deadline `end` is the
    last day on which it is met. `words` are the words that say it, `span` their place in the document;
    `base` is the day counted from and `base_words` what that day is ("publication of this report").
    """

    start: date | None
    end: date | None
    precision: Precision
    basis: Basis
    words: str = ""
    span: Span | None = None
    base: date | None = None
    base_words: str = ""

    @classmethod
    def day(cls, day: date, basis: Basis = Basis.STATED) -> When:
        """One known day."""
        return cls(day, day, Precision.DAY, basis)


def months_later(day: date, months: int) -> date:
    """The same day of the month `months` later, or the last day that month has."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


# ---------------------------------------------------------------- actors


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    OFFICE = "office"
    GROUP = "group"  # no name of its own: "critics", "backbench MPs"
    WORK = "work"  # a document that speaks: "the report", "a poll"


@dataclass(frozen=True, slots=True)
class Post:
    """A post held: role as the registry or the text words it, and its first and last day where known."""

    role: str
    organisation: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, organisation, office or group.

    In an `Extraction` an actor is one document's; `record/actors` joins those of many documents into one.
    `name` is the fullest name seen; `names` all of them; `identifiers` are (scheme, value) pairs elsewhere.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...] = ()
    posts: tuple[Post, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(
        cls,
        document: str,
        name: str,
        kind: ActorKind,
        *,
        names: tuple[str, ...] = (),
        posts: tuple[Post, ...] = (),
        identifiers: tuple[tuple[str, str], ...] = (),
    ) -> Actor:
        """An actor of one document, with the id that belongs to it."""
        return cls(key("actor", document, kind, name), name, kind, names or (name,), posts, identifiers)


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an actor: its id and the name to show. `id` is None for an actor that stays undecided."""

    id: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that names an actor. `actor` is the id of an `Actor` of the same extraction, or None if undecided."""

    span: Span
    name: str
    actor: str | None
    score: float = 1.0


# ---------------------------------------------------------------- statements


class Act(StrEnum):
    """Speech acts (closed list)."""

    STATE = "state"
    FIND = "find"
    ADMIT = "admit"
    DENY = "deny"
    DISPUTE = "dispute"
    WARN = "warn"
    QUESTION = "question"
    ACCUSE = "accuse"
    CRITICISE = "criticise"
    DEFEND = "defend"
    PRAISE = "praise"
    APOLOGISE = "apologise"
    CALL_FOR = "call_for"
    REQUEST = "request"
    RECOMMEND = "recommend"
    ORDER = "order"
    ACCEPT = "accept"
    REJECT = "reject"
    REFUSE = "refuse"
    PROMISE = "promise"
    THREATEN = "threaten"
    OFFER = "offer"
    ANNOUNCE = "announce"
    REPORT_PROGRESS = "report_progress"


ASKING = frozenset({Act.CALL_FOR, Act.REQUEST, Act.RECOMMEND, Act.ORDER})


class Quoted(StrEnum):
    """How the content is given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Voice(StrEnum):
    """Whether a document reports a statement or makes it itself."""

    REPORTED = "reported"
    AUTHORIAL = "authorial"


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution: who (source) says (cue) what (content); each may be discontinuous, source and cue absent.

    `act_spans` are the words that decided the act. `targets` are whom it is aimed at. `parent` is the id of the
    statement that this one is reported in. `score` is the model's, 0 to 1.
    """

    id: str
    document: str
    source: Spans
    cue: Spans
    content: Spans
    speaker: Ref | None = None
    act: Act = Act.STATE
    act_spans: Spans = ()
    targets: tuple[Ref, ...] = ()
    quoted: Quoted = Quoted.INDIRECT
    voice: Voice = Voice.REPORTED
    date: When | None = None
    score: float = 1.0
    parent: str | None = None

    @staticmethod
    def key(document: str, source: Spans, cue: Spans, content: Spans) -> str:
        """The id of a statement at these places."""
        return key("statement", document, spans_key(source), spans_key(cue), spans_key(content))


# ---------------------------------------------------------------- inquiries


class InquiryKind(StrEnum):
    """Kinds of inquiry (closed list)."""

    STATUTORY = "statutory_public_inquiry"
    NON_STATUTORY = "non_statutory_inquiry"
    ROYAL_COMMISSION = "royal_commission"
    PANEL = "independent_panel"
    REVIEW = "independent_review_or_audit"
    LOCAL = "local_inquiry"
    COMMITTEE = "select_committee_inquiry"
    INQUEST = "inquest"
    OMBUDSMAN = "ombudsman_or_audit_office"
    UNKNOWN = "unknown"


class InquiryEventKind(StrEnum):
    """Events in the life of an inquiry (closed list)."""

    CALLED_FOR = "called_for"
    REQUESTED = "requested"
    REFUSED = "refused"
    REDIRECTED = "redirected"
    ANNOUNCED = "announced"
    CHAIR_APPOINTED = "chair_appointed"
    TERMS_SET = "terms_set"
    OPENED = "opened"
    INTERIM_REPORT = "interim_report"
    FINAL_REPORT = "final_report"
    RESPONSE_DUE = "response_due"
    RESPONSE_PUBLISHED = "response_published"
    PROGRESS_UPDATE = "progress_update"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class InquiryEvent:
    """Something that happened to an inquiry, as a document says. `reason` is the stated reason's place."""

    id: str
    document: str
    event: InquiryEventKind
    span: Span
    text: str
    date: When | None = None
    by: Ref | None = None
    to: Ref | None = None
    reason: Span | None = None
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """An inquiry, review, audit or commission, as one document tells of it (or, in the record, as many do)."""

    id: str
    name: str
    kind: InquiryKind
    names: tuple[str, ...] = ()
    mentions: Spans = ()
    chair: Ref | None = None
    place: str | None = None
    year: int | None = None
    events: tuple[InquiryEvent, ...] = ()


# ---------------------------------------------------------------- asked, answered, promised, done


class AskKind(StrEnum):
    """Kinds of ask."""

    CALL = "call"
    REQUEST = "request"
    RECOMMENDATION = "recommendation"


@dataclass(frozen=True, slots=True)
class AskRef:
    """How a document points at an ask: its number as printed, the inquiry's name, a quotation of its words."""

    number: str | None = None
    inquiry: str | None = None
    quoted: Span | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class AskPart:
    """A lettered or numbered part of an ask; `label` as printed, with its parent's ("4(a)(iii)")."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ask:
    """A statement that wants an answer. `span` is its fullest wording, `also` other places of the same words.

    `addressees` are whom it asks; `by` who asks; `inquiry` the name of the inquiry whose recommendation it is.
    `text` is `Document.text[span]`.
    """

    id: str
    document: str
    kind: AskKind
    span: Span
    text: str
    by: Ref | None = None
    addressees: tuple[Ref, ...] = ()
    inquiry: str | None = None
    number: str | None = None
    parts: tuple[AskPart, ...] = ()
    due: tuple[When, ...] = ()
    also: Spans = ()
    statement: str | None = None
    date: When | None = None
    quoted_from: AskRef | None = None  # set where the document repeats somebody else's ask (a response that quotes it)
    score: float = 1.0


class Disposition(StrEnum):
    """What a response says of an ask (closed list)."""

    ACCEPTED = "accepted"
    SUPPORTED = "supported"
    IN_PRINCIPLE = "accepted_in_principle"
    IN_PART = "accepted_in_part"
    NEED_ACCEPTED = "need_accepted"
    ALREADY = "already_in_place"
    CONSIDERING = "under_consideration"
    NOTED = "noted"
    REJECTED = "rejected"
    ANOTHER_BODY = "for_another_body"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Response:
    """An answer to an ask: by whom, disposition, the verbatim words at `span`, and the words that decided it."""

    id: str
    document: str
    ask: AskRef | None
    disposition: Disposition
    span: Span
    text: str
    by: Ref | None = None
    deciding: Spans = ()
    statement: str | None = None
    date: When | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Commitment:
    """A promise: who will do what, by when, on what condition. A promise without a date has an empty `due`.

    `reason` is the place of the words that say why an earlier date is not kept, where it says so.
    """

    id: str
    document: str
    span: Span
    text: str
    by: Ref | None = None
    due: When | None = None
    condition: Span | None = None
    reason: Span | None = None
    ask: AskRef | None = None
    statement: str | None = None
    date: When | None = None
    score: float = 1.0


class Status(StrEnum):
    """How far a matter has got, always according to somebody, as of a day (closed list)."""

    NOT_ASSESSED = "not_assessed"
    NO_EVIDENCE = "no_evidence_found"
    NOT_STARTED = "not_started"
    PROPOSED = "proposed"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    PARTLY_DONE = "partly_done"
    COMPLETE = "complete"
    MET_DIFFERENTLY = "met_differently"
    CLOSED_NOT_DONE = "closed_not_done"
    SUPERSEDED = "superseded"
    CANNOT_BE_JUDGED = "cannot_be_judged"


@dataclass(frozen=True, slots=True)
class Progress:
    """A claim on how far something has got: status, by whom, as of when. `ask` None: of everything that it names."""

    id: str
    document: str
    status: Status
    span: Span
    text: str
    ask: AskRef | None = None
    by: Ref | None = None
    as_of: When | None = None
    deciding: Spans = ()
    statement: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Count:
    """A numeric claim: `done` of `total` `of` something ("recommendations") are `status`, by whom, as of when.

    `status` is a disposition where the claim counts answers ("accepted 57 of the 58").
    """

    id: str
    document: str
    done: int
    total: int | None
    of: str
    status: Status | Disposition
    span: Span
    text: str
    inquiry: str | None = None
    by: Ref | None = None
    as_of: When | None = None
    statement: str | None = None


# ---------------------------------------------------------------- what extraction yields


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document yields. Every id in it is an id of the same extraction."""

    document: str
    source: Source
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    inquiries: tuple[Inquiry, ...] = ()
    asks: tuple[Ask, ...] = ()
    responses: tuple[Response, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    progress: tuple[Progress, ...] = ()
    counts: tuple[Count, ...] = ()


# ---------------------------------------------------------------- the record


class LinkKind(StrEnum):
    """What one entry is to another."""

    ANSWERS = "answers"  # response -> ask
    PROMISES = "promises"  # commitment -> ask
    REPORTS_ON = "reports_on"  # progress -> ask
    REPEATS = "repeats"  # ask -> an earlier ask
    REPLACES = "replaces"  # commitment -> an earlier commitment whose due date it moves
    CONTRADICTS = "contradicts"  # progress or statement -> another
    REPLIES_TO = "replies_to"  # statement -> statement


@dataclass(frozen=True, slots=True)
class Link:
    """The program's proposal that entry `subject` is `kind` to entry `object`, with a score and a reason in words."""

    id: str
    kind: LinkKind
    subject: str
    object: str
    score: float
    reason: str

    @classmethod
    def of(cls, kind: LinkKind, subject: str, object: str, score: float, reason: str) -> Link:
        """A link with the id that belongs to it."""
        return cls(key("link", kind, subject, object), kind, subject, object, score, reason)


class Verdict(StrEnum):
    """What a person decides."""

    CONFIRM = "confirm"
    CORRECT = "correct"  # `value` holds the corrected fields
    REJECT = "reject"
    LINK = "link"  # `value` holds kind and object of a link made by hand
    MERGE = "merge"  # `value` holds the ids of the actors that are one
    SPLIT = "split"  # `value` holds the ids of the actors that are not one
    RENAME = "rename"  # `value` holds the name
    UNDO = "undo"  # `subject` is the id of the judgement undone


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's decision on an entry or a link; append-only. `subject` is the id of the entry, link or judgement."""

    id: str
    subject: str
    verdict: Verdict
    by: str
    at: datetime
    reason: str = ""
    value: tuple[tuple[str, str], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Matter:
    """An ask with all that hangs on it, in order of day: the thread that a user follows.

    `repeats` are earlier asks that this one makes again; `links` are what joined the entries, judgements applied.
    """

    id: str
    ask: Ask
    responses: tuple[Response, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    progress: tuple[Progress, ...] = ()
    counts: tuple[Count, ...] = ()
    repeats: tuple[Ask, ...] = ()
    links: tuple[Link, ...] = ()
