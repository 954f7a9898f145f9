"""How a mention stands to the words that decide an act: as their subject, doer, object or victim, or only nearby.

All offsets are into `text`; `deciding` are the places of the deciding words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from answerable.extract.lemmas import words_of, wordset
from answerable.text import Span, Spans

_WHERE = re.compile(
    r"(?:^|[ \n“\"(])(?P<before>\w*) ?\b(?:in|at|around|across|near|within|throughout|inside|outside"
    r"|(?:president|leader|people|citizens|history|city|state|rest|part|nation|capital) of) (?:the )?$",
    re.I,
)
_DONE_BY = re.compile(r"[^.?!\n]{0,40}\b(?:by|traced to) (?:the )?")
_DONE_TO = re.compile(r"\w+(?:ing|ed|s|t|k)(?: (?:of|into|against|on|at|from))? (?:the |an? )?")
_HARMED = re.compile(r"\w+ (?:to|for) (?:all |the |our )?|(?:has|have|had|is|are|was|were) \w+(?:ed|ing|t|n) (?:the )?")
_CLAUSE = re.compile(r"(?:\b(?:because|that|as|when|while|since|and)|[.?!:“\"])\s(?:the )?$")
_HELPED = re.compile(
    r"(?:[’'](?:s|d|ve|re|ll))?"
    r"(?: (?:is|are|was|were|be|been|being|has|have|had|will|would|could|can|do|does|did|not|never|also|just|so|too"
    r"|an?|the|very|trying to|\w+ly))* ?[“\"‘']?"
)
_ASKED = re.compile(
    r"(?:[’']s)?(?:,[^,.;:“”\"\n]{1,80},)?"
    r"(?: (?:\w+ly|also|now|just|still|all|both|either|never|then|therefore|do|does))* $"
)
_TOLD_TO = re.compile(r",? (?:to|that|not|and|must|should)\b")
_SPEAKING_OF = re.compile(
    r"(?:[a-z]+ ){0,2}(?:said|says?|saying|wrote|writes?|spoke|speaks?|speaking|asked|declared|remarked|tweeted|joked)"
    r" (?:of|about|regarding) (?:the )?"
)
_YOU = re.compile(r"\byou(?:[’']\w+)?(?: \w+){0,4}$", re.I)
_TRANSPARENT = frozenset({"fact", "idea", "notion", "suggestion", "claim"})  # "the fact that Roe …" is about Roe
_JOINTS = frozenset({"and", ",", ", and", "and the", "or", ", the", "as well as"})
_ENDS = frozenset(".?!\n")
_CLAUSE_ENDS = ".?!;:\n"
_SHORTLY = 5  # words between who suffers a judgement and the words that say so


def is_governed(text: str, start: int, span: Span, *, exchanged: bool) -> bool:
    """Whether a place is in what a verb governs whose object starts at `start`, not in a phrase or clause of that.

    Of what is `exchanged`, an ask or an answer, also "… from Roe" is.
    """
    before = text[start : span.start].lower().split()
    if before[:1] == ["to"] and len(before) <= 3:
        return True
    if exchanged and "from" in before[-2:]:
        before = before[: len(before) - 1 - before[::-1].index("from")]
    parting = wordset("parting object")
    return not any(word in parting and not (word == "that" and last in _TRANSPARENT) for last, word in pairwise(before))


def is_pledged(text: str, start: int, span: Span) -> bool:
    """Whether a place is the object of the deed that a content from `start` names: "to sue Roe", "to meet with Roe"."""
    before = text[start : span.start].lower().split()
    return before[:1] == ["to"] and len(before) <= 4 and before[-1] not in wordset("elsewhere")


def is_addressed(text: str, start: int, span: Span) -> bool:
    """Whether a place is whom a cue asks or warns: "urged Roe to go", "called on Roe", "demanded more from Roe"."""
    before = text[start : span.start].split()
    return len(before) <= 2 or "from" in before[-2:] or bool(_TOLD_TO.match(text, span.end))


def is_asked(text: str, span: Span, modal: Span) -> bool:
    """Whether a place is who "should" or "must": it stands right before the modal, or is its pronoun ("they must")."""
    return span.start == modal.start or bool(_ASKED.fullmatch(text, span.end, modal.start))


def is_subject(text: str, span: Span, deciding: Spans) -> bool:
    """Whether the deciding words are said of it: they follow it in its sentence."""
    return any(span.end <= word.start and not _ENDS & set(text[span.end : word.start]) for word in deciding)


def is_doer(text: str, span: Span, deciding: Spans) -> bool:
    """Whether it stands right before a deciding word, with nothing but helping words between: "they had lied"."""
    return any(_HELPED.fullmatch(text, span.end, word.start) for word in deciding if word.start >= span.end)


def is_beside(text: str, span: Span, deciding: Spans) -> bool:
    """Whether it stands in the sentence of a deciding word."""
    return any(not _ENDS & set(text[min(span.end, word.end) : max(span.start, word.start)]) for word in deciding)


def opens_clause(text: str, span: Span) -> bool:
    """Whether a clause begins with it."""
    return bool(_CLAUSE.search(text, max(0, span.start - 12), span.start))


def is_agent(text: str, span: Span, deciding: Spans) -> bool:
    """Whether a deed is said to be done by it: "betrayed by Roe"."""
    return any(_DONE_BY.fullmatch(text, word.start, span.start) for word in deciding)


def is_victim(text: str, span: Span, deciding: Spans) -> bool:
    """Whether a deed is done to it: "the hacking of the council"."""
    return any(_DONE_TO.fullmatch(text, word.start, span.start) for word in deciding)


def is_harmed(text: str, span: Span, deciding: Spans) -> bool:
    """Whether what is blamed is so to it: "an insult to the council", "has failed the council"."""
    return any(_HARMED.fullmatch(text, word.start, span.start) for word in deciding)


def is_to_you(text: str, deciding: Spans) -> bool:
    """Whether deciding words are said of "you": "you have lied", "you must"."""
    return any(_YOU.search(text, max(0, word.start - 40), word.end) for word in deciding)


def is_topic(text: str, cue: Span, span: Span) -> bool:
    """Whether a cue says of whom it speaks: "said of Roe", "asked about Roe"."""
    return cue.start < span.start and bool(_SPEAKING_OF.fullmatch(text, cue.start, span.start))


def is_scene(text: str, span: Span) -> bool:
    """Whether something only happens there: "thousands of fires in Anytown"."""
    where = _WHERE.search(text, max(0, span.start - 40), span.start)
    return where is not None and where["before"].lower() not in wordset("felt in")


def is_joined(text: str, one: Span, other: Span) -> bool:
    """Whether two places are named in one breath: "Roe and the council"."""
    return text[one.end : other.start].strip() in _JOINTS


def suffers(text: str, span: Span, word: Span) -> bool:
    """Whether a judgement falls on the subject before it: "Roe faced criticism", "Roe was condemned"."""
    clause = max(text.rfind(mark, 0, word.start) for mark in _CLAUSE_ENDS) + 1
    if not clause <= span.start < span.end < word.start or len(text[span.end : word.start].split()) > _SHORTLY:
        return False
    return not wordset("suffering").isdisjoint(w.form for w in words_of(text, (Span(span.end, word.start),)))
