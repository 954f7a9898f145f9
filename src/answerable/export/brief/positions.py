"""Who accuses, criticises and defends whom, each with the answer beside it, and what one person says and promises."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from answerable.export.brief.book import Book, Said
from answerable.export.brief.nouns import Gathered, Sentence
from answerable.export.wording import AIMED, dated, did, first, opening, printed, recommendations
from answerable.model import Act, Actor, Commitment, LinkKind, Medium, Ref, Statement, Voice
from answerable.text import Span, words

_BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_STATED = frozenset({Act.STATE, Act.FIND, Act.REPORT_PROGRESS, Act.ANNOUNCE})
_LEFT_OUT = frozenset({Act.RECOMMEND, Act.PROMISE, Act.OFFER})  # told elsewhere, or take no side
_SAYING = re.compile(  # a thought or a deed that is told of somebody is nothing that they said
    r"\b(?:sa(?:id|ys?|ying)|told|tell|wrote|writ|add(?:s|ed|ing)?\b|insist|argu|accord|explain|stat(?:es|ed|ing)|claim"
    r"|repeat|repl[iy]|respond|confirm|declar|recall|testif|announc|post(?:s|ed|ing)|tweet)",
    re.IGNORECASE,
)
_DEICTIC = re.compile(r"\b(?:this|these) (?:sub-)?recommendations?\b")  # which, only its heading tells
_ISSUED = frozenset({Medium.REPORT, Medium.RESPONSE, Medium.UPDATE, Medium.UNKNOWN})
_MOST = 24  # statements in a list


def positions(book: Book, gathered: Gathered) -> Iterator[Sentence]:
    """Each accusation, with the answers to it beneath it."""
    said = {s.id: s for s in gathered.statements if _tells(book, s) and _outright(book, s)}
    answers: dict[str, list[Statement]] = defaultdict(list)
    for link in gathered.links:
        if link.kind is LinkKind.REPLIES_TO and link.subject in said and link.object in said:
            answers[link.object].append(said[link.subject])
    shown: set[tuple[str, Span]] = set()
    blaming = [s for s in said.values() if s.act in _BLAMING]
    places = [_said(s) for s in blaming]
    for id in list(answers):  # what a paper tells of an accusation answers to the accusation itself
        own = book.told_again(_said(said[id]), places)
        if own is not None:
            answers[blaming[own].id] += answers.pop(id)
    for id in sorted(answers, key=lambda id: _order(book, said[id])):
        place = _place(book, said[id])
        replies = [r for r in sorted(answers[id], key=lambda r: _order(book, r)) if _place(book, r) != place]
        replies = [r for r in replies if r.act is not Act.DEFEND or _defends(book, r, said[id])]
        if replies and place not in shown:
            shown.add(place)
            yield _told(book, said[id])
            yield from (_told(book, reply, beside=True) for reply in _once(book, replies))


def said_by(book: Book, gathered: Gathered, taken: Iterable[Sentence]) -> Iterator[Sentence]:
    """What the person of the briefing said that takes a side, asks or refuses, save what other sections tell."""
    yield from _list(book, gathered, taken, by=True)


def said_of(book: Book, gathered: Gathered, taken: Iterable[Sentence]) -> Iterator[Sentence]:
    """What others said of the person of the briefing, save what other sections tell."""
    yield from _list(book, gathered, taken, by=False)


def _list(book: Book, gathered: Gathered, taken: Iterable[Sentence], *, by: bool) -> Iterator[Sentence]:
    person = gathered.person
    if person is None:
        return
    told = {pin for sentence in taken for pin in sentence.pins}
    chosen = [s for s in gathered.statements if (_is_by if by else _is_of)(book, s, person) and _tells(book, s)]
    own = [_said(s) for s in chosen]
    chosen = [s for s in chosen if book.told_again(_said(s), own) is None]
    places = [(pin.document.id, pin.span) for pin in book.pins if pin.number in told]
    places += [(count.document, count.span) for count in gathered.counts]
    kept: list[Statement] = []
    for statement in _once(book, sorted(chosen, key=lambda s: (s.act in _STATED, _order(book, s)))):
        if not any(statement.document == d and _span(statement).overlaps(span) for d, span in places):
            kept.append(statement)
            places.append(_place(book, statement))
    yield from (_quoted(book, s) for s in sorted(kept[:_MOST], key=lambda s: _order(book, s)))


def _is_by(book: Book, statement: Statement, person: Actor) -> bool:
    """Whether a person says something worth a line: no thanks, no thoughts, not what opponents say that they said."""
    speaker = book.actor(statement.speaker)
    if speaker is None or speaker.id != person.id:
        return False
    if book.in_anothers_turn(statement.document, _span(statement), statement.speaker):
        return False
    if _DEICTIC.search(book.sentence(statement.document, _span(statement)).of(book.document(statement.document).text)):
        return False
    if _in_own_voice(book, statement):
        return statement.act is not Act.PRAISE and (statement.cue != () or statement.act not in _STATED)
    text = book.document(statement.document).text
    if statement.act in _STATED:
        return _SAYING.search(words(text, statement.cue)) is not None
    return _by_cue(statement) or statement.act is not Act.PRAISE


def _is_of(book: Book, statement: Statement, person: Actor) -> bool:
    """Whether somebody says something of a person, as its cue says or by name."""
    if book.same(statement.speaker, Ref(None, person.name)) or statement.act in _STATED:
        return False
    if statement.act in (Act.PRAISE, Act.QUESTION) and _in_own_voice(book, statement) is (statement.act is Act.PRAISE):
        return False
    aimed = [t for t in statement.targets if (actor := book.actor(t)) and actor.id == person.id]
    text = _place(book, statement)[1].of(book.document(statement.document).text)
    return any(_by_cue(statement) or (statement.act is not Act.PRAISE and book.names(t, text)) for t in aimed)


def _defends(book: Book, reply: Statement, blame: Statement) -> bool:
    """Whether a defence is of somebody whom the accusation names."""
    accused = _place(book, blame)[1].of(book.document(blame.document).text)
    return any(book.names(target, accused) for target in reply.targets)


def _outright(book: Book, statement: Statement) -> bool:
    """Whether somebody says so ("accused", "denied"), or writes or speaks it in their own name; of a report's prose the
    act is too much of a guess for an accusation."""
    own = statement.voice is Voice.AUTHORIAL or _in_own_voice(book, statement)
    return _by_cue(statement) or (own and book.document(statement.document).source.medium not in _ISSUED)


def _in_own_voice(book: Book, statement: Statement) -> bool:
    return not book.reported(statement.document, _span(statement), statement.speaker)


def _by_cue(statement: Statement) -> bool:
    """Whether the words that introduce a statement say what it does: "accused", "denied"."""
    return any(span.overlaps(cue) for span in statement.act_spans for cue in statement.cue)


def promised(book: Book, promises: Sequence[Commitment]) -> Iterator[Sentence]:
    """What somebody promised, by when, on which recommendation; each once for a document and a day."""
    shown: dict[tuple[object, ...], list[Commitment]] = defaultdict(list)
    for promise in sorted(promises, key=lambda c: (first(c.date) or date.max, c.document, c.span)):
        number, due = promise.ask.number if promise.ask else None, promise.due.end if promise.due else None
        shown[promise.document, *((number, due) if number and due else (promise.span,))].append(promise)
    for members in shown.values():
        promise = members[0]
        numbers = list(dict.fromkeys(c.ask.number for c in members if c.ask and c.ask.number))
        on = f", on {recommendations(numbers)}" if numbers else ""
        who = book.introduce(promise.by, first(promise.date))
        told = book.reported(promise.document, promise.span, promise.by)
        quote = book.quote(promise.document, promise.span, promise.by)
        text = f"{opening(dated(promise.date))}: {who} promised{on}{told}: {quote}"
        if promise.due and promise.due.end and printed(promise.due.end) not in quote:
            text += f" (that is, by {printed(promise.due.end)})"
        cited = dict.fromkeys(book.cite_whole(c.document, c.span, c.by) for c in members)
        yield Sentence(text, tuple(cited))


def _quoted(book: Book, statement: Statement) -> Sentence:
    """A statement by itself: the day, who says it or who reports it, and the words."""
    span = _span(statement)
    verb = "asked" if statement.act is Act.QUESTION else "said"
    lead = book.lead(statement.document, span, statement.speaker, book.said_on(statement, span), verb)
    quote = book.quote(statement.document, span, statement.speaker)
    return Sentence(lead + quote, (book.cite_whole(statement.document, span, statement.speaker),))


def _told(book: Book, statement: Statement, *, beside: bool = False) -> Sentence:
    span, when = _span(statement), book.said_on(statement, _span(statement))
    whom = book.name(statement.targets[0]) if statement.targets else ""
    who = book.introduce(statement.speaker, first(when))
    told = book.reported(statement.document, span, statement.speaker)
    aimed = statement.targets[0] if statement.targets and statement.act in _BLAMING else None
    quote = book.quote(statement.document, span, statement.speaker, aimed)
    named = not statement.targets or statement.act not in AIMED or book.names(statement.targets[0], quote)
    what = did(statement.act, whom) if told and named and _by_cue(statement) else "said"
    told_of = f"{who} {what}, {dated(when)}{told}" if beside else f"{opening(dated(when))}: {who} {what}{told}"
    pins = (book.cite(statement.document, book.whole(statement.document, span, statement.speaker, aimed)),)
    return Sentence(f"{told_of}: {quote}", pins, beside)


def _tells(book: Book, statement: Statement) -> bool:
    """Whether a statement can stand in a briefing: a speaker, not in a heading, not asked as a question."""
    if statement.speaker is None or not statement.content or statement.act in _LEFT_OUT:
        return False
    place = statement.document, _span(statement)
    asks = statement.act is Act.QUESTION and statement.voice is Voice.AUTHORIAL
    return asks is book.asks_whether(*place) and not book.in_heading(*place)


def _once(book: Book, statements: Sequence[Statement]) -> Iterator[Statement]:
    """Of statements in one sentence by one speaker the first."""
    seen: set[tuple[str, Span]] = set()
    for statement in statements:
        if (place := _place(book, statement)) not in seen:
            seen.add(place)
            yield statement


def _said(statement: Statement) -> Said:
    return statement.document, _span(statement), statement.speaker


def _place(book: Book, statement: Statement) -> tuple[str, Span]:
    return statement.document, book.whole(statement.document, _span(statement))


def _span(statement: Statement) -> Span:
    places = (*statement.cue, *statement.content)
    return Span(min(p.start for p in places), max(p.end for p in places))


def _order(book: Book, statement: Statement) -> tuple[date, str, int]:
    when = book.said_on(statement, _span(statement))
    return first(when) or date.max, statement.document, _span(statement).start
