"""What a speaker does by saying it: the speech act of a statement, decided by cue and content together.

The cue decides where it can ("accused", "her refusal to"): the first phrase of it that is in `data/acts/cues.txt`
governs, so that "refused to criticise" refuses and "denied calling for" denies. Where the cue leaves it open ("said",
a colon, a letter's own sentences) the content decides: its modality ("must", "we will"), what the speaker does in it
("I condemn …", "he would resign"), and the words of `data/acts/contents.txt`. Negation counts in both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from answerable.extract.lemmas import Found, Phrases, Word, table, words_of
from answerable.model import Act, Document, Statement
from answerable.text import Span, Spans, envelope

_NEUTRAL = "neutral"
_REACH = 14  # words of the content that a phrase of the cue may reach into
_NEGATIONS = frozenset("not never no without neither nor cannot nothing nobody hardly".split())
_HEDGES = frozenset("may might could".split())
_WORKS = frozenset(
    "poll polls polling survey surveys study studies analysis analyses data figures statistics average averages "
    "research researchers audit auditors census investigation inquiry review tally index report reports auditors count records".split()
)
_PREPOSITIONS = frozenset("of by from for with in on at to familiar who which that".split())
_SELF = frozenset("i we".split())
_THIRD = frozenset("he she they it".split())
_AUXILIARIES = frozenset(
    "am are is was were be been have has had do does did also fully strongly absolutely certainly really always "
    "totally personally therefore just simply not never would will must can could wholeheartedly firmly deeply".split()
)
_PERFORMED = frozenset(Act) - {Act.STATE, Act.FIND, Act.QUESTION, Act.ANNOUNCE, Act.ORDER, Act.THREATEN}
_WILL = frozenset("will shall".split())
_FUTURE = _WILL | {"would"}
_NOT_DONE = frozenset("may might could was were been had has".split())  # not done here and now by the subject
_STATIVE = frozenset("do be take happen depend mean cost almost have like love rather get see vote go probably not never only also probably likely need want win lose get know see say".split())
_OWN = frozenset("i we my our".split())
_POSSIBLE = frozenset("could would might may will".split())
_SUBJECTS = frozenset("i we he she they".split())
_BLAME = frozenset({Act.ACCUSE, Act.CRITICISE, Act.WARN})
_STRONG = 2
_WEIGHTS = {"weak": 1, "strong": _STRONG, "felt": _STRONG, "decisive": 3}
_FIRST = (  # which act stands where two weigh the same
    Act.APOLOGISE, Act.REFUSE, Act.THREATEN, Act.ADMIT, Act.DENY, Act.DISPUTE, Act.OFFER, Act.REQUEST, Act.RECOMMEND,
    Act.PROMISE, Act.CALL_FOR, Act.ACCEPT, Act.REJECT, Act.REPORT_PROGRESS, Act.ANNOUNCE, Act.ACCUSE, Act.CRITICISE,
    Act.DEFEND, Act.WARN, Act.PRAISE, Act.QUESTION, Act.STATE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decision:
    """An act and the places of the words that decided it; none where nothing did and the act is `state`."""

    act: Act
    spans: Spans = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    """A piece of evidence for an act."""

    act: Act
    weight: int
    span: Span


@cache
def _cues() -> Phrases:
    sections = table("cues.txt")
    return Phrases((p, name) for name, phrases in sections.items() if "when" not in name for p in phrases)


@cache
def _negated_cues() -> Phrases:
    ending = " when negated"
    sections = table("cues.txt").items()
    return Phrases((p, name.removesuffix(ending)) for name, phrases in sections if name.endswith(ending) for p in phrases)


@cache
def _contents() -> Phrases:
    return Phrases((p, name) for name, phrases in table("contents.txt").items() for p in phrases)


def decide_acts(document: Document, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements with their acts and the places of the deciding words."""
    decided = []
    for statement in statements:
        decision = decide(document.text, statement.source, statement.cue, statement.content)
        decided.append(replace(statement, act=decision.act, act_spans=decision.spans))
    return tuple(decided)


def decide(text: str, source: Spans, cue: Spans, content: Spans) -> Decision:
    """The act of a statement of `text` with these places; without source and cue, of a sentence in its own voice."""
    cue_words, content_words = words_of(text, cue), words_of(text, content)
    by_cue = _by_cue(cue_words, content_words if _follows(cue, content) else ())
    if by_cue is not None and by_cue.act is not Act.STATE:
        return by_cue
    if any(word.form in _WORKS for word in _head(words_of(text, source))):
        return Decision(Act.FIND, source)
    if by_cue is not None:
        return by_cue
    return _by_content(content_words)


def _head(source: tuple[Word, ...]) -> Iterator[Word]:
    """The words of a source before its first preposition or mark: "a study of voters" is about a study."""
    return takewhile(lambda word: word.form not in _PREPOSITIONS and not word.is_mark, source)


def _follows(cue: Spans, content: Spans) -> bool:
    return bool(cue and content) and 0 <= content[0].start - cue[-1].end < 30


# ---------------------------------------------------------------- the cue


def _by_cue(cue: tuple[Word, ...], after: tuple[Word, ...]) -> Decision | None:
    """What the cue decides, or None where it leaves it to the content."""
    window = cue + after[:_REACH]
    at = 0
    while at < len(cue):
        found = _cues().at(window, at)
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
    spans = (_place(window, found.first, found.last),)
    if before & _NEGATIONS:
        turned = _negated_cues().at(window, found.first)
        return Decision(Act(turned.label) if turned else Act.STATE, (_place(window, 0, found.last),))
    if before & _HEDGES:
        return Decision(Act.STATE)
    return Decision(Act(found.label), spans if found.label != Act.STATE else ())


def _place(words: tuple[Word, ...], first: int, last: int) -> Span:
    return envelope(word.span for word in words[first:last])


# ---------------------------------------------------------------- the content


def _by_content(words: tuple[Word, ...]) -> Decision:
    """The act with the most evidence in the content; `state` where there is too little."""
    weights: dict[Act, int] = defaultdict(int)
    places: dict[Act, list[Span]] = defaultdict(list)
    for hit in (*_evaluations(words), *_deeds(words), *_forms(words)):
        weights[hit.act] += hit.weight
        places[hit.act].append(hit.span)
    if not weights:
        return Decision(Act.STATE)
    act = max(weights, key=lambda a: (weights[a], -_FIRST.index(a)))
    if weights[act] < _STRONG:
        return Decision(Act.STATE)
    return Decision(act, tuple(sorted(set(places[act]))))


def _evaluations(words: tuple[Word, ...]) -> Iterator[_Hit]:
    """The words that blame, praise, ask, promise …, turned by what stands up to three words before them."""
    for found in _contents().all(words):
        name, _, strength = found.label.partition(" ")
        before = {word.form for word in words[max(0, found.first - 3) : found.first]}
        act = _turned(_harm(before) if name == "harm" else Act(name), before, strength)
        if act is not None and not (act is Act.CALL_FOR and not _asks(words, found)):
            yield _Hit(act, _WEIGHTS[strength], _place(words, found.first, found.last))


def _harm(before: set[str]) -> Act:
    """To do harm is blamed where it was done, warned of where it may be."""
    return Act.WARN if before & _POSSIBLE else Act.CRITICISE


def _turned(act: Act, before: set[str], strength: str) -> Act | None:
    if before & _NEGATIONS:
        if act is Act.ACCUSE and strength == "strong":
            return Act.DENY if before & _SUBJECTS else Act.DEFEND
        return {Act.PRAISE: Act.CRITICISE, Act.PROMISE: Act.REFUSE, **dict.fromkeys(_BLAME)}.get(act, act)
    return None if act is Act.PRAISE and strength != "felt" and before & _OWN else act


def _asks(words: tuple[Word, ...], found: Found) -> bool:
    """Whether a modal asks somebody for something: not "I have to say", not "should have known"."""
    before = words[found.first - 1].form if found.first else ""
    after = words[found.last].form if found.last < len(words) else ""
    return before != "i" and after not in {"have", "say", "admit", "yet"} and not _open_question(words[: found.first])


def _open_question(before: tuple[Word, ...]) -> bool:
    return any(word.form in {"whether", "question"} for word in before[-8:])


def _deeds(words: tuple[Word, ...]) -> Iterator[_Hit]:
    """What the speaker does in the content: "I condemn …", "we will build", and "he would resign" at its start."""
    for at, word in enumerate(words):
        if word.form in _SELF or (word.form in _THIRD and _opens(words, at)):
            yield from _deed(words, at)


def _opens(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word is the subject that a reported content begins with ("that he …")."""
    return at == 0 or (at == 1 and words[0].form in {"that", "and", "but"})


def _deed(words: tuple[Word, ...], subject: int) -> Iterator[_Hit]:
    first = at = subject + 1
    while at < len(words) and words[at].form in _AUXILIARIES:
        at += 1
    if at == len(words) or words[at].is_mark:
        return
    helpers, verb = {word.form for word in words[first:at]}, words[at]
    found = _cues().at(words, at)
    if found and found.label in _PERFORMED and not helpers & _NOT_DONE:
        turned = _negated_cues().at(words, at) if helpers & _NEGATIONS else found
        if turned:
            yield _Hit(Act(turned.label), _STRONG, _place(words, subject, found.last))
    elif helpers & (_WILL if words[subject].form in _SELF else _FUTURE) and verb.form not in _STATIVE:
        act = Act.REFUSE if helpers & _NEGATIONS else Act.PROMISE
        yield _Hit(act, _STRONG, _place(words, first, at + 1))


def _forms(words: tuple[Word, ...]) -> Iterator[_Hit]:
    """What the form of the sentence does: a question that is the whole of it."""
    marks = [word for word in words if word.is_mark and word.form[0] in ".?!"]
    if marks and marks[-1].form[0] == "?" and len(marks) <= 2:
        yield _Hit(Act.QUESTION, _STRONG, marks[-1].span)
