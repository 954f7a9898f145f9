"""What a speaker does by saying it: the speech act of a statement, decided by cue and content together.

The cue decides where it can ("accused", "her refusal to"): the first phrase of it that is in `data/acts/cues.txt`
governs, so that "refused to criticise" refuses and "denied calling for" denies. Where the cue leaves it open ("said",
a colon, a letter's own sentences) the content decides (`contents`). Negation counts in both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile

from answerable.extract.contents import Decision, cue_phrases, decide_content, negated_cue_phrases
from answerable.extract.lemmas import Found, Word, place, words_of, wordset
from answerable.model import Act, Document, Statement
from answerable.text import Spans

_NEUTRAL = "neutral"
_REACH = 14  # words of the content that a phrase of the cue may reach into
_FOUND = frozenset({Act.STATE, Act.ORDER, Act.ANNOUNCE})  # what a report "notes", "rules" or "announces" it finds
_QUOTES = frozenset("\"'“‘”«")
_NEAR = 30  # characters between a cue and the content that follows it


def decide_acts(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with their acts and the places of the deciding words."""
    decided = []
    for statement in statements:
        own = own_words(statement.speaker.name if statement.speaker else "")
        decision = decide(document.text, statement.source, statement.cue, statement.content, own)
        decided.append(replace(statement, act=decision.act, act_spans=decision.spans))
    return tuple(decided)


@cache
def own_words(name: str) -> frozenset[str]:
    """The words by which a speaker of this name says itself: "Anytown Council" may write "the council will …"."""
    return frozenset(word for word in name.lower().split() if len(word) > 3)


def decide(text: str, source: Spans, cue: Spans, content: Spans, own: frozenset[str] = frozenset()) -> Decision:
    """The act of a statement of `text` with these places; without source and cue, of a sentence in its own voice.

    `own` are words that name the speaker: in a release by Anytown Council "the council will pay" is a promise.
    """
    if _is_asked(text, source, content):
        return Decision(Act.QUESTION)
    cue_words, content_words = words_of(text, cue), words_of(text, content)
    by_cue = _by_cue(cue_words, content_words if _follows(cue, content) else ())
    if by_cue is not None and by_cue.act not in _FOUND:
        return by_cue
    head = {word.form for word in _head(words_of(text, source))}
    if head <= wordset("pointing"):  # "it", "they": nobody, or whom the speaker's name tells
        head |= own
    finds = not wordset("works").isdisjoint(head)
    if by_cue is not None and not finds:
        return by_cue
    quoted = bool(content) and content[0].of(text)[:1] in _QUOTES
    by_content = decide_content(content_words, own, authorial=not source and not cue, quoted=quoted)
    if by_content.act is Act.CALL_FOR and not wordset("experts").isdisjoint(head):
        return Decision(Act.RECOMMEND, by_content.spans)
    return Decision(Act.FIND, source) if finds else by_content


def _is_asked(text: str, source: Spans, content: Spans) -> bool:
    """Whether a statement stands in a question that begins with its source: "Does the Minister agree that …?".

    "May I ask him to …?" asks him to.
    """
    if not (source and content) or source[0].of(text) in ("I", "we"):
        return False
    rest = text[content[-1].end : content[-1].end + 2].lstrip("”’\"'")
    before = text[max(0, source[0].start - 20) : source[0].start].split()
    return rest.startswith("?") and bool(before) and before[-1].lower() in wordset("opening questions")


def _head(source: tuple[Word, ...]) -> Iterator[Word]:
    """The words of a source before its first preposition or mark: "a study of voters" is about a study."""
    return takewhile(lambda word: word.form not in wordset("joints") and not word.is_mark, source)


def _follows(cue: Spans, content: Spans) -> bool:
    return bool(cue and content) and 0 <= content[0].start - cue[-1].end < _NEAR


def _by_cue(cue: tuple[Word, ...], after: tuple[Word, ...]) -> Decision | None:
    """What the cue decides, or None where it leaves it to the content."""
    window = cue + after[:_REACH]
    at = 0
    while at < len(cue):
        found = cue_phrases().at(window, at)
        if found is None:
            at += 1
        elif found.label == _NEUTRAL:
            at = found.last
        else:
            return _governed(window, found)
    return None


def _governed(window: tuple[Word, ...], found: Found) -> Decision:
    """The act of a governing phrase, turned by what stands before it."""
    before = {word.form for word in window[: found.first]}
    if before & wordset("negations"):
        turned = negated_cue_phrases().at(window, found.first)
        return Decision(Act(turned.label) if turned else Act.STATE, (place(window, 0, found.last),))
    if found.label == Act.STATE or before & wordset("hedges"):
        return Decision(Act.STATE)
    return Decision(Act(found.label), (place(window, found.first, found.last),))
