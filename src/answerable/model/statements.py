"""Who says what, and what saying it does."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from answerable.model.actors import Ref
from answerable.model.dates import When
from answerable.text import Spans, key, spans_key


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
