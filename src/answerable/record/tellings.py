"""One body's same request, told several times: by itself, by whoever answers it, by others later."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from answerable.model import Ask, AskKind, Extraction, InquiryEventKind, Link, LinkKind, Ref, Statement
from answerable.record.inquiries import join_inquiries
from answerable.record.likeness import stems
from answerable.record.names import plain_name, same_actor
from answerable.record.register import day_of

_WANTED = frozenset({InquiryEventKind.REQUESTED, InquiryEventKind.CALLED_FOR})
_CALLS = frozenset({AskKind.CALL, AskKind.REQUEST})
_SAME_INQUIRY, _SAME_DAY = 0.8, 0.7
_FEWEST = 2  # telling words in which two asks of one day must agree, where they are not aimed at the same
_OPENING = 4  # characters of an ask, an article at most, before the inquiry that it asks for


@dataclass(frozen=True, slots=True)
class _Told:
    """An ask as one document tells it: all names of whoever asks, whether in a document of their own, the inquiry that
    it is for, and whom its words are aimed at."""

    ask: Ask
    askers: tuple[Ref, ...]
    own: bool
    inquiry: str | None
    targets: tuple[Ref, ...]

    @property
    def order(self) -> tuple[bool, bool, date, str, int, int]:
        """What was asked in one's own document comes first, then the earliest, then the fullest."""
        ask = self.ask
        day = day_of(ask.date) or date.max
        return not self.own, ask.quoted_from is not None, day, ask.document, -len(ask.text), ask.span.start


def same_asks(extractions: Sequence[Extraction]) -> Iterator[Link]:
    """Each telling of a call or a request, and the ask as the same body first made it.

    Two are one where the same body asks for the same inquiry, and on one day where the words of the one hold those of
    the other. Who is named so loosely that two askers could be meant ("the council") is joined with neither.
    """
    alike: dict[tuple[str, object], list[_Told]] = defaultdict(list)
    for told in _told(extractions):
        if told.inquiry or day_of(told.ask.date):
            alike["inquiry" if told.inquiry else "day", told.inquiry or day_of(told.ask.date)].append(told)
    for group in alike.values():
        for tellings in _of_one_body(group):
            yield from _joined(tellings)


def _joined(tellings: Sequence[_Told]) -> Iterator[Link]:
    firsts: list[_Told] = []
    for told in sorted(tellings, key=lambda t: t.order):
        first = next((f for f in firsts if _same_thing(f, told)), None)
        if first is None:
            firsts.append(told)
            continue
        one, other = (t.ask.by.name if t.ask.by else "" for t in (first, told))
        who = one if one == other else f"{other}, taken for {one},"
        what = f"for the same inquiry ({first.inquiry})" if first.inquiry else "for the same on the same day"
        score = _SAME_INQUIRY if first.inquiry else _SAME_DAY
        yield Link.of(LinkKind.SAME_AS, told.ask.id, first.ask.id, score, f"{who} asks {what}")


def _same_thing(first: _Told, other: _Told) -> bool:
    if first.inquiry:
        return True
    a, b = stems(first.ask.text), stems(other.ask.text)
    (fewer, short), (_, long) = sorted(((a, first), (b, other)), key=lambda pair: len(pair[0]))
    if not fewer or not (a <= b or b <= a):
        return False
    named = plain_name(long.ask.text)
    return len(fewer) >= _FEWEST or any(
        plain_name(t.name) <= named or any(same_actor(t, o) for o in long.targets) for t in short.targets
    )


def _of_one_body(group: Iterable[_Told]) -> list[list[_Told]]:
    """The tellings by whoever asks; fuller names first, so that a loose one is joined to the only one it can mean."""
    bodies: list[list[_Told]] = []
    ending: dict[str, list[int]] = defaultdict(list)  # the bodies with a name that ends with a word
    for told in sorted(group, key=lambda t: (-max((len(plain_name(a.name)) for a in t.askers), default=0), t.order)):
        near = sorted({n for asker in told.askers for n in ending[_last(asker)]})
        fitting = [n for n in near if any(_same_body(told, other) for other in bodies[n])]
        at = fitting[0] if len(fitting) == 1 else len(bodies)
        if at == len(bodies):
            bodies.append([])
        bodies[at].append(told)
        for asker in told.askers:
            if at not in ending[_last(asker)]:
                ending[_last(asker)].append(at)
    return bodies


def _same_body(first: _Told, other: _Told) -> bool:
    """Whether two askers are one: the shorter name lies in the longer and ends with the same word."""
    return any(same_actor(a, b) and _last(a) == _last(b) for a in first.askers for b in other.askers)


def _last(ref: Ref) -> str:
    words = re.findall(r"[\w-]+", re.sub(r"['’]s\b", "", ref.name.lower()))
    return words[-1] if words else ""


def _told(extractions: Sequence[Extraction]) -> Iterator[_Told]:
    joined = {member: j.inquiry.name for j in join_inquiries(extractions) for member in j.members}
    for extraction in extractions:
        said = {s.id: s for s in extraction.statements}
        for ask in extraction.asks:
            if ask.kind in _CALLS and not ask.number and ask.by:
                askers, own = _askers(ask.by, extraction)
                targets = _targets(ask, said.get(ask.statement or ""))
                yield _Told(ask, askers, own, _inquiry(ask, extraction, joined), targets)


def _askers(by: Ref, extraction: Extraction) -> tuple[tuple[Ref, ...], bool]:
    """All names of whoever asks: with those in which a letter is signed ("Jo Hale, Leader of Selby Council"), where the
    asker is one of them."""
    author = extraction.source.author or ""
    signed = [Ref(None, name.strip()) for name in author.split(",") if name.strip()]
    if publisher := extraction.source.publisher:
        signed += [Ref(None, publisher)] if plain_name(publisher) <= plain_name(author) else []
    named = tuple(Ref(by.id, name.strip()) for name in by.name.split(",") if name.strip())
    own = any(same_actor(a, s) and _last(a) == _last(s) for a in named for s in signed)
    return ((*named, *signed) if own else named), own


def _targets(ask: Ask, statement: Statement | None) -> tuple[Ref, ...]:
    return (*ask.addressees, *(statement.targets if statement else ()))


def _inquiry(ask: Ask, extraction: Extraction, joined: dict[str, str]) -> str | None:
    """The inquiry that an ask is for: one that it names first, or in a sentence that says that it was asked for."""
    for inquiry in extraction.inquiries:
        places = [place for place in inquiry.mentions if ask.span.contains(place)]
        wanted = any(e.event in _WANTED and e.span.overlaps(ask.span) for e in inquiry.events)
        first = any(place.start - ask.span.start < _OPENING for place in places)
        if places and (wanted or (first and any(e.event in _WANTED for i in extraction.inquiries for e in i.events))):
            return joined.get(inquiry.id)
    return None
