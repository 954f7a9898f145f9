"""What the words of a content do where no cue tells: they blame, praise, ask, promise, refuse, warn.

Three kinds of evidence are added up, act by act: words of `data/acts/contents.txt`, turned by negation ("not fit");
what the speaker does in the content ("I condemn …", "he would resign"), by the same table as the cues; and the form of
the sentence. The act with the most stands if it is enough, else the content only states.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from answerable.extract.lemmas import Found, Phrases, Word, place, table, wordset
from answerable.model import Act
from answerable.text import Span, Spans

_SELF = frozenset({"i", "we"})
_THIRD = frozenset({"he", "she", "they", "it"})
_WILL = frozenset({"will", "shall"})
_FUTURE = _WILL | {"would"}
_PERFORMED = frozenset(Act) - {Act.STATE, Act.FIND, Act.QUESTION, Act.ANNOUNCE, Act.ORDER, Act.THREATEN}
_BEING = frozenset({"am", "is", "are", "be"})
_DONE_TO = frozenset[str]({Act.ACCUSE, Act.ACCEPT, Act.REQUEST})  # "we are accused" accuses nobody
_BLAME = frozenset({Act.ACCUSE, Act.CRITICISE, Act.WARN})
_MODAL = frozenset({Act.CALL_FOR, Act.REQUEST})
_NOT_ALONE = frozenset({"only", "just", "merely"})  # "not only lied"
_UNASKED = wordset("asking") | {"i"}
_STRONG = 2
_WEIGHTS = {"weak": 1, "strong": _STRONG, "felt": _STRONG, "decisive": 3}
_FIRST = (  # which act stands where two weigh the same
    Act.APOLOGISE, Act.REFUSE, Act.THREATEN, Act.ADMIT, Act.DENY, Act.DISPUTE, Act.OFFER, Act.REQUEST, Act.RECOMMEND,
    Act.PROMISE, Act.REJECT, Act.ACCEPT, Act.REPORT_PROGRESS, Act.ANNOUNCE, Act.ACCUSE, Act.CALL_FOR, Act.CRITICISE,
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


_WHEN_NEGATED = " when negated"


@cache
def cue_phrases() -> Phrases:
    """What cues do: phrases labelled with an act, or "neutral" where the content decides."""
    sections = table("cues.txt").items()
    return Phrases((p, name) for name, phrases in sections if not name.endswith(_WHEN_NEGATED) for p in phrases)


@cache
def negated_cue_phrases() -> Phrases:
    """What cues do under a negation; a negated cue that is not among them only states."""
    sections = table("cues.txt").items()
    return Phrases(
        (p, name.removesuffix(_WHEN_NEGATED))
        for name, phrases in sections
        if name.endswith(_WHEN_NEGATED)
        for p in phrases
    )


@cache
def _content_phrases() -> Phrases:
    return Phrases((p, name) for name, phrases in table("contents.txt").items() for p in phrases)


def decide_content(
    words: tuple[Word, ...], own: frozenset[str], *, authorial: bool = False, quoted: bool = False
) -> Decision:
    """The act with the most evidence in a content; `state` where there is too little.

    `own` are words that name the speaker; `authorial` says that the words are a document's own, `quoted` that they are
    the speaker's, in which "he" is somebody else.
    """
    weights: dict[Act, int] = defaultdict(int)
    places: dict[Act, list[Span]] = defaultdict(list)
    plans = _plans(words) if authorial else ()
    for hit in (*_evaluations(words), *_deeds(words, own, quoted=quoted), *_forms(words), *plans):
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
    for found in _content_phrases().all(words):
        name, _, strength = found.label.partition(" ")
        before = {word.form for word in words[max(0, found.first - 3) : found.first]}
        if before & _NOT_ALONE:
            before -= {"not"}
        act = _turned(_harm(before) if name == "harm" else Act(name), before, strength)
        if act is not None and not (act in _MODAL and not _asks(words, found)):
            yield _Hit(act, _WEIGHTS[strength], place(words, found.first, found.last))


def _harm(before: set[str]) -> Act:
    """To do harm is blamed where it was done, warned of where it may be."""
    return Act.WARN if before & wordset("possible") else Act.CRITICISE


def _turned(act: Act, before: set[str], strength: str) -> Act | None:
    if before & wordset("negations"):
        if act is Act.ACCUSE and strength == "strong":
            return Act.DENY if before & wordset("subjects") else Act.DEFEND
        return {Act.PRAISE: Act.CRITICISE, Act.PROMISE: Act.REFUSE, **dict.fromkeys(_BLAME)}.get(act, act)
    return None if act is Act.PRAISE and strength != "felt" and before & wordset("own") else act


def _asks(words: tuple[Word, ...], found: Found) -> bool:
    """Whether a modal asks somebody for something: not "I have to say", not "should have known"."""
    before = words[found.first - 1].form if found.first else ""
    after, then = ([word.form for word in words[found.last : found.last + 2]] + ["", ""])[:2]
    if after in {"have", "say", "admit", "yet"} or (after == "be" and then.endswith("ing")):
        return False
    return before not in _UNASKED and not _open_question(words[: found.first])


def _open_question(before: tuple[Word, ...]) -> bool:
    return any(word.form in {"whether", "question"} for word in before[-8:])


def _deeds(words: tuple[Word, ...], own: frozenset[str], *, quoted: bool) -> Iterator[_Hit]:
    """What the speaker does in the content: "I condemn …", "we will build", and "he would resign" where it is told."""
    for at, word in enumerate(words):
        if word.form in _SELF or (word.form in _THIRD and not quoted and _opens(words, at)):
            yield from _deed(words, at)
        elif word.form in own:
            body = at + 1 < len(words) and words[at + 1].form in wordset("bodies")
            yield from _deed(words, at + body)


def _opens(words: tuple[Word, ...], at: int) -> bool:
    """Whether the word is the subject that a reported content begins with ("that he …")."""
    return at == 0 or (at == 1 and words[0].form in {"that", "and", "but"})


def _deed(words: tuple[Word, ...], subject: int) -> Iterator[_Hit]:
    first = at = subject + 1
    while at < len(words) and words[at].form in wordset("auxiliaries"):
        at += 1
    if at == len(words) or words[at].is_mark:
        return
    helpers, verb = {word.form for word in words[first:at]}, words[at]
    found = cue_phrases().at(words, at)
    done_to = helpers & _BEING and verb.form.endswith("ed") and found is not None and found.label in _DONE_TO
    if found and found.label in _PERFORMED and not (helpers & wordset("undone") or done_to):
        turned = negated_cue_phrases().at(words, at) if helpers & wordset("negations") else found
        if turned:
            yield _Hit(Act(turned.label), _STRONG, place(words, subject, found.last))
    elif helpers & (_WILL if words[subject].form in _SELF else _FUTURE) and verb.form not in wordset("stative"):
        refused = helpers & wordset("negations") and verb.form not in wordset("wrongs")
        act = Act.REFUSE if refused else Act.PROMISE
        yield _Hit(act, _STRONG, place(words, first, at + 1))


def _plans(words: tuple[Word, ...]) -> Iterator[_Hit]:
    """What a document says in its own voice will be done: "The register will be published"; not what it asks."""
    if any(word.form.startswith("?") for word in words):
        return
    for at, word in enumerate(words[:-1]):
        if word.form == "will" and words[at + 1].form not in wordset("negations"):
            yield _Hit(Act.PROMISE, _STRONG, place(words, at, at + 2))
            return


def _forms(words: tuple[Word, ...]) -> Iterator[_Hit]:
    """What the form of the sentence does: a question that is the whole of it."""
    marks = [word for word in words if word.is_mark and word.form[0] in ".?!"]
    if marks and marks[-1].form[0] == "?" and len(marks) <= 2:
        yield _Hit(Act.QUESTION, _STRONG, marks[-1].span)
