"""How the closed lists are worded for readers: tables, and nothing else.

The words are those of somebody who reports ("accused"), never a judgement of the record's own.
"""

from __future__ import annotations

from enum import StrEnum

from answerable.model import Act, ActorKind, Disposition, InquiryKind, LinkKind, Medium, Quoted, Status, Verdict
from answerable.record import Answered


class Family(StrEnum):
    """The six families of speech acts: one colour and one kind of underline each."""

    CLAIM = "claim"
    JUDGEMENT = "judgement"
    ASK = "ask"
    ANSWER = "answer"
    PROMISE = "promise"
    DEED = "deed"


ACTS: dict[Act, tuple[Family, str, str]] = {
    # act: family, the verb alone, the verb before its targets
    Act.STATE: (Family.CLAIM, "said", "said of"),
    Act.FIND: (Family.CLAIM, "found", "found of"),
    Act.ADMIT: (Family.CLAIM, "admitted", "admitted to"),
    Act.DENY: (Family.CLAIM, "denied", "denied, contradicting"),
    Act.DISPUTE: (Family.CLAIM, "disputed", "disputed"),
    Act.WARN: (Family.CLAIM, "warned", "warned"),
    Act.QUESTION: (Family.CLAIM, "questioned", "questioned"),
    Act.ACCUSE: (Family.JUDGEMENT, "accused", "accused"),
    Act.CRITICISE: (Family.JUDGEMENT, "criticised", "criticised"),
    Act.DEFEND: (Family.JUDGEMENT, "defended", "defended"),
    Act.PRAISE: (Family.JUDGEMENT, "praised", "praised"),
    Act.APOLOGISE: (Family.JUDGEMENT, "apologised", "apologised to"),
    Act.CALL_FOR: (Family.ASK, "called for", "called on"),
    Act.REQUEST: (Family.ASK, "asked", "asked"),
    Act.RECOMMEND: (Family.ASK, "recommended", "recommended to"),
    Act.ORDER: (Family.ASK, "ordered", "ordered"),
    Act.ACCEPT: (Family.ANSWER, "accepted", "agreed with"),
    Act.REJECT: (Family.ANSWER, "rejected", "said no to"),
    Act.REFUSE: (Family.ANSWER, "refused", "refused"),
    Act.PROMISE: (Family.PROMISE, "promised", "promised"),
    Act.THREATEN: (Family.PROMISE, "threatened", "threatened"),
    Act.OFFER: (Family.PROMISE, "offered", "offered to"),
    Act.ANNOUNCE: (Family.DEED, "announced", "announced to"),
    Act.REPORT_PROGRESS: (Family.DEED, "reported progress", "reported progress to"),
}

SHADES: dict[StrEnum, int] = {
    # the number of the colour in bars: green for agreed or done, red for declined or not begun
    Disposition.ACCEPTED: 0,
    Disposition.SUPPORTED: 1,
    Disposition.IN_PRINCIPLE: 2,
    Disposition.IN_PART: 3,
    Disposition.NEED_ACCEPTED: 4,
    Disposition.ALREADY: 5,
    Disposition.CONSIDERING: 6,
    Disposition.REJECTED: 7,
    Disposition.NOTED: 8,
    Disposition.ANOTHER_BODY: 9,
    Disposition.UNCLEAR: 11,
    Status.COMPLETE: 0,
    Status.MET_DIFFERENTLY: 1,
    Status.PARTLY_DONE: 2,
    Status.IN_PROGRESS: 3,
    Status.PROPOSED: 4,
    Status.SUPERSEDED: 5,
    Status.STALLED: 6,
    Status.NOT_STARTED: 7,
    Status.CLOSED_NOT_DONE: 10,
    Status.CANNOT_BE_JUDGED: 8,
    Status.NO_EVIDENCE: 9,
    Status.NOT_ASSESSED: 11,
}

FAMILIES: dict[Family, str] = {
    Family.CLAIM: "claims",
    Family.JUDGEMENT: "judgements",
    Family.ASK: "asks",
    Family.ANSWER: "answers",
    Family.PROMISE: "promises",
    Family.DEED: "deeds",
}

WORDS: dict[tuple[type[StrEnum], str], str] = {
    # where the words for readers are not simply the member's value without underscores
    (Medium, "hansard"): "Hansard",
    (Medium, "update"): "progress update",
    (Medium, "unknown"): "document",
    (Quoted, "direct"): "in quotation marks",
    (Quoted, "indirect"): "reported",
    (Quoted, "mixed"): "partly in quotation marks",
    (Answered, "no_response"): "no response found, and the time for one is over",
    (Answered, "awaited"): "no response found yet",
    (Answered, "undated"): "no response found",
    (ActorKind, "group"): "unnamed group",
    (ActorKind, "work"): "document",
    (Disposition, "need_accepted"): "need accepted, not the means",
    (Disposition, "for_another_body"): "a matter for another body",
    (Status, "closed_not_done"): "closed, not done",
    (InquiryKind, "non_statutory_inquiry"): "non-statutory inquiry",
    (InquiryKind, "select_committee_inquiry"): "select-committee inquiry",
    (InquiryKind, "ombudsman_or_audit_office"): "ombudsman or audit-office investigation",
    (InquiryKind, "unknown"): "inquiry",
    (Verdict, "confirm"): "confirmed",
    (Verdict, "correct"): "corrected",
    (Verdict, "reject"): "rejected",
    (Verdict, "link"): "joined to another",
    (Verdict, "merge"): "taken for one",
    (Verdict, "split"): "kept apart",
    (Verdict, "rename"): "renamed",
    (Verdict, "undo"): "undid a decision",
}


QUESTIONS: dict[LinkKind, str] = {
    # what an editor is asked of two entries that the program would join, the first of them on the left
    LinkKind.ANSWERS: "Does this answer that?",
    LinkKind.PROMISES: "Does this promise what that asks?",
    LinkKind.REPORTS_ON: "Does this report on that?",
    LinkKind.REPEATS: "Does this ask for that once more?",
    LinkKind.SAME_AS: "Is this the same request?",
    LinkKind.REPLACES: "Does this promise take the place of that?",
    LinkKind.CONTRADICTS: "Does this say otherwise than that?",
    LinkKind.REPLIES_TO: "Is this a reply to that?",
}


def family(act: Act) -> Family:
    """The family of an act."""
    return ACTS[act][0]


def verb(act: Act, *, aimed: bool = False) -> str:
    """The act as a reporting verb: "accused"; `aimed` when its targets follow ("called on")."""
    return ACTS[act][2 if aimed else 1]


def several(kind: ActorKind) -> str:
    """A kind of actor, of more than one: "organisations"."""
    return "people" if kind is ActorKind.PERSON else worded(kind) + "s"


def worded(value: StrEnum) -> str:
    """A member of a closed list as readers see it: "accepted in principle". Acts give their verb."""
    if isinstance(value, Act):
        return verb(value)
    return WORDS.get((type(value), value.value)) or value.value.replace("_", " ")
