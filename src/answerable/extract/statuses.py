"""Words that say how far something has got, and which status of the closed list they claim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.extract.periods import compiled
from answerable.model import Disposition, Status
from answerable.text import Span

# In order of trial: what is refused, qualified or begun before what is done, so that "not started" is never "started".
_PHRASES: tuple[tuple[Status, tuple[str, ...]], ...] = (
    (Status.NOT_ASSESSED, ("not (?:yet )?(?:been )?(?:assessed|reviewed)", "awaiting assessment")),
    (Status.NO_EVIDENCE, ("no evidence (?:of|that|found)", "no evidence")),
    (
        Status.CANNOT_BE_JUDGED,
        ("too early to (?:say|judge|tell|assess)", "(?:cannot|unable to) be (?:judged"
            "|assessed)", "insufficient (?:information|evidence)"),
    ),
    (
        Status.NOT_STARTED,
        (
            "not (?:yet )?(?:been )?(?:started|begun|commenced)",
            "(?:has|have) (?:not|yet to) (?:yet )?(?:start|begin|commence)",
            "yet to (?:start|begin|commence)",
            "no (?:progress|work) (?:has been|yet|made)?",
            "to be (?:started|commenced)",
        ),
    ),
    (
        Status.CLOSED_NOT_DONE,
        (
            "no (?:further )?action(?: (?:from|by|will|is|needed|required|taken)\\w*)?",
            "not (?:being )?(?:progressed|pursued|proceeding|accepted|agreed|taken forward)",
            "will not be (?:implemented|progressed|pursued|taken forward)",
            "rejected|declined(?! to)|abandoned|withdrawn|discontinued|dropped",
            "closed[ ,–-]*(?:without|not|no|unacceptable|rejected)[\\w ]*",
        ),
    ),
    (Status.SUPERSEDED, ("superseded", "overtaken by events", "no longer (?:relevant|applicable"
        "|required)", "replaced by")),
    (
        Status.MET_DIFFERENTLY,
        ("(?:met|implemented|addressed|achieved|delivered|fulfilled) (?:differently|(?:by|through|in) (?:other"
            "|another|alternative|different)[\\w ]*)",
         "alternative (?:action|measure|approach)s? (?:taken|adopted|implemented)"),
    ),
    (
        Status.PARTLY_DONE,
        (
            "(?:partly|partially|part|mostly|largely|substantially|almost|nearly) "
            "(?:complete|completed|implemented|done|met|delivered|fulfilled|achieved|carried out)",
        ),
    ),
    (Status.STALLED, ("stalled|paused|on hold|suspended|deferred|frozen", "come to a (?:halt|stop|standstill)")),
    (
        Status.IN_PROGRESS,
        (
            "in progress|under ?way|on ?going|on track|progressing|continuing|advancing",
            "(?:being|is currently|are currently|still being) (?:implem\\w+|implementing|delivered|developed"
            "|drafted|designed|introduced|progressed|carried out|taken forward)",
            "(?:currently|already) implementing",
            "work(?:ing)? (?:has|have) (?:begun|started|commenced)",
            "(?:has|have) (?:already )?(?:begun|started)|started|begun|open",
            "behind schedule|delayed|off track|at risk",
        ),
    ),
    (Status.PROPOSED, ("proposed|planned|under consideration|being considered|out for consultation",)),
    (
        Status.COMPLETE,
        (
            "(?:fully |successfully |now |all )?(?:complete|completed|implemented|delivered|fulfilled|achieved"
            "|discharged)",
            "(?:fully |now )?(?:carried out|put in place|put into effect|actioned|acted (?:up)?on|met|done)",
            "(?:completed|finished) implementing",
            "closed",
        ),
    ),
)  # fmt: skip
_ANY = compiled(
    r"\b(?:" + "|".join(f"(?P<{status.name}>(?i:{'|'.join(phrases)}))" for status, phrases in _PHRASES) + r")(?!\w|-)"
)
# What makes it a plan, a wish, a question or a denial and not a claim.
_UNREAL = re.compile(
    r"\b(?:will|shall|would|should|could|may|might|must|can|cannot|to(?: be| have been)?|if|when|once|until"
    r"|unless|whether|how many|before|for"
    r"|not|never|nor|n[’']t|expect\w*|due|aim\w*|intend\w*|plan\w*|hope\w*|want\w*|ask\w*|declin\w+|until"
    r"|towards?|has yet|have yet)\b[^,;.]{0,40}$",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:will|shall|would|should|could|may|might|must|to be|if|whether|how many|until|expect\w*|intend\w*"
    r"|(?:did|do|does|has|have|had|was|were|is|are) not|n[’']t)\b[^,;.]{0,30}$"
)
_CERTAIN = frozenset({Status.NOT_ASSESSED, Status.NOT_STARTED, Status.CLOSED_NOT_DONE, Status.CANNOT_BE_JUDGED})
_REACH = 60


def status_of(words: str) -> tuple[Status, Span] | None:
    """The status that a cell of a status column claims, and the place in `words` of what decided it.

    None where it says nothing of the list: an empty cell, a colour, free text that begins otherwise.
    """
    match = _ANY.search(words)
    if match is None or match.start() > 40:
        return None
    return Status[match.lastgroup or ""], Span(match.start(), match.end())


def claims(text: str, within: Span) -> Iterator[tuple[Status, Span]]:
    """Every status claimed in a stretch of prose, with its place; plans, wishes and denials are passed over."""
    for match in _ANY.finditer(text, within.start, within.end):
        status = Status[match.lastgroup or ""]
        before = text[max(within.start, match.start() - _REACH) : match.start()]
        if status in _CERTAIN or not _UNREAL.search(before):
            yield status, Span(match.start(), match.end())


_ANSWERS = (
    (Disposition.IN_PRINCIPLE, "accept\\w* in principle"),
    (Disposition.IN_PART, "(?:partly|partially) accept\\w*|accept\\w* in part"),
    (Disposition.REJECTED, "(?:not|never) accept\\w*|reject\\w*|declin\\w* to accept"),
    (Disposition.ACCEPTED, "accept(?:s|ed)?"),
    (Disposition.NOTED, "noted"),
)
_ANSWERED = compiled(r"\b(?:" + "|".join(f"(?P<{d.name}>{words})" for d, words in _ANSWERS) + r")(?!\w)")


def counted(text: str, within: Span) -> Iterator[tuple[Status | Disposition, Span]]:
    """Every status or disposition that a stretch of prose may claim of a number of things, in order."""
    found: list[tuple[Status | Disposition, Span]] = [
        (Status[m.lastgroup or ""], Span(m.start(), m.end()))
        for m in _ANY.finditer(text, within.start, within.end)
        if not _WISHED.search(text, max(within.start, m.start() - _REACH), m.start())
    ]
    answers: list[tuple[Status | Disposition, Span]] = [
        (Disposition[m.lastgroup or ""], Span(m.start(), m.end()))
        for m in _ANSWERED.finditer(text, within.start, within.end)
    ]
    found = [f for f in found if not any(f[1].overlaps(a[1]) for a in answers)] + answers
    yield from sorted(found, key=lambda f: f[1])
