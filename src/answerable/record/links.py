"""What the program proposes to join: answers, promises and reports with asks, asks with earlier asks, claims with
claims. Every link has a score and its reason in words; a person confirms, rejects or makes others."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial
from itertools import chain

from answerable.model import (
    Act,
    Ask,
    AskKind,
    Commitment,
    Extraction,
    Link,
    LinkKind,
    Precision,
    Progress,
    Response,
    Statement,
    When,
)
from answerable.record.disputes import conflicts
from answerable.record.likeness import contained
from answerable.record.names import same_actor
from answerable.record.refusals import refusals
from answerable.record.register import Register, day_of
from answerable.record.tellings import same_asks
from answerable.text import Span

_LIKE_ENOUGH = 0.45  # likeness at which a promise or an answer without a number is taken to be about an ask
_REPEATED = 0.55  # likeness at which an ask makes an earlier one again
_SAME_PROMISE = 0.5  # share of words at which a later promise replaces an earlier one on the same ask
_CALLS = frozenset({AskKind.CALL, AskKind.REQUEST})
_RECOMMENDED = frozenset({AskKind.RECOMMENDATION})
_BLAMING = frozenset({Act.ACCUSE, Act.CRITICISE})
_REPLYING = frozenset({Act.DENY, Act.DISPUTE, Act.REJECT, Act.DEFEND, Act.ADMIT, Act.APOLOGISE})
_REPLY_DAYS = 60
_Said = tuple[date, str, int, Statement]  # the day, the document and the place in it of a statement


def propose_links(extractions: Sequence[Extraction]) -> tuple[Link, ...]:
    """Every link that the entries of `extractions` suggest, in order of kind and ids, each pair once."""
    register = Register(extractions)
    found: dict[str, Link] = {}
    promised: dict[str, list[Commitment]] = defaultdict(list)
    refused = {response.id: link for response, link in refusals(extractions, register)}
    for extraction in extractions:
        for response in extraction.responses:
            _keep(found, refused[response.id] if response.id in refused else _answers(response, register))
        for commitment in extraction.commitments:
            if link := _keep(found, _promises(commitment, extraction, register)):
                promised[link.object].append(commitment)
        for progress in extraction.progress:
            _keep(found, _reports(progress, register))
    disputed = tuple(_contradictions(extractions, register, tuple(found.values())))
    same = tuple(same_asks(extractions))
    again = (link for link in _repeats(register) if link.subject not in {known.subject for known in same})
    for link in (*same, *again, *_replacements(promised), *disputed, *_replies(extractions)):
        found[link.id] = link
    return tuple(sorted(found.values(), key=lambda link: (link.kind, link.subject, link.object)))


def _keep(found: dict[str, Link], link: Link | None) -> Link | None:
    if link:
        found[link.id] = link
    return link


def _answers(response: Response, register: Register) -> Link | None:
    if response.ask and (hit := register.find(response.ask, response.document)):
        return Link.of(LinkKind.ANSWERS, response.id, hit.ask.id, hit.score, hit.reason)
    if response.ask is None or not response.ask.number:
        hit = register.by_words(response.text, least=_LIKE_ENOUGH, reason="speaks of the same matter")
        if hit and hit.ask.document != response.document and _later(response.date, hit.ask.date):
            return Link.of(LinkKind.ANSWERS, response.id, hit.ask.id, hit.score, hit.reason)
    return None


def _promises(commitment: Commitment, extraction: Extraction, register: Register) -> Link | None:
    if commitment.ask:
        hit = register.find(commitment.ask, commitment.document)
    else:
        hit = register.by_words(commitment.text, least=_LIKE_ENOUGH, reason="promises what it asks", kinds=_RECOMMENDED)
        if hit and register.inquiry(hit.ask) != register.inquiry_of_document(extraction.document):
            return None
    return Link.of(LinkKind.PROMISES, commitment.id, hit.ask.id, hit.score, hit.reason) if hit else None


def _reports(progress: Progress, register: Register) -> Link | None:
    hit = register.find(progress.ask, progress.document) if progress.ask else None
    return Link.of(LinkKind.REPORTS_ON, progress.id, hit.ask.id, hit.score, hit.reason) if hit else None


def _repeats(register: Register) -> Iterator[Link]:
    """Each ask and the earliest one of another document, inquiry or day that it makes again."""
    firsts = sorted((ask for _, ask in register), key=lambda a: (day_of(a.date) or date.max, a.document, a.span))
    place = {ask.id: n for n, ask in enumerate(firsts)}
    for ask in firsts:
        nearest = register.likeness.nearest(ask.text, partial(_could_repeat, register, place, ask), least=_REPEATED)
        if nearest:
            other = register.first[nearest[0]]
            reason = f"asks again what was asked before (likeness {nearest[1]:.2f})"
            yield Link.of(LinkKind.REPEATS, ask.id, other.id, round(nearest[1], 2), reason)


def _could_repeat(register: Register, place: dict[str, int], ask: Ask, key: str) -> bool:
    other = register.first[key]
    return (
        other.document != ask.document
        and place[other.id] < place[ask.id]
        and (ask.kind is AskKind.RECOMMENDATION) == (other.kind is AskKind.RECOMMENDATION)
    )


def _replacements(promised: dict[str, list[Commitment]]) -> Iterator[Link]:
    """Each dated promise and the latest earlier one on the same ask, in like words, with an earlier due date."""
    for commitments in promised.values():
        dated = sorted(
            (c for c in commitments if _due(c)), key=lambda c: (day_of(c.date) or date.max, c.document, c.span)
        )
        for n, later in enumerate(dated):
            for earlier in reversed(dated[:n]):
                moved = _moved(earlier, later)
                if moved and contained(earlier.text, later.text) >= _SAME_PROMISE:
                    yield Link.of(LinkKind.REPLACES, later.id, earlier.id, 0.8, moved)
                    break


def _order(commitment: Commitment) -> tuple[date, str, Span]:
    return day_of(commitment.date) or date.max, commitment.document, commitment.span


def _due(commitment: Commitment) -> date | None:
    return commitment.due.end or commitment.due.start if commitment.due else None


def _moved(earlier: Commitment, later: Commitment) -> str | None:
    before, after = _due(earlier), _due(later)
    if before is None or after is None or after <= before or earlier.document == later.document:
        return None
    return f"promised again on the same ask for a later day: {_said(earlier.due)}, then {_said(later.due)}"


def _said(when: When | None) -> str:
    if when is None or when.precision is Precision.NONE:
        return "no date"
    return when.words or str(when.end or when.start)


def _contradictions(extractions: Sequence[Extraction], register: Register, links: Sequence[Link]) -> Iterator[Link]:
    asks = {link.subject: link.object for link in links if link.kind is LinkKind.REPORTS_ON}
    claims: dict[str, list[Progress]] = defaultdict(list)
    for extraction in extractions:
        for progress in extraction.progress:
            if progress.id in asks:
                claims[asks[progress.id]].append(progress)
    counts = [
        (register.titles.key(c.inquiry) or register.inquiry_of_document(c.document), c)
        for e in extractions
        for c in e.counts
    ]
    for ask, about in claims.items():
        first = register.canonical(ask)
        inquiry = register.inquiry(first) if first else None
        said = tuple(c for key, c in counts if key is not None and key == inquiry)
        for conflict in conflicts(tuple(about), said):
            yield Link.of(LinkKind.CONTRADICTS, conflict.later.id, conflict.earlier.id, 0.7, conflict.reason)


def _replies(extractions: Sequence[Extraction]) -> Iterator[Link]:
    """Each denial, defence or apology and the latest accusation before it that it can be the answer to."""
    said = [
        (_day(s, e), s.document, n, s)
        for e in extractions
        for n, s in enumerate(e.statements)
        if s.act in _BLAMING | _REPLYING
    ]
    said.sort(key=lambda item: item[:3])
    blamed = [item for item in said if item[3].act in _BLAMING]
    places = [item[:3] for item in blamed]
    beside: dict[str, list[_Said]] = defaultdict(list)
    for item in blamed:
        beside[item[1]].append(item)
    for day, document, place, reply in said:
        if reply.act not in _REPLYING:
            continue
        oldest = day - timedelta(min(_REPLY_DAYS, day.toordinal() - 1))
        until = bisect_left(places, (day, document, place))
        before = blamed[bisect_left(places, (oldest,)) : until]
        after = (item for item in reversed(beside[document]) if item[:3] > (day, document, place))
        best: tuple[float, Statement, str] | None = None
        for _, _, where, blame in chain(after, reversed(before)):
            if reason := _answers_blame(reply, blame):
                near = blame.document == reply.document
                score = 0.55 + 0.25 * near - 0.02 * min(abs(place - where), 10) * near
                if best is None or score > best[0]:
                    best = (score, blame, reason)
        if best:
            yield Link.of(LinkKind.REPLIES_TO, reply.id, best[1].id, round(best[0], 2), best[2])


def _answers_blame(reply: Statement, blame: Statement) -> str | None:
    if same_actor(reply.speaker, blame.speaker):
        return None
    if any(same_actor(reply.speaker, target) for target in blame.targets):
        return f"{reply.speaker.name if reply.speaker else 'the accused'} is the one accused"
    if reply.act is Act.DEFEND and any(same_actor(t, b) for t in reply.targets for b in blame.targets):
        return "the reply defends the one accused"
    if any(same_actor(target, blame.speaker) for target in reply.targets):
        return f"the reply is aimed at {blame.speaker.name if blame.speaker else 'the accuser'}, who accused"
    return None


def _day(statement: Statement, extraction: Extraction) -> date:
    return day_of(statement.date) or extraction.source.published or date.max


def _later(when: When | None, than: When | None) -> bool:
    a, b = day_of(when), day_of(than)
    return a is None or b is None or a >= b
