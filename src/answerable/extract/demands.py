"""What a statement of asking asks, and of whom: "urged X to …", "demanded that X …", "called for …", "X should …".

A speech act of asking is wider than a demand that somebody could meet or refuse: a question, a supposition ("say they
demanded …"), what nobody asks, the figures of a poll and the appeals of a campaign ask nobody who could answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from answerable.extract.agents import Agents, is_count, is_crowd
from answerable.extract.duties import STOP, duties
from answerable.model import Statement
from answerable.text import Span, Spans, envelope

# Verbs of asking; the loose ones ask only by what they govern: "told the Guild not to", "advised against".
_ASKING = re.compile(
    r"\b(?:appeal|ask(?!\w* (?:a|the|this|that) question)|beg(?:s|ged)?\b|call(?:s|ed|ing)?\b(?<!called(?= to))"
    r"|demand(?!\w* to know)|implor|invit|lobb|order(?:s|ed|ing)|petition|(?<=you )please\b(?= \w)"
    r"|plead(?!\w* (?:to|guilty|not guilty|no contest)\b)|(?:press|push)(?:ed|es|ing)? for\b"
    r"|(?<!\bwhat I )(?<!\bwhat we )recommend|request|(?<!\bthe )urg(?:es?|ed|ing)\b"
    r"|(?P<loose>advis|encourag|insist|instruct|press(?:ed|es|ing)?\b|tell(?:s|ing)?\b|told\b"
    r"|(?P<want>want(?:s|ed)?\b)))(?! yourself\b)",
    re.IGNORECASE,
)
_NEXT = 24  # characters that tell how a verb goes on
_GOVERNED = re.compile(
    r"\w*(?: (?!(?:that|he|she|they|it|there|I|we|who|which|is|are|was|were|has|had|will|would)\b)[\w’'.&-]+){0,7}?"
    r" (?:(?:not|never) )?(?:to|against)\b"
)
_OBJECT = re.compile(r"\w*(?: \w+day)?(?P<for>\s+for\b)?(?:\s+(?:on|upon|that|to(?= [A-Z]| the\b)|with)\b)?\s*")
_OBJECT_ENDS = re.compile(
    rf"\s+(?P<to>(?:(?:not|never)\s+)?to|that|should|must)\b|\s+(?:for|about|over|on|(?:not\s+)?be)\b|{STOP}|[,;:?!“”\"()]",
    re.IGNORECASE,
)
_BE_DONE = re.compile(r"\s+(?:not\s+)?(?:to\s+)?be\s+(?:\w+ly\s+)?\w+ed\b")
_ABLE = re.compile(r"\b(?:with|and|the|a) (?:\w+ )?(?:chance|duty|freedom|powers?|rights?)$", re.IGNORECASE)
_REACH = 160  # characters in which the one who is asked is named
# Of a thing that is asked for, who is to give or to do it: "an apology from the mayor", "a review by the Guild".
_GIVER = re.compile(
    r"(?:accountability|action|answers?|apolog\w+|assurances?|clarification|clarity|commitments?|explanations?"
    r"|guarantees?|help|leadership|repl(?:y|ies)|responses?|statements?|transparency)(?: \w+){0,4} from\s+"
    r"|(?:audit|inquiry|inspection|investigation|probe|review)(?: \w+){0,6} by\s+",
    re.IGNORECASE,
)

# What recalls an earlier ask and makes none: "I asked for the lamps to be lit".
_RECALLED = re.compile(
    r"\W*(?:I|we) (?:had |also |already |once |only |never )*(?:asked|called|demanded|recommended|requested|urged)\b",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\bthe following\W*$|^\W*(?:nothing|something|this|that|it)\b[^ ]*(?: out)?\W*$|^\W*nothing\b|^to move\b"
    r"|^(?:I|we) beg to (?:move|ask)\b",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^recommendations?$", re.IGNORECASE)  # "Lind Inquiry recommendations: second update"
_QUESTION = re.compile(r"^\W*(?:why|how|whether|what|if|when|where|who|which)\b|^(?:this|that): |\?\W*$", re.IGNORECASE)
_REQUEST = re.compile(r"\b(?:can|could|will|would) (?:you|he|she|the|my|your|they)\b|\bplease\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:press|ask|question|challeng)\w*\b.* (?:on|about|over)$", re.IGNORECASE)
_INVITED = re.compile(
    r"\binvit\w*\b.*\b(?:appear|attend|come|dine|dinner|join|lunch|meet|party|sit|speak|visit|to (?:a|the) )",
    re.IGNORECASE,
)
# What a public is asked in a campaign, and what is only said to soothe or in passing.
_IDLE = re.compile(
    r"\W*(?:that \w+ should )?(?:(?:not )?to )?\W*(?:be (?:afraid|surprised)|check out|chip in|click|donate|fret|panic"
    r"|rally (?:behind|around)|retweet|sign up|subscribe|tune in|unite behind|vote (?:for|against)|worry"
    r"|(?:an? )?(?:anonymity|autograph|comment|hug|photo|selfie))\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(
    r"\b(?:will|would|might|could|should|can(?! only)|not|never|no longer|without|stripping out|refus\w+|declin\w+)\b"
    r"|n['’]t\b",
    re.IGNORECASE,
)
_UNDERGONE = re.compile(r"^(?:am|is|are|was|were|be|been) (?:\w+ly )?(?:called for|encouraged|told)\b", re.IGNORECASE)
_NEGATED = re.compile(r"\b(?:not|never)\b|n['’]t\b", re.IGNORECASE)

_LEFT = 300  # characters in which the sentence of a cue begins
_BOUNDARY = re.compile(r"[.?!;:“”\"\n(]\s*")
_SENTENCE_END = re.compile(r"[.?!]")
_AUXILIARY = re.compile(
    r"(?:(?:but|and|so|yet|now|or),? )?(?:has|have|had|did|do|does|is|are|was|were|will|would|can|could|should|may)\b",
    re.IGNORECASE,
)
# Before the words of asking: what is only supposed, or asked by nobody.
_UNREAL = re.compile(
    r"^(?:imagine|say|suppose|what if)\b(?!,)|\b(?:if|unless|until|whether)\b[^,]*$|\bas (?:if|though)\b"
    r"|\b(?:neither|no one|nobody|none of)\b[^,;]*$|^\w+ (?:could|might|would)\b.*, $",
    re.IGNORECASE,
)
_ASKED = re.compile(r"asked\b", re.IGNORECASE)
_MOVED = re.compile(r"\W+to (?:move|present)\b", re.IGNORECASE)  # "I beg to move, That this House …"


@dataclass(frozen=True, slots=True)
class Demand:
    """That something is asked for; `of` are the words for whom it is asked of, where there are any."""

    of: Span | None = None


def find_demand(text: str, statement: Statement, agents: Agents) -> Demand | None:
    """What `statement`, whose act is one of asking, asks of whom; None where it asks for nothing that could be done,
    granted or refused, or asks a public at large."""
    content = _words(text, (envelope(statement.content),))
    if _EMPTY.search(content) or len(content.split()) < 2 or not _is_made(text, statement):
        return None
    if not statement.act_spans:
        return Demand(asked_of(text, statement.content))  # it was decided by other means than words
    if _RECALLED.match(content) and _words(text, statement.act_spans[:1]) in content:
        return None
    cue, deciding = _words(text, statement.cue), _words(text, statement.act_spans)
    if _TITLE.match(deciding):
        return Demand() if content.startswith(("that ", "to ")) else None
    if _QUESTION.search(content) and not _REQUEST.search(content):
        return None
    if _IDLE.match(content) or _ABOUT.search(cue) or _INVITED.search(f"{deciding} {content}"):
        return None
    verbs = _verbs(text, statement)
    if verbs and not _UNDONE.search(cue.removesuffix(deciding)) and not _UNDERGONE.match(cue):
        demand = _asked(text, statement, verbs)
    elif _NEGATED.search(cue):
        demand = None
    else:
        demand = next((Demand(*who) for who in duties(text, statement, agents)), None)
    return None if demand and demand.of and is_crowd(demand.of.of(text)) else demand


def _words(text: str, spans: tuple[Span, ...]) -> str:
    return " ".join(" ".join(span.of(text) for span in spans).split())


def _is_made(text: str, statement: Statement) -> bool:
    """Whether somebody did ask: not in a question, a supposition or a poll, and not to hear an answer."""
    if not statement.cue:
        return True
    cue, source = statement.cue, statement.source
    if _MOVED.match(text, cue[-1].end) or any(is_count(place.of(text)) for place in source):
        return False
    start = min(place.start for place in (*source, *cue))
    left = max(0, start - _LEFT)
    begin = max((mark.end() for mark in _BOUNDARY.finditer(text, left, start)), default=left)
    if cue[0].start == begin and _ASKED.match(text, begin):  # "Asked to describe it, she said …"
        return False
    if _UNREAL.search(" ".join(text[begin : cue[-1].start].split()) + " "):
        return False
    end = _SENTENCE_END.search(text, cue[-1].end)
    return not (_AUXILIARY.match(text, begin) and end and end[0] == "?")


def _verbs(text: str, statement: Statement) -> list[re.Match[str]]:
    """The verbs of asking among the deciding words; "wants X to win" is a wish, "I want you to stop" asks."""
    return [
        verb
        for place in statement.act_spans
        for verb in _ASKING.finditer(text, place.start, place.end + _NEXT)
        if verb.start() < place.end and (not verb["want"] or " to" in text[verb.end() : place.end])
    ]


def _asked(text: str, statement: Statement, verbs: list[re.Match[str]]) -> Demand | None:
    for verb in verbs:
        if not verb["loose"] or _GOVERNED.match(text, verb.end(), verb.end() + _REACH):
            return Demand(_object(text, verb, statement.content[-1].end))
    return None


def asked_of(text: str, told: Spans) -> Span | None:
    """For whom words that tell of asking say was asked: "the parish resolved to ask [the Guild] to …"."""
    for piece in told:
        for verb in _ASKING.finditer(text, piece.start, piece.end):
            if not verb["loose"] and _GOVERNED.match(text, verb.end(), verb.end() + _REACH):
                return _object(text, verb, piece.end)
    return None


def _object(text: str, verb: re.Match[str], end: int) -> Span | None:
    """The words after a verb of asking, before `end`, that say who is to do it: "urged [the two councils] to"."""
    if verb.start() >= end:
        return None
    after = _OBJECT.match(text, verb.end(), end)
    start = after.end() if after else verb.end()
    mark = _OBJECT_ENDS.search(text, start, min(end, start + _REACH))
    if mark and mark["to"] and _ABLE.search(text, start, mark.start()):  # "an inquiry with power to compel"
        return None
    stop = mark.start() if mark else min(end, start + _REACH)
    if after and after["for"] and not (mark and mark["to"]):  # a thing, and not somebody to do it
        giver = _GIVER.search(text, start, end)
        return Span(giver.end(), end) if giver and giver.end() < end else None
    if start >= stop or text[start:stop].lower() == "it" or _BE_DONE.match(text, stop):
        return None
    return Span(start, stop)
