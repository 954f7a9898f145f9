"""What happens to inquiries, in words: called for, requested, refused, announced, chaired, reporting, answered.

Each row of `RULES` is an event, the words that tell of it and where they stand: before the inquiry is named ("refused
a national inquiry"), after it ("the inquiry reported"), or either. `fact` rows tell of something that happened, so a
plan, a wish or a question is not one; the others are things said.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from answerable.model import Act
from answerable.model import InquiryEventKind as Event
from answerable.text import Span

_SET_UP = (
    r"(?:set(?:ting)? up|establish(?:ing)?|open|hold(?:ing)?|order(?:ing)?|launch(?:ing)?|announce|grant"
    r"|commission(?:ing)?|convene)"
)
_AN = r"(?: (?:[\w’'-]+ ){0,6}?)?"


@dataclass(frozen=True, slots=True)
class Rule:
    """An event and the words that tell of it; `known` None: of any inquiry, True: of one that exists, False: of"
    " one asked for."""

    event: Event
    before: re.Pattern[str] | None = None
    after: re.Pattern[str] | None = None
    fact: bool = False
    known: bool | None = None


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b[^.;?!]{{0,60}}$".replace(" ", r"\s+"), re.IGNORECASE)


def _after(words: str) -> re.Pattern[str]:
    return re.compile(rf"^[^.;?!]{{0,60}}?\b(?:{words})\b".replace(" ", r"\s+"), re.IGNORECASE)


RULES: tuple[Rule, ...] = (
    Rule(
        Event.REFUSED,
        before=_before(
            rf"refus(?:ed|al|es|ing)(?: of| to)?|reject(?:ed|s|ion|ing)|rul(?:ed|es|ing) out|turn(?:ed|s|ing) down"
            rf"|decided (?:not to|against)|no (?:plans|need|case) (?:for|to)|will not {_SET_UP}|not to {_SET_UP}"
            rf"|said no to"
            rf"|dismiss(?:ed|es|ing)|declin(?:ed|es|ing) to {_SET_UP}|would (?:not {_SET_UP}|delay)|resist(?:ed"
            rf"|s|ing)|opposed"
        ),
        after=_after("(?:was|were|is|has been|had been|been) (?:refused|rejected|turned down|ruled out)|refusal"
            "|would delay"),
        known=False,
    ),
    Rule(
        Event.REDIRECTED,
        before=_before(
            r"(?:right|better|best) (?:for (?:[\w’'-]+ ){1,6})?to|point(?:ed|ing|s) to|it is for|a matter for"
            r"|leave it to"
            r"|suggest(?:ed|s|ing)|invited?|encouraged?"
        ),
        known=False,
    ),
    Rule(
        Event.REQUESTED,
        before=_before(
            rf"(?:ask(?:ed|s|ing)?|request(?:ed|s|ing)?|invit(?:ed|es|ing)|resolved){_AN}(?:for|to {_SET_UP})"
            rf"|requests? for"
            rf"|applied for|petition(?:ed)? for"
        ),
        known=False,
    ),
    Rule(
        Event.CALLED_FOR,
        before=_before(
            rf"call(?:s|ed|ing)?{_AN}(?:for|to {_SET_UP})|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|campaign(?:s|ed"
            rf"|ing)? for"
            rf"|press(?:es|ed|ing)? for"
            rf"|urg(?:e|es|ed|ing){_AN}to {_SET_UP}|there (?:must|should|needs? to|has to) be|(?:must|should) {_SET_UP}"
            rf"|back(?:s|ed|ing) (?:a|calls for)"
        ),
        after=_after("(?:must|should|needs to) be (?:set up|established|held|opened|launched)|(?:is"
            "|was) (?:needed|demanded|called for)"),
        known=False,
    ),
    Rule(
        Event.TERMS_SET,
        before=_before(r"(?:published|set(?: out)?|agreed|announced|settled) (?:the )?terms of reference"),
        after=_after("terms of reference (?:were|was|have been|had been) (?:published|set|agreed|announced|settled)"),
        fact=True,
        known=True,
    ),
    Rule(
        Event.CHAIR_APPOINTED,
        before=_before(r"(?:appointed|named|chosen|asked) (?:[\w’'.-]+ ){0,6}(?:to (?:chair|lead)"
            r"|as (?:the )?chair)|will (?:chair|lead)"),
        after=_after("(?:will be|to be) (?:chaired|led|headed) by"),
    ),
    Rule(Event.RESPONSE_DUE, after=_after("(?:respond|response)(?: is| are| was)? (?:due )?(?:by|within"
        "|before)"), known=True),
    Rule(
        Event.RESPONSE_PUBLISHED,
        before=_before(
            r"(?:published|publishes|issued|laid|gave) (?:its|the|his|her|their)(?: \w+)? responses? to"
            r"|responded to|response to(?= the \S*$)"
        ),
        after=_after("(?:government )?response was published"),
        fact=True,
        known=True,
    ),
    Rule(
        Event.INTERIM_REPORT,
        before=_before("(?:interim|first|phase (?:one|1)) report (?:of|from|by)"),
        after=_after("(?:published|issued|produced|delivered) (?:its|an|the|her|his) (?:interim|first"
            "|phase (?:one|1)) report"),
        fact=True,
        known=True,
    ),
    Rule(
        Event.FINAL_REPORT,
        after=_after(
            r"report(?:ed|s)(?: (?:in|on|last|this|to)|,|$)|published (?:its|the|her|his)(?: final)? report"
            r"|final report"
            r"|made [\w-]+ recommendations|delivered (?:its|her|his)(?: final)? report"
        ),
        fact=True,
        known=True,
    ),
    Rule(
        Event.ANNOUNCED,
        before=_before("announc(?:ed|es)|set up|establish(?:ed|es)|commissioned|launch(?:ed|es)|ordered"),
        after=_after("(?:was|has been|had been) (?:set up|established|announced|commissioned|launched|ordered)"),
        fact=True,
    ),
    Rule(
        Event.OPENED,
        after=_after(r"(?:opened|began|first sat|started (?:hearing|taking)|heard (?:its )?(?:first|opening"
            r"|evidence from))"),
        fact=True,
        known=True,
    ),
    Rule(Event.PROGRESS_UPDATE, after=_after(r"(?:[\w:]+ ){0,3}progress (?:update|report)"), fact=True, known=True),
    Rule(Event.CLOSED, after=_after("(?:was|has been) (?:closed|wound up|disbanded|abandoned|concluded)"
        "|closed in"), fact=True, known=True),
)  # fmt: skip

BY_ACT = {
    Act.CALL_FOR: Event.CALLED_FOR,
    Act.REQUEST: Event.REQUESTED,
    Act.REFUSE: Event.REFUSED,
    Act.REJECT: Event.REFUSED,
}
"""The event that a statement about an inquiry yet to be set up is."""

_NOT_FACT = re.compile(
    r"\b(?:will|would|should|could|may|might|must|can|cannot|[Ii]f|[Ww]hether|to|not|never|nor|[Uu]nless"
    r"|[Uu]ntil|[Ww]hen"
    r"|n[’']t|yet|has no|asked)\s+(?:[\w’'-]+\s+){0,4}$"
)
_NOT_SAID = re.compile(
    r"\b(?:not|never|n[’']t|whether|if|nor|without|denied|suggestions? that|could not|cannot)\s+(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
_REFUSED = re.compile(
    r"(?<!not )(?<!to )\b(?:refused|declined|said no|rejected (?:it|this|that|the (?:request|call)))\b"
)
_REASON = re.compile(
    r"\b(?:because|on the grounds? that|arguing that|on the basis that|since|as it would|citing|saying that"
    r"|saying|as)\s+(?P<reason>[^.;]{12,})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Told:
    """An event that a sentence tells of an inquiry, and the words that tell it."""

    event: Event
    cue: Span


def told(text: str, sentence: Span, naming: Span, *, known: bool | None, local: bool) -> Told | None:
    """What `sentence` says happened to the inquiry named at `naming`.

    `known`: whether the text takes it as existing, `local`: whether it is one that another body is to hold.
    """
    before, after = text[sentence.start : naming.start], text[naming.end : sentence.end]
    for rule in sorted(RULES, key=lambda r: r.event is not Event.REDIRECTED) if local else RULES:
        if (rule.known is not None and known is not None and rule.known is not known) or (
            rule.event is Event.REDIRECTED and not local
        ):
            continue
        if rule.before and (match := _last(rule.before, before)) and _real(rule, before[: match.start()]):
            return Told(rule.event, Span(sentence.start + match.start(), naming.start))
        if (
            rule.after
            and (match := rule.after.search(after))
            and _real(rule, before + after[: match.end()], passive=True)
        ):
            return Told(rule.event, Span(naming.end, naming.end + match.end()))
    return None


def refused_before(text: str, sentence: Span, cue: Span) -> bool:
    """Whether a sentence that points to another inquiry first says that one was refused: "she refused, saying …"."""
    return _REFUSED.search(text, sentence.start, cue.start) is not None


def _last(pattern: re.Pattern[str], before: str) -> re.Match[str] | None:
    """The match that begins last: the words nearest to the inquiry."""
    found = None
    match = pattern.search(before)
    while match:
        found = match
        match = pattern.search(before, match.start() + 1)
    return found


def _real(rule: Rule, before: str, *, passive: bool = False) -> bool:
    if passive:
        words = before.rsplit(None, 12)[1:] if rule.fact else []
        return not any(re.fullmatch(r"not|never|yet|if|whether|will|would|should|must|to|n[’']t", w) for w in words)
    return not (_NOT_FACT if rule.fact else _NOT_SAID).search(before)


def reason(text: str, sentence: Span, after: int) -> Span | None:
    """The place of the reason that a sentence gives behind `after`, without the word that introduces it."""
    match = _REASON.search(text, after, sentence.end)
    return Span(*match.span("reason")) if match else None
