"""Promises: who will do what, by when, on what condition.

Found in what somebody is reported to promise (statements whose act says so), and in a document's own words where it
speaks for those who act: responses, updates, letters, statements ("We will lay regulations by the end of 2023").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from answerable.extract.agents import is_count
from answerable.extract.deadlines import find_deadlines
from answerable.extract.topics import Topics
from answerable.extract.undertakings import is_kept, promises, speaks_of_later
from answerable.extract.voices import Voice, Voices
from answerable.model import (
    Act,
    Ask,
    AskRef,
    Commitment,
    Document,
    Medium,
    Precision,
    Quoted,
    Response,
    Statement,
    When,
)
from answerable.text import Span, envelope, key

_PROMISING = frozenset({Act.PROMISE, Act.OFFER})
_ANNOUNCING = frozenset({Act.ANNOUNCE, Act.ACCEPT, Act.REPORT_PROGRESS, Act.STATE, Act.APOLOGISE})
_OWN = frozenset({Medium.RESPONSE, Medium.UPDATE, Medium.LETTER, Medium.STATEMENT, Medium.HANSARD, Medium.POST})

_CONDITION = re.compile(
    r"\b(?:subject to|provided(?: that)?|providing that|on condition that|conditional (?:up)?on|as long as|pending"
    r"|depending on|when parliamentary time allows|where (?:possible|appropriate|practicable)|if|once|unless)\b[^.;]*",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"(?:^|\.\s)(?:Because|Owing to|Due to|As a result of|Since)\b\s*(?P<first>[^.;]{8,}?)"
    r"(?=, (?:the|this|that|these|we|I|it|they|there|our|no|work|its?|a)\b)"
    r"|\b(?:because|owing to|due to|as a result of|following delays?|since|in order to allow)\b"
    r"\s*(?P<reason>[^.;]{8,})",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:will not|no longer|now|instead|later|delay\w*|postpone\w*|longer|new date|put back|revised)\b"
)
# In what others report.
_OUTRIGHT = re.compile(
    r"promis|pledg|vow|commit|guarantee|swor|swear|undert|assur|offer|agree|\b(?:I|we)(?: will| shall|['’]ll)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(r"(?:\bnot|n['’]t) (?:\w+ )?(?:believe|expect|say|suggest|think)", re.IGNORECASE)
_ASSURED = re.compile(r"^\W*(?:re)?assur\w*\W*$", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|will)\b")
_PERSON = re.compile(r"\b(?:he|she|they|ministers?|government)\s+(?:would|will)\b(?! consider| be\b)", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:will|shall|intends?|plans?)\b")
_FEW = 8
_ROOT = 6  # letters by which words of one family agree
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def find_commitments(
    document: Document,
    statements: tuple[Statement, ...],
    responses: tuple[Response, ...],
    sentences: tuple[Span, ...],
    topics: Topics,
    asks: tuple[Ask, ...] = (),
) -> tuple[Commitment, ...]:
    """Every promise of `document` in order, one for each recommendation that it is made on.

    A promise inside a response belongs to the ask of that response; under the heading of a recommendation, or in a
    sentence that names one, to that. The first dated deadline of its words is its due date, else the first that says
    there is none. The words of a numbered recommendation among `asks` promise nothing.
    """
    voices = Voices(document, statements)
    answers = tuple(sorted(responses, key=lambda r: r.span))
    asked = [pin for ask in asks if ask.number for pin in (ask.span, *ask.also)]
    found: dict[str, Commitment] = {}
    taken: list[Span] = []
    for span, voice in sorted(_places(document, statements, answers, sentences, voices), key=lambda p: p[0]):
        if any(span.overlaps(other) for other in taken[-3:]) or any(pin.contains(span) for pin in asked):
            continue
        taken.append(span)
        for ask in _asks(document.text, span, answers, topics) or (None,):
            commitment = _commitment(document, span, voice, ask, _reason(document.text, sentences, span))
            found[commitment.id] = commitment
    return tuple(found.values())


def _places(
    document: Document,
    statements: tuple[Statement, ...],
    responses: tuple[Response, ...],
    sentences: tuple[Span, ...],
    voices: Voices,
) -> Iterator[tuple[Span, Voice]]:
    """Where something is promised, and by whom."""
    text = document.text
    for statement in statements:
        if statement.act in _PROMISING and statement.content and statement.cue and _is_reported(document, statement):
            content = envelope(statement.content)
            if _is_asked(text, sentences, content):
                continue
            voice = replace(voices.at(content), by=statement.speaker, statement=statement, own=False)
            yield _whole(text, sentences, content), voice
    if document.source.medium not in _OWN and not responses:
        return
    for sentence in sentences:
        if not promises(sentence.of(text)):
            continue
        voice = voices.at(sentence)
        answer = next((r for r in responses if r.span.contains(sentence)), None)
        if answer and answer.by and voice.own:
            told = (r for r in responses if sentence.contains(r.span) and _AHEAD.search(r.text))
            voice = replace(voice, by=next(told, answer).by)  # "The Board has told us that it will …": the Board's
        own = voice.own and document.source.medium is not Medium.NEWS  # a paper tells what others promise
        if own or (voice.statement and not voice.statement.cue) or answer:
            yield sentence, voice


def _is_reported(document: Document, statement: Statement) -> bool:
    """Whether a reported statement promises: outright ("pledged to", "we will", "she would"), or, where it only tells
    of a plan or an offer, for a day."""
    content = envelope(statement.content)
    if not statement.act_spans:
        return True  # whoever made the statement decided it by other means than words
    deciding = " ".join(place.of(document.text) for place in statement.act_spans)
    if _is_doubted(document.text, statement):
        return False
    others = statement.quoted is not Quoted.DIRECT and _PERSON.search(content.of(document.text))  # "he said he would"
    if _OUTRIGHT.search(deciding) or (_WOULD.search(deciding) and others):
        if _ASSURED.search(deciding) and not speaks_of_later(content.of(document.text)):
            return False  # "I assure the House that there is no truth in it"
        offered = deciding.endswith(" to") or document.text.startswith("to ", content.start)
        return (statement.act is not Act.OFFER or offered) and is_kept(content.of(document.text))
    return any(when.precision is not Precision.NONE for when in find_deadlines(document, content))


def _is_doubted(text: str, statement: Statement) -> bool:
    """Whether a cue denies the thought or word that it reports ("I do not think that we will …"), or a poll's is."""
    doubted = any(_DOUBTED.search(place.of(text)) for place in statement.cue)
    return doubted or any(is_count(place.of(text)) for place in statement.source)


def _is_asked(text: str, sentences: tuple[Span, ...], content: Span) -> bool:
    """Whether the sentence of a place is a question: "Will he pay those who were promised a fund?"."""
    n = bisect_right(sentences, content.start, key=lambda s: s.start) - 1
    return n >= 0 and sentences[n].end >= content.end and sentences[n].of(text).rstrip().endswith("?")


def _whole(text: str, sentences: tuple[Span, ...], content: Span) -> Span:
    """The content of a reported promise, or its sentence where the content is but a few words ("for the autumn")."""
    if len(content.of(text).split()) >= _FEW:
        return content
    n = bisect_right(sentences, content.start, key=lambda s: s.start) - 1
    return sentences[n] if n >= 0 and sentences[n].end >= content.end else content


def _asks(text: str, span: Span, responses: tuple[Response, ...], topics: Topics) -> tuple[AskRef, ...]:
    """What a promise is about: what its words name, else the asks of the closest answer around it, else its heading."""
    if numbers := topics.named_at(span):
        return tuple(AskRef(number) for number in numbers)
    around = [r for r in responses if r.ask and r.span.contains(span)]
    closest = min((r.span.end - r.span.start for r in around), default=0)
    answered = tuple(dict.fromkeys(r.ask for r in around if r.ask and r.span.end - r.span.start == closest))
    return _meant(text, span, answered) or tuple(AskRef(number) for number in topics.at(span))


def _meant(text: str, span: Span, asks: tuple[AskRef, ...]) -> tuple[AskRef, ...]:
    """Of the asks that one answer answers together, those that a promise in it is about: the ones whose own words it
    uses, which no other of them has; all of them where it uses such words of none."""
    said = _roots(span.of(text))
    roots = [_roots(ask.words) for ask in asks]
    used = [
        ask
        for n, ask in enumerate(asks)
        if said & roots[n].difference(*(other for m, other in enumerate(roots) if m != n))
    ]
    return tuple(used) or asks


def _roots(words: str) -> frozenset[str]:
    """The longer words without their endings: "complaints" and "complaint" are one."""
    return frozenset(word[:_ROOT] for word in _LONG_WORD.findall(words.lower()))


def _commitment(document: Document, span: Span, voice: Voice, ask: AskRef | None, reason: Span | None) -> Commitment:
    condition = _CONDITION.search(document.text, span.start, span.end)
    return Commitment(
        id=key("commitment", document.id, span.start, span.end, ask.number if ask else None),
        document=document.id,
        span=span,
        text=span.of(document.text),
        by=voice.by,
        due=_due(document, span),
        condition=Span(condition.start(), condition.end()) if condition else None,
        reason=reason,
        ask=ask,
        statement=voice.statement.id if voice.statement else None,
        date=voice.date,
        score=voice.statement.score if voice.statement else 1.0,
    )


def _reason(text: str, sentences: tuple[Span, ...], span: Span) -> Span | None:
    """Why a date moves: the reason that the promise gives, or the sentence before it, where they speak of a change."""
    n = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    around = [s for s in sentences[max(0, n - 1) : n + 1] if "\n\n" not in text[s.end : span.start]]
    if not any(_MOVED.search(s.of(text)) for s in around):
        return None
    for sentence in reversed(around):
        if match := _REASON.search(sentence.of(text)):
            start, end = match.span(next(name for name, words in match.groupdict().items() if words))
            return Span(sentence.start + start, sentence.start + end)
    return None


def _due(document: Document, span: Span) -> When | None:
    published = document.source.published
    deadlines = find_deadlines(document, span)
    dated = [
        d for d in deadlines if d.precision is not Precision.NONE and not (published and d.end and d.end < published)
    ]
    return next(iter(dated), next((d for d in deadlines if d.precision is Precision.NONE), None))
