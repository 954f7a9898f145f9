"""What "should", "must" and "needs to" lay on whom: "the Guild must light the pier", "the lamps should be replaced".

A modal verb is wider than a demand: "we should all be kinder", "one has to laugh", "that should worry us", "they should
not have had to" and "there are some who argue that the Guild should" ask nobody for anything that could be answered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from answerable.extract.agents import Agents, is_crowd, is_pronoun
from answerable.model import Statement
from answerable.text import Span, Spans

STOP = r"(?<!hon)(?<!Mr)(?<!Mrs)(?<!Ms)(?<!Dr)(?<!Sen)(?<!Rep)(?<!Gov)\."
"""The full stop of a sentence, as a pattern: not that of a title."""

_ADVERB = r"(?:also|now|just|all|both|each|more|never|not|really|surely|therefore|\w+ly)"
_PARTICIPLE = (
    r"(?:\w+ed|begun|brought|built|chosen|cut|done|drawn|found|given|heard|held|kept|known|led|left|lit|lost|made|met|paid"
    r"|put|read|run|seen|sent|set|shown|sold|spent|taken|told|withdrawn|written)"
)
_MODAL = re.compile(
    r"\b(?:(?P<firm>should|must|ought to)|(?:needs?|has|have) to)"
    rf"(?! (?:not )?have (?:{_PARTICIPLE}|had|been|to)\b| never have)",
    re.IGNORECASE,
)
_CLAUSE = re.compile(rf"{STOP}|[;:?!“”\"(\n—–]|, |\bthat\b|\b(?:I|we) (?:think|believe|say|feel)\b|''|``")
_LEADING = re.compile(
    r"\s*(?:(?:of course|indeed|surely|perhaps|then|now|so|and|but|therefore|however|again),? )*", re.IGNORECASE
)
_TRAILING = re.compile(rf"(?:\s+{_ADVERB})+$", re.IGNORECASE)
_THERE = re.compile(r"(?:^|\s)there$", re.IGNORECASE)
_DONE = re.compile(
    rf"(?: {_ADVERB})* be(?: {_ADVERB})* (?!ashamed|concerned|determined|prepared|supposed|worried){_PARTICIPLE}\b",
    re.IGNORECASE,
)
# Subjects of whom nothing is asked, at the end of the words before the verb; "will have to" foretells.
_NOBODY = re.compile(
    r"(?:^|\s)(?:I|we|us|one|it|that|this|which|who|more|things|something|nothing|lot|so|the|not"
    r"|may|might|would|will|shall)$"
    r"|^\s*(?:an?|any|no)\s",  # "a president must be ready"
    re.IGNORECASE,
)
_UNSURE = re.compile(r"\b(?:because|while|although|if|unless|since|whether|when|where|why|how|what)\b", re.IGNORECASE)
_GOVERNED = re.compile(r"\s*(?:over|about|on|in|at|of|for|against|by|from|to|with)\s", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.?!:;“”\"]\s*)(?:(?:[Aa]nd|[Bb]ut|[Ss]o|[Oo]r)\s+)?$")
_LEFT = 20  # characters in which a sentence is seen to begin
_CHANCE = re.compile(
    r"\b(?:ability|chance|freedom|opportunity|power|reason|right|time|way)\W+(?:that\b\W*)?$", re.IGNORECASE
)
# Somebody else's view, told by the speaker: "some say the Guild should", "the idea that it must".
_OTHERS = re.compile(
    r"(?<!['’])\b(?!(?:I|we|he|she|you|also|to|do|not)\b)\w+ (?:\w+ly )?"
    r"(?:argue[sd]?|says?|said|claim(?:s|ed)?|believe[sd]?|thinks?|thought|insist(?:s|ed)?)\b"
    r"|(?:\bnot|n['’]t) (?:think|believe|agree|feel|say|suggest)\b"
    r"|\b(?:argument|belief|claim|comment|idea|notion|opinion|remark|suggestion|view)s?\b(?!,).{0,60}\bthat\b",
    re.IGNORECASE,
)
# What can only be thought, felt or undergone: nobody can report having done it.
_IN_MIND = (
    "acknowledge that",
    "alarm",
    r"be (?:\w+ly )?(?:ashamed|aware|concerned|glad|grateful|happy|in no doubt)",
    r"be (?:\w+ly )?(?:possible|proud|sorry|surprised|true|worried)",
    r"be no (?:doubt|illusions?|mistake|question)",
    r"be taken (?:literally|seriously|with)",
    "believe",
    "concern",
    "do whatever",
    "feel",
    "frighten",
    "horrify",
    "imagine",
    "know",
    "learn",
    "lose",
    "matter",
    r"reali[sz]e",
    "remember",
    "remind",
    "say",
    "scare",
    "shock",
    "surprise",
    "think",
    "trouble",
    "understand",
    "vote for",
    "waken",
    "win",
    "worry",
)
_FELT = re.compile(rf"(?: {_ADVERB})* (?:{'|'.join(_IN_MIND)})\b", re.IGNORECASE)
_SPOKEN = re.compile(r"(?:^|[.?!“\"'‘])\W*$")  # before "You" that speaks to somebody, and does not mean anybody


def duties(text: str, statement: Statement, agents: Agents) -> Iterator[Spans]:
    """For each modal verb of the content that asks, the words for whom it asks; none where it says what is to be done
    or to be, by whoever can."""
    first = statement.act_spans[0].start if statement.act_spans else 0
    for piece in statement.content:
        for modal in _MODAL.finditer(text, piece.start, piece.end):
            if modal.start() >= first and (duty := _duty(text, piece, modal, agents)) is not None:
                yield duty


def _duty(text: str, piece: Span, modal: re.Match[str], agents: Agents) -> Spans | None:
    marks = list(_CLAUSE.finditer(text, piece.start, modal.start()))
    start = marks[-1].end() if marks else piece.start
    clause = text[start : modal.start()].rstrip()
    subject = _TRAILING.sub("", clause)
    sentence = re.split(rf"{STOP} ", text[piece.start : modal.start()])[-1]
    if _NOBODY.search(subject) or _UNSURE.search(clause) or _OTHERS.search(sentence) or _FELT.match(text, modal.end()):
        return None
    if marks and _is_remote(text, marks[-1], subject):
        return None
    if not modal["firm"] and _CHANCE.search(text, piece.start, start):  # "the chance that Doe has to speak"
        return None
    if _THERE.search(subject):
        return None if modal[0].lower().startswith(("has", "have")) else ()
    if not modal["firm"] and is_pronoun(subject.strip()):  # "you have to be blessed", "she needs to win"
        return None
    if _DONE.match(text, modal.end()):
        return ()
    leading = _LEADING.match(subject)
    begin, end = start + (leading.end() if leading else 0), start + len(subject)
    joint = text.rfind(" and ", begin, end)  # "it rains and the Guild should …"
    for who in (Span(at, end) for at in (begin, joint + len(" and ")) if begin <= at < end):
        words = who.of(text)
        if is_pronoun(words):
            return (who,) if _is_meant(text, piece, who) else None
        if agents.naming(who) or is_crowd(words):
            return (who,)
    return None


def _is_remote(text: str, mark: re.Match[str], subject: str) -> bool:
    """Whether what must be so is only pointed at ("But that has to be based on facts") or quoted before words that hang
    on it ("“Lies” about the pier must stop")."""
    if mark[0] == "”":
        return _GOVERNED.match(subject) is not None
    before = text[max(0, mark.start() - _LEFT) : mark.start()]
    return mark[0].lower() == "that" and not subject.strip() and _OPENS.search(before) is not None


def _is_meant(text: str, piece: Span, pronoun: Span) -> bool:
    """Whether a pronoun means somebody: "you" not where it may be anybody."""
    before = text[max(0, piece.start - 2) : pronoun.start]
    return pronoun.of(text).lower() != "you" or _SPOKEN.search(before) is not None
